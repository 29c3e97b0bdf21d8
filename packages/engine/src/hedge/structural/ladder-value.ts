import { floatAt } from '../../foundation/index.js';
import { monthlyAnnuity } from '../fair-rate.js';
import type { Ladder } from './ladder.js';

interface Legs {
  /** Value of the fixed receipts. */
  readonly fixed: number;
  /** Value of the one-month rate on what stands: the sum of notional x (1 - D). */
  readonly floating: number;
  /** Value of 1 a year on each unit of notional that stands. */
  readonly annuity: number;
}

function legsOf({ notional, annualIncome }: Ladder, discount: Float64Array): Legs {
  let fixed = 0;
  let floating = 0;
  let annuity = 0;
  for (let left = 1; left <= notional.length; left += 1) {
    const amount = floatAt(notional, left - 1);
    if (amount === 0) continue;
    const years = monthlyAnnuity(discount, 0, left);
    fixed += floatAt(annualIncome, left - 1) * years;
    floating += amount * (1 - floatAt(discount, left));
    annuity += amount * years;
  }
  return { fixed, floating, annuity };
}

/**
 * What the receive-fixed swaps of a ladder are worth on a curve (STRUCT-8): each part by EVE-4, its
 * fixed receipts less the one-month rate. Negative: the bank would have to pay to leave them.
 */
export function ladderValue(ladder: Ladder, discount: Float64Array): number {
  const { fixed, floating } = legsOf(ladder, discount);
  return fixed - floating;
}

/**
 * The one fixed rate at which the same amounts over the same terms would be worth nothing today
 * (STRUCT-9). Throws RangeError of an empty ladder.
 */
export function ladderMarketRate(ladder: Ladder, discount: Float64Array): number {
  const { floating, annuity } = legsOf(ladder, discount);
  if (!(annuity > 0)) throw new RangeError('an empty ladder has no market rate');
  return floating / annuity;
}
