import type { BehaviourParameter } from '../study/index.js';
import type { RuleOperation, Segment } from './assumption-rule.js';
import type { PercentilePoint } from './dispersion.js';
import type { MoveRange } from './flip-problem.js';

interface MoveHeader extends MoveRange {
  readonly title: string;
  /** Of the amount and of the range. */
  readonly unit: string;
  /** What the spread and the percentiles rest on. */
  readonly source: string;
  /** Level before any move; level after = this + amount; in the unit of the percentiles. */
  readonly levelNow: number;
  /** Null: no public percentiles are held. */
  readonly percentiles: readonly PercentilePoint[] | null;
}

/** An assumption, or one on many models, moved by one amount. */
export interface AssumptionMove extends MoveHeader {
  readonly kind: 'assumption';
  /** Each rule takes amount x factor, plus `offset`, as its value. */
  readonly rules: readonly {
    readonly on: Segment | readonly string[];
    readonly parameter: BehaviourParameter;
    readonly operation: RuleOperation;
    readonly factor: number;
    readonly offset: number;
  }[];
  /** One standard move, in the unit of the move. */
  readonly spread: number;
}

/** A node of the zero curve, in basis points: linear to its neighbours, flat outside (SCEN-6). */
export interface CurveMove extends MoveHeader {
  readonly kind: 'curve';
  readonly tenorMonths: number;
}

/** Something that may turn out otherwise (FLIP-4). */
export type Move = AssumptionMove | CurveMove;
