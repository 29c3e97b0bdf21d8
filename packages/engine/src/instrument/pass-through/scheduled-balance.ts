import { expm1, log1p } from '../../foundation/index.js';

/** A level-payment loan: yearly rate (decimal) paid monthly, over `months` months. */
export interface LevelLoan {
  readonly rate: number;
  readonly months: number;
}

/** Monthly payment per unit of balance with `months` >= 1 left; 1/months at rate zero. */
export function levelPaymentFactor({ rate, months }: LevelLoan): number {
  const monthly = rate / 12;
  return monthly === 0 ? 1 / months : monthly / -expm1(-months * log1p(monthly));
}

/**
 * Balance after `ageMonths` payments per unit of original balance, without prepayment
 * (rule PASSTHROUGH-3): (1 - (1+r)^-(n-k)) / (1 - (1+r)^-n), r = rate / 12.
 */
export function scheduledBalanceFactor({ rate, months }: LevelLoan, ageMonths: number): number {
  const left = months - ageMonths;
  const monthly = rate / 12;
  if (monthly === 0) return left / months;
  const growth = log1p(monthly);
  return expm1(-left * growth) / expm1(-months * growth);
}
