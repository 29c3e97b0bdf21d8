import type { Group, HedgeLine, Position } from '../../balance-sheet/index.js';
import type { Figure, Parameter } from '../../foundation/index.js';
import type { MeasureDefinition } from '../../metric/index.js';
import type { Scenario } from '../../scenario/index.js';
import type { ParQuoteInput } from '../study.js';

/** How the value of a node comes of the values of its children (rule EXPL-2). */
export type Formula =
  /** Sum of weight x child. */
  | { readonly kind: 'sum'; readonly weights: readonly number[] }
  | { readonly kind: 'product' }
  /** First child / second. */
  | { readonly kind: 'quotient' }
  /** The greatest child, or zero where none is above. */
  | { readonly kind: 'greatest' }
  | { readonly kind: 'least' }
  /** Of children a, b, r: square root of a² + b² + 2 r a b. */
  | { readonly kind: 'correlated' }
  /** Sum over the months of the node's own arrays. */
  | { readonly kind: 'months'; readonly text: string }
  /** In words alone: the children are what it was made from. */
  | { readonly kind: 'stated'; readonly text: string };

/** What every node with a value has. */
interface Valued {
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  /** Null at a leaf. */
  readonly formula: Formula | null;
  readonly children: readonly ValueNode[];
  /** `value` minus what the formula gives: rounding, and stated (rule EXPL-2). */
  readonly residual: number;
  readonly restsOn: readonly SourceNode[];
  /** The same value split another way; adds up to it. */
  readonly parts?: Readonly<Record<string, number>>;
}

export interface MeasureNode extends Valued {
  readonly kind: 'measure';
  readonly scenario: string;
  readonly definition: MeasureDefinition;
  /** The same value by tenor or bucket, where the measure has such a split. */
  readonly byTenor?: Readonly<Record<string, number>>;
}

/** One view minus another: of a position, or of a swap. */
export interface DifferenceNode extends Valued {
  readonly kind: 'difference';
  readonly id: string;
}

export interface BookNode extends Valued {
  readonly kind: 'book';
  readonly group: Group | 'hedges';
}

export interface PositionNode extends Valued {
  readonly kind: 'position';
  readonly id: string;
  readonly terms: Position;
}

export interface HedgeNode extends Valued {
  readonly kind: 'hedge';
  readonly id: string;
  readonly terms: HedgeLine;
}

/** An array that made the number, itself: month m stands at index `first` + m - 1. */
export interface MonthColumn {
  readonly name: string;
  readonly unit: 'USD million' | 'rate' | 'factor';
  readonly values: Float64Array;
  readonly first: number;
}

export const MONTH_RULES = [
  'present-value',
  'swap-value',
  'hedge-value',
  'hedge-income',
  'income',
  'run-off-income',
] as const;
export type MonthRule = (typeof MONTH_RULES)[number];

export interface MonthsNode extends Valued {
  readonly kind: 'months';
  readonly rule: MonthRule;
  readonly months: number;
  readonly columns: readonly MonthColumn[];
  /** Run-off income alone: amortised cost of the date, and amortised cost per par. */
  readonly start: { readonly notionalUsdMillion: number; readonly perPar: number } | null;
}

/** An entry of an array of the evaluation, whose months were not kept (bumps of the curve). */
export interface ElementNode extends Valued {
  readonly kind: 'element';
  readonly values: Float64Array;
  readonly index: number;
}

/** A named step of a formula. */
export interface StepNode extends Valued {
  readonly kind: 'step';
}

/** A number of the Study: `path` is its JSON pointer; empty for a constant of the method. */
export interface AmountNode extends Valued {
  readonly kind: 'amount';
  readonly path: string;
}

export interface ParameterNode extends Valued {
  readonly kind: 'parameter';
  readonly path: string;
  readonly basis: Parameter['basis'];
  readonly note: string;
}

/** What was folded away: how many nodes, and what they come to (rule EXPL-6). */
export interface RestNode extends Valued {
  readonly kind: 'rest';
  readonly count: number;
}

/** A node that has a value: the tree from the measure down. */
export type ValueNode =
  | MeasureNode
  | DifferenceNode
  | BookNode
  | PositionNode
  | HedgeNode
  | MonthsNode
  | ElementNode
  | StepNode
  | AmountNode
  | ParameterNode
  | RestNode;

/** A published fact with its passport. */
export interface FigureNode extends Figure {
  readonly kind: 'figure';
  readonly id: string;
}

export interface CurveNode {
  readonly kind: 'curve';
  readonly title: string;
  readonly dateIso: string;
  readonly source: string;
  readonly quotes: readonly ParQuoteInput[];
}

/** Rates or factors by month in one scenario: the array itself. */
export interface RatePathNode {
  readonly kind: 'rate-path';
  readonly title: string;
  readonly scenario: Scenario;
  readonly values: Float64Array;
  readonly restsOn: readonly SourceNode[];
}

/** A whole part of the Study with the Parameters in it. */
export interface PartNode {
  readonly kind: 'part';
  readonly title: string;
  readonly path: string;
  readonly restsOn: readonly SourceNode[];
}

/** What a value rests on, down to the page. */
export type SourceNode =
  | ParameterNode
  | AmountNode
  | FigureNode
  | CurveNode
  | RatePathNode
  | PartNode;

export type ExplanationNode = ValueNode | SourceNode;

/** The tree behind one measure (rules EXPL-1 to EXPL-7). */
export interface Explanation {
  readonly schema: 'almfes/explanation/1';
  readonly title: string;
  readonly institution: string;
  readonly valuationDate: string;
  readonly root: MeasureNode;
}
