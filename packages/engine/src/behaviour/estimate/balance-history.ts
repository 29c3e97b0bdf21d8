import { fail, type Issue, issue, itemAt, type Result } from '../../foundation/index.js';

/** Balances of a deposit on dates, in any one unit of money. */
export interface BalanceHistory {
  /** Whole months since the first date, rising; gaps are allowed. */
  readonly months: readonly number[];
  readonly balances: readonly number[];
}

/**
 * Issues of a history of balances (rule EST-7): `balance.lengths`, `balance.order`,
 * `balance.not-positive` with the place, `decay.too-few`.
 */
export function balanceIssues(history: BalanceHistory, fewest: number): readonly Issue[] {
  const { months, balances } = history;
  if (months.length !== balances.length) {
    const got = `${months.length} months and ${balances.length} balances`;
    return [issue('balance.lengths', 'history', 'one balance a month', got)];
  }
  if (months.length < fewest) {
    const got = String(months.length);
    return [issue('decay.too-few', 'history', `at least ${fewest} balances`, got)];
  }
  return balances.flatMap((balance, i) => {
    const place = `balances[${i}]`;
    const isRising = i === 0 || itemAt(months, i) > itemAt(months, i - 1);
    return [
      ...(isRising ? [] : [issue('balance.order', `months[${i}]`, 'rising', 'not rising')]),
      ...(Number.isFinite(balance) && balance > 0
        ? []
        : [issue('balance.not-positive', place, 'a balance above zero', String(balance))]),
    ];
  });
}

/** Decay that grows is refused, never turned into a life without end (rule EST-8). */
export function growing(what: string, growthAYear: number): Result<never> {
  const got =
    growthAYear > 0 ? `growth of ${(100 * growthAYear).toFixed(1)}% a year` : 'no fall at all';
  return fail(issue('decay.grows', what, 'balances that fall', got));
}
