import { itemAt } from '../../foundation/index.js';
import { type Ladder, ladderIncome, ladderNotional, nextMonth, rolledOff } from './ladder.js';

/** A ladder on a day, and whether what ends is renewed. */
export interface StandingLadder {
  readonly ladder: Ladder;
  readonly isRenewed: boolean;
}

export interface IncomePathTerms {
  readonly months: number;
  /** Discount factors of the path's curve, the same at the end of every month to come. */
  readonly discount: Float64Array;
  /** What balances that are not hedged earn in a year (decimal). */
  readonly shortRate: number;
}

/** Income from the day to the end of each month to come: index 0 is that of the first month. */
export interface IncomePath {
  /** With the hedge: its fixed receipts, and the short rate on what has rolled off. */
  readonly hedged: Float64Array;
  /** The same balances at the short rate alone. */
  readonly unhedged: Float64Array;
}

/**
 * What ladders bring over the months to come on one curve that stays (STRUCT-10): the notional is
 * held, what ends is renewed at the rate of the full length, and what is not renewed earns the
 * short rate.
 */
export function incomePath(
  ladders: readonly StandingLadder[],
  { months, discount, shortRate }: IncomePathTerms,
): IncomePath {
  const hedged = new Float64Array(months);
  const unhedged = new Float64Array(months);
  const wanted = ladders.map(({ ladder }) => ladderNotional(ladder));
  let total = 0;
  for (const amount of wanted) total += amount;
  let now = ladders.map(({ ladder }) => ladder);
  let income = 0;
  for (let month = 0; month < months; month += 1) {
    for (const [at, ladder] of now.entries()) {
      const left = itemAt(wanted, at) - ladderNotional(ladder);
      income += (ladderIncome(ladder) + left * shortRate) / 12;
    }
    hedged[month] = income;
    unhedged[month] = ((month + 1) * total * shortRate) / 12;
    now = now.map((ladder, at) =>
      itemAt(ladders, at).isRenewed
        ? nextMonth(ladder, { wanted: ladderNotional(ladder), placed: 'long', discount })
        : rolledOff(ladder),
    );
  }
  return { hedged, unhedged };
}
