import { addMonths, civilFromDay } from '../../foundation/index.js';
import { curveTime, type DatedCurve } from '../../market/index.js';
import { incentiveSmm, type MortgageRatePath } from './incentive-prepayment.js';
import type { MonthlyFlow } from './mortgage-yield.js';
import type { PassThrough } from './pass-through-terms.js';
import { type PoolMonth, projectPool } from './pool-flows.js';
import { smmOfSpeed } from './prepayment-speed.js';

/** Months of a pool by its own speed, or along a path of mortgage rates. */
export function poolMonths(terms: PassThrough, path: MortgageRatePath): PoolMonth[] {
  const { pool, prepayment, firstAccrualDay } = terms;
  if (prepayment.kind !== 'incentive') {
    return projectPool(pool, (at) => smmOfSpeed(prepayment, at.month, at.ageMonths));
  }
  const firstCalendarMonth = civilFromDay(firstAccrualDay).month;
  const setting = { noteRate: pool.grossRate, path, firstCalendarMonth };
  return projectPool(pool, (state) => incentiveSmm(prepayment, setting, state));
}

/** Day on which the payment of projected month `month` reaches the holder. */
export function paymentDay({ firstAccrualDay, delayDays }: PassThrough, month: number): number {
  return addMonths(firstAccrualDay, month) + delayDays;
}

/** The months' payments with their times on the curve, in months. */
export function flowsOnCurve(
  terms: PassThrough,
  months: readonly PoolMonth[],
  curve: DatedCurve,
): MonthlyFlow[] {
  return months.map((row) => ({
    months: 12 * curveTime(curve, paymentDay(terms, row.month)),
    interest: row.passThroughInterest,
    principal: row.scheduledPrincipal + row.prepaidPrincipal,
  }));
}
