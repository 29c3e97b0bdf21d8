import { exp, floatAt } from '../../foundation/index.js';
import type { RateLock, ServicingRight } from './input.js';
import { survivingBalance } from './surviving-balance.js';

/** Rates of a scenario by month: discount factors from month 0, the mortgage rate of each month. */
export interface MortgageRates {
  readonly discount: Float64Array;
  readonly mortgage: Float64Array;
}

/** Value of a servicing right, USD million (rule MORTGAGE-2): fee less cost on what survives. */
export function servicingValue(right: ServicingRight, rates: MortgageRates): number {
  const { noteRate, remainingMonths, valuationSpread } = right;
  const pool = {
    noteRate: noteRate.value,
    remainingMonths: remainingMonths.value,
    ageMonths: right.ageMonths.value,
    prepayment: right.prepayment,
  };
  const balance = survivingBalance(pool, rates.mortgage);
  const net = right.feeRate.value - right.costRate.value;
  let value = 0;
  for (let t = 0; t < pool.remainingMonths; t += 1) {
    const factor = floatAt(rates.discount, t + 1) * exp((-valuationSpread.value * (t + 1)) / 12);
    value += ((floatAt(balance, t) * net) / 12) * factor;
  }
  return right.balanceUsdMillion.value * value;
}

/** Price of a new loan to its buyer, 1 for par (rule MORTGAGE-3). */
export function lockedLoanPrice(lock: RateLock, rates: MortgageRates): number {
  const { noteRate, termMonths, feeRate, valuationSpread } = lock;
  const pool = {
    noteRate: noteRate.value,
    remainingMonths: termMonths.value,
    ageMonths: 0,
    prepayment: lock.prepayment,
  };
  const balance = survivingBalance(pool, rates.mortgage);
  const coupon = noteRate.value - feeRate.value;
  let price = 0;
  for (let t = 0; t < pool.remainingMonths; t += 1) {
    const start = floatAt(balance, t);
    const paid = start - floatAt(balance, t + 1) + (start * coupon) / 12;
    const factor = floatAt(rates.discount, t + 1) * exp((-valuationSpread.value * (t + 1)) / 12);
    price += paid * factor;
  }
  return price;
}

/** Share of a lock that closes at a mortgage rate, 0 to 1 (rule MORTGAGE-4). */
export function pullThroughShare(lock: RateLock, mortgageRate: number): number {
  const rise = mortgageRate - lock.noteRate.value;
  const share = lock.pullThrough.value + lock.pullThroughSlope.value * rise;
  return Math.min(1, Math.max(0, share));
}

/** Value of a rate lock, USD million: notional x pull-through x (price - 1) (rule MORTGAGE-4). */
export function rateLockValue(lock: RateLock, rates: MortgageRates): number {
  const share = pullThroughShare(lock, floatAt(rates.mortgage, 0));
  return lock.notionalUsdMillion.value * share * (lockedLoanPrice(lock, rates) - 1);
}
