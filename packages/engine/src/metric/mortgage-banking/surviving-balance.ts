import { mortalityPath, type PrepaymentModel } from '../../behaviour/index.js';
import { expm1, floatAt, log1p } from '../../foundation/index.js';

/** A pool of level-payment loans, at a balance of 1. */
export interface LevelPool {
  readonly noteRate: number;
  readonly remainingMonths: number;
  readonly ageMonths: number;
  readonly prepayment: PrepaymentModel;
}

/**
 * Balance at the start of months 1, 2, … of a pool that pays as scheduled and prepays as
 * its model says (rule MORTGAGE-1); the last entry, after the last month, is 0.
 * @param mortgageRate mortgage rate of each month
 */
export function survivingBalance(pool: LevelPool, mortgageRate: Float64Array): Float64Array {
  const { noteRate, remainingMonths } = pool;
  const mortality = mortalityPath(pool.prepayment, pool, mortgageRate);
  const balance = new Float64Array(remainingMonths + 1);
  balance[0] = 1;
  for (let t = 0; t + 1 < remainingMonths; t += 1) {
    const scheduled = floatAt(balance, t) * (1 - scheduledShare(noteRate, remainingMonths - t));
    balance[t + 1] = scheduled * (1 - floatAt(mortality, t));
  }
  return balance;
}

/** Below this monthly rate a level payment repays equal parts. */
const TINY_RATE = 1e-9;

/** Share of the balance that the schedule repays in the first of `months`. */
function scheduledShare(noteRate: number, months: number): number {
  const monthly = noteRate / 12;
  if (monthly < TINY_RATE) return 1 / months;
  return monthly / expm1(months * log1p(monthly));
}
