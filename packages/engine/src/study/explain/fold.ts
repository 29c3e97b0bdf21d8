import { itemAt } from '../../foundation/index.js';
import type { Explanation, MeasureNode, RestNode, SourceNode, ValueNode } from './explanation.js';
import { node, weighted } from './node.js';

export interface FoldOptions {
  /**
   * Positions and swaps shown of each sum, widest contribution first; the rest, and what adds
   * exactly nothing, is one node.
   */
  readonly most?: number;
  /** Only this position or swap is shown; all others are in the rest. */
  readonly position?: string;
  /** Levels beneath the measure that are shown. */
  readonly depth?: number;
}

/**
 * The same tree with its small contributions folded into one node each, whose value is theirs: sums
 * hold as before (rule EXPL-6). A node at the last level keeps value and formula, has no children,
 * and rests on all that stood beneath it; a sum of which nothing is shown has no children either.
 */
export function folded(explanation: Explanation, options: FoldOptions): Explanation {
  return { ...explanation, root: foldMeasure(explanation.root, options, 0) };
}

function foldMeasure(measure: MeasureNode, options: FoldOptions, level: number): MeasureNode {
  return { ...measure, ...foldedChildren(measure, options, level) };
}

function fold(value: ValueNode, options: FoldOptions, level: number): ValueNode {
  return { ...value, ...foldedChildren(value, options, level) };
}

function foldedChildren(of: ValueNode, options: FoldOptions, level: number) {
  const { children, formula } = of;
  if (level >= (options.depth ?? Number.POSITIVE_INFINITY)) {
    return { children: [], restsOn: [...new Set(sourcesBeneath(of))] };
  }
  const below = (each: ValueNode): ValueNode => fold(each, options, level + 1);
  if (formula?.kind !== 'sum' || !isRanked(formula.weights, children)) {
    return { children: children.map(below) };
  }
  const ranked = [...children.keys()].toSorted(
    (a, b) => Math.abs(itemAt(children, b).value) - Math.abs(itemAt(children, a).value),
  );
  const kept = ranked.filter((at, rank) => isShown(itemAt(children, at), rank, options));
  const left = ranked.filter((at) => !kept.includes(at));
  if (kept.length === 0) return { children: [] };
  const weightOf = (at: number): number => itemAt(formula.weights, at);
  const shown = kept.map((at) => below(itemAt(children, at)));
  if (left.length === 0) return { children: shown, formula: weighted(...kept.map(weightOf)) };
  const sum = left.reduce((all, at) => all + weightOf(at) * itemAt(children, at).value, 0);
  const rest = restNode(left.length, { value: sum, unit: of.unit });
  return { children: [...shown, rest], formula: weighted(...kept.map(weightOf), 1) };
}

function sourcesBeneath({ restsOn, children }: ValueNode): SourceNode[] {
  return [...restsOn, ...children.flatMap(sourcesBeneath)];
}

/** Only plain sums of books, positions and swaps are ranked and folded: others tell a story. */
function isRanked(weights: readonly number[], children: readonly ValueNode[]): boolean {
  return weights.every((weight) => weight === 1) && children.every(isContribution);
}

function isContribution({ kind }: ValueNode): boolean {
  return kind === 'book' || kind === 'position' || kind === 'hedge' || kind === 'difference';
}

function isShown(child: ValueNode, rank: number, { most, position }: FoldOptions): boolean {
  if (child.kind === 'book') return true;
  if (position !== undefined) return 'id' in child && child.id === position;
  if (child.value === 0) return false;
  return rank < (most ?? Number.POSITIVE_INFINITY);
}

function restNode(count: number, { value, unit }: Pick<RestNode, 'value' | 'unit'>): RestNode {
  const title = `and ${count} more ${count === 1 ? 'position' : 'positions'}`;
  return { kind: 'rest', ...node({ title, value, unit, formula: null }), count };
}
