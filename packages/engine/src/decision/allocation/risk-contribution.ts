import { itemAt } from '../../foundation/index.js';

/** What a segment gains in each scenario; losses are negative. USD million. */
export interface SegmentChanges {
  readonly segment: string;
  /** Change of economic value and of 12-month income, in the order of the scenarios. */
  readonly value: readonly number[];
  readonly income: readonly number[];
}

/** Economic capital of all segments together, and what each contributes: both add up to it. */
export interface RiskContributions {
  readonly capitalUsdMillion: number;
  readonly valueLossUsdMillion: number;
  readonly incomeLossUsdMillion: number;
  /** Index of the scenario that is worst for value, and for income; -1: no scenario loses. */
  readonly worstValue: number;
  readonly worstIncome: number;
  readonly bySegment: readonly {
    readonly segment: string;
    /** Marginal: what a hundredth more adds, times a hundred; negative = relieves. */
    readonly eulerUsdMillion: number;
    /** Mean of what it adds over all orders in which segments could be taken on. */
    readonly shapleyUsdMillion: number;
    /** What it would ask for alone. */
    readonly aloneUsdMillion: number;
  }[];
}

/**
 * Capital = root of V² + N² + 2 r V N (CAP-12), V and N the greatest losses of value and income
 * over the scenarios, shared out by Euler (the capital is homogeneous in the sizes of segments) and
 * by Shapley (ALLOC-3, ALLOC-4). Exact up to 16 segments: 2^n subsets, sums alone.
 * @throws RangeError beyond 16 segments.
 */
export function riskContributions(
  segments: readonly SegmentChanges[],
  correlation: number,
): RiskContributions {
  if (segments.length > MOST_SEGMENTS) {
    throw new RangeError(`${segments.length} segments: at most ${MOST_SEGMENTS}`);
  }
  const all = (1 << segments.length) - 1;
  const value = worstOf(segments, 'value', all);
  const income = worstOf(segments, 'income', all);
  const capital = combined(value.loss, income.loss, correlation);
  const shapley = shapleyValues(segments, correlation);
  return {
    capitalUsdMillion: capital,
    valueLossUsdMillion: value.loss,
    incomeLossUsdMillion: income.loss,
    worstValue: value.at,
    worstIncome: income.at,
    bySegment: segments.map((each, index) => {
      const v = value.at === -1 ? 0 : -itemAt(each.value, value.at);
      const n = income.at === -1 ? 0 : -itemAt(each.income, income.at);
      const [V, N, r] = [value.loss, income.loss, correlation];
      return {
        segment: each.segment,
        eulerUsdMillion: capital === 0 ? 0 : (V * v + N * n + r * (V * n + N * v)) / capital,
        shapleyUsdMillion: itemAt(shapley, index),
        aloneUsdMillion: capitalOf(segments, correlation, 1 << index),
      };
    }),
  };
}

const MOST_SEGMENTS = 16;

interface Worst {
  readonly loss: number;
  readonly at: number;
}

/** Greatest loss of a set of segments, and the first scenario that gives it; a gain counts 0. */
function worstOf(segments: readonly SegmentChanges[], of: 'value' | 'income', set: number): Worst {
  let worst: Worst = { loss: 0, at: -1 };
  const scenarios = segments[0]?.[of].length ?? 0;
  for (let at = 0; at < scenarios; at += 1) {
    let change = 0;
    for (const [index, segment] of segments.entries()) {
      if ((set & (1 << index)) !== 0) change += itemAt(segment[of], at);
    }
    if (-change > worst.loss) worst = { loss: -change, at };
  }
  return worst;
}

function capitalOf(segments: readonly SegmentChanges[], correlation: number, set: number): number {
  const value = worstOf(segments, 'value', set).loss;
  return combined(value, worstOf(segments, 'income', set).loss, correlation);
}

function combined(value: number, income: number, correlation: number): number {
  const square = value * value + income * income + 2 * correlation * value * income;
  return Math.sqrt(Math.max(0, square));
}

/** Sum over subsets without a segment of what it adds, weighted by s! (n - s - 1)! / n!. */
function shapleyValues(segments: readonly SegmentChanges[], correlation: number): number[] {
  const n = segments.length;
  const capital = Array.from({ length: 1 << n }, (_, set) => capitalOf(segments, correlation, set));
  const weights = orderWeights(n);
  return segments.map((_, index) => {
    let sum = 0;
    for (const [set, without] of capital.entries()) {
      if ((set & (1 << index)) !== 0) continue;
      sum += itemAt(weights, bitsOf(set)) * (itemAt(capital, set | (1 << index)) - without);
    }
    return sum;
  });
}

/** s! (n - s - 1)! / n! for s = 0 to n - 1: 1 / (n x choose(n - 1, s)). */
function orderWeights(n: number): number[] {
  let choose = 1;
  return Array.from({ length: n }, (_, s) => {
    if (s > 0) choose = (choose * (n - s)) / s;
    return 1 / (n * choose);
  });
}

function bitsOf(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count += 1;
  return count;
}
