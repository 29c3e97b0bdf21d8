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

/** A change of the deposit rate over one quarter, with the changes of the policy rate behind it. */
export interface RateChange {
  /** Index of the quarter in the history. */
  readonly index: number;
  readonly depositChange: number;
  /** Of this quarter, of the one before, and so on: lags + 1 numbers. */
  readonly policyChanges: readonly number[];
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
 * The changes that can be used (rule EST-1): the deposit rate is known in the quarter and in the
 * one before, the policy rate as far back as the lags ask. Issues: those of `rateHistoryIssues`.
 */
export function rateChanges(history: RateHistory, lags: number): Result<readonly RateChange[]> {
  const issues = rateHistoryIssues(history);
  if (issues.length > 0) return fail(...issues);
  const { policyRate, depositRate } = history;
  const changes: RateChange[] = [];
  for (let index = lags + 1; index < policyRate.length; index += 1) {
    const now = itemAt(depositRate, index);
    const before = itemAt(depositRate, index - 1);
    if (now === null || before === null) continue;
    const policyChanges = Array.from({ length: lags + 1 }, (_, lag) => {
      return itemAt(policyRate, index - lag) - itemAt(policyRate, index - lag - 1);
    });
    changes.push({ index, depositChange: now - before, policyChanges });
  }
  return ok(changes);
}
