import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { type RateHistory, rateHistoryIssues } from './rate-history.js';

export interface RateCycle {
  readonly direction: 'up' | 'down';
  /** Index of the first quarter: the last one before rates leave the trough or the peak. */
  readonly from: number;
  /** Index of the last quarter: the first one at the next peak or trough. */
  readonly to: number;
}

export interface CycleTerms {
  /** A move of the policy rate below this is no cycle; decimal. */
  readonly smallestMove: number;
  /** Rates this near to a peak or a trough count as being at it; decimal. */
  readonly flatWithin: number;
}

/**
 * Cycles of a policy rate by its turning points (rule EST-2): a peak is a quarter after which the
 * rate falls by the smallest move before it is exceeded, a trough likewise. The flat stretch
 * between two moves belongs to neither. The first and the last cycle may be parts of longer ones.
 */
export function rateCycles(
  policyRate: readonly number[],
  { smallestMove, flatWithin }: CycleTerms,
): readonly RateCycle[] {
  const turns = turningPoints(policyRate, smallestMove);
  return turns.slice(1).flatMap((end, i) => {
    const start = itemAt(turns, i);
    const direction = itemAt(policyRate, end) > itemAt(policyRate, start) ? 'up' : 'down';
    const near = (at: number) => (index: number) =>
      Math.abs(itemAt(policyRate, index) - itemAt(policyRate, at)) <= flatWithin;
    const between = Array.from({ length: end - start + 1 }, (_, k) => start + k);
    const from = between.findLast(near(start)) ?? start;
    const to = between.find((index) => index > from && near(end)(index)) ?? end;
    return [{ direction, from, to } satisfies RateCycle];
  });
}

/** Indices of lows and highs in turn, each at least the smallest move from the one before. */
function turningPoints(rate: readonly number[], smallestMove: number): readonly number[] {
  let low = 0;
  let high = 0;
  let rising: boolean | undefined;
  const turns: number[] = [];
  for (const [index, value] of rate.entries()) {
    if (value <= itemAt(rate, low)) low = index;
    if (value > itemAt(rate, high)) high = index;
    if (rising !== false && itemAt(rate, high) - value >= smallestMove && high < index) {
      turns.push(high);
      rising = false;
      low = index;
    } else if (rising !== true && value - itemAt(rate, low) >= smallestMove && low < index) {
      turns.push(low);
      rising = true;
      high = index;
    }
  }
  if (rising === undefined) return [];
  return [...turns, rising ? high : low];
}

export interface CumulativeBeta {
  readonly direction: 'up' | 'down';
  readonly from: string;
  readonly to: string;
  readonly policyChange: number;
  readonly depositChange: number;
  /** Change of the deposit rate over change of the policy rate: a ratio, without an error. */
  readonly beta: number;
}

/** A cycle by its dates: last days of quarters of the history, ISO 8601. */
export interface CycleDates {
  readonly from: string;
  readonly to: string;
}

/**
 * Cumulative beta between two quarters (rule EST-3). Issues: those of `rateHistoryIssues`,
 * `cycle.unknown-quarter`, `cycle.order`, `cycle.no-cost` (the cost of that quarter is not known),
 * `cycle.no-move` (the policy rate ends where it began).
 */
export function cumulativeBeta(history: RateHistory, dates: CycleDates): Result<CumulativeBeta> {
  const issues = rateHistoryIssues(history);
  if (issues.length > 0) return fail(...issues);
  const { quarters, policyRate, depositRate } = history;
  const [from, to] = [quarters.indexOf(dates.from), quarters.indexOf(dates.to)];
  if (from < 0 || to < 0) {
    const range = `a quarter from ${quarters[0]} to ${quarters.at(-1)}`;
    return fail(issue('cycle.unknown-quarter', 'cycle', range, from < 0 ? dates.from : dates.to));
  }
  if (to <= from) {
    return fail(issue('cycle.order', 'cycle', 'an end after the start', `${from} to ${to}`));
  }
  const [first, last] = [itemAt(depositRate, from), itemAt(depositRate, to)];
  if (first === null || last === null) {
    const place = `depositRate of ${first === null ? dates.from : dates.to}`;
    return fail(issue('cycle.no-cost', place, 'a known cost at both ends', 'none'));
  }
  const policyChange = itemAt(policyRate, to) - itemAt(policyRate, from);
  if (policyChange === 0) {
    return fail(issue('cycle.no-move', 'cycle', 'a policy rate that moves', 'no change'));
  }
  const depositChange = last - first;
  const direction = policyChange > 0 ? 'up' : 'down';
  const beta = depositChange / policyChange;
  return ok({ direction, ...dates, policyChange, depositChange, beta });
}
