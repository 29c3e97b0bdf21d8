import { fail, type Issue, issue, itemAt, ok, type Result } from '../../foundation/index.js';

/**
 * Consecutive quarters of the policy rate and of what a deposit cost, decimals a year. Both are
 * averages of the quarter, the cost on interest-bearing deposits unless said otherwise.
 */
export interface RateHistory {
  /** Last day of each quarter, ISO 8601: names for messages and answers. */
  readonly quarters: readonly string[];
  readonly policyRate: readonly number[];
  /** null where the quarter's cost is not known, which is not a cost of zero. */
  readonly depositRate: readonly (number | null)[];
}

/** A change of the deposit rate between two known ones, with the policy rate's moves behind it. */
export interface RateChange {
  /** Index of its last quarter in the history. */
  readonly index: number;
  /** Quarters it spans: 1, or more where costs between are not known. */
  readonly quarters: number;
  readonly depositChange: number;
  /** Rises of the policy rate in those quarters, then one quarter before each, and so on. */
  readonly rises: readonly number[];
  /** Falls likewise: numbers of zero or less. */
  readonly falls: readonly number[];
}

/** Issues `history.lengths`, `history.not-finite` with the quarter (rule EST-1). */
export function rateHistoryIssues(history: RateHistory): readonly Issue[] {
  const { quarters, policyRate, depositRate } = history;
  if (policyRate.length !== quarters.length || depositRate.length !== quarters.length) {
    const got = `${quarters.length}, ${policyRate.length} and ${depositRate.length}`;
    return [issue('history.lengths', 'history', 'one rate of each kind a quarter', got)];
  }
  return quarters.flatMap((quarter, index) => [
    ...notFinite(`policyRate of ${quarter}`, itemAt(policyRate, index)),
    ...notFinite(`depositRate of ${quarter}`, itemAt(depositRate, index) ?? 0),
  ]);
}

function notFinite(path: string, value: number): readonly Issue[] {
  if (Number.isFinite(value)) return [];
  return [issue('history.not-finite', path, 'a finite rate', String(value))];
}

/**
 * The changes from each known deposit rate to the next (rule EST-1), as far as the policy rate
 * reaches back for the lags. Issues: those of `rateHistoryIssues`.
 */
export function rateChanges(history: RateHistory, lags: number): Result<readonly RateChange[]> {
  const issues = rateHistoryIssues(history);
  if (issues.length > 0) return fail(...issues);
  const { policyRate, depositRate } = history;
  const changes: RateChange[] = [];
  let last: { readonly index: number; readonly rate: number } | undefined;
  for (const [index, rate] of depositRate.entries()) {
    if (rate === null) continue;
    if (last !== undefined && last.index >= lags) {
      const quarters = index - last.index;
      const moves = movesBehind({ policyRate, index, quarters, lags });
      changes.push({ index, quarters, depositChange: rate - last.rate, ...moves });
    }
    last = { index, rate };
  }
  return ok(changes);
}

interface Span {
  readonly policyRate: readonly number[];
  readonly index: number;
  readonly quarters: number;
  readonly lags: number;
}

function movesBehind({ policyRate, index, quarters, lags }: Span) {
  const sumOver = (lag: number, part: (move: number) => number) => {
    let sum = 0;
    for (let t = index - quarters + 1; t <= index; t += 1) {
      sum += part(itemAt(policyRate, t - lag) - itemAt(policyRate, t - lag - 1));
    }
    return sum;
  };
  const upTo = Array.from({ length: lags + 1 }, (_, lag) => lag);
  return {
    rises: upTo.map((lag) => sumOver(lag, (move) => Math.max(0, move))),
    falls: upTo.map((lag) => sumOver(lag, (move) => Math.min(0, move))),
  };
}
