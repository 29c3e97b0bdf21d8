import { floatAt } from '../foundation/index.js';
import { rateChangePaid } from './deposit-beta.js';
import type { DepositModel } from './model.js';

/** Months over which a migrating share moves to another deposit (rule NMD-5). */
const MIGRATION_MONTHS = 12;

/** Share of the balance that leaves in a month at the model's average life (rule NMD-1). */
export function monthlyHazard(averageLifeYears: number): number {
  return Math.min(1, 1 / (12 * averageLifeYears));
}

/**
 * The rate paid in each month (rules NMD-2, NMD-3 and NMD-11 to NMD-13): present rate plus what
 * the model passes on of the change of the one-month rate since the valuation date, averaged over
 * the lag, within floor (zero where none is stated) and cap.
 * @param oneMonth simple annual one-month rate by month, from the valuation date
 * @param oneMonthNow one-month rate of the base curve at the valuation date
 */
export function depositRatePath(
  model: DepositModel,
  rateNow: number,
  oneMonth: Float64Array,
  oneMonthNow: number,
  months: number,
): Float64Array {
  const path = new Float64Array(months);
  const window = Math.round(model.lagMonths.value) + 1;
  const floor = model.rateFloor?.value ?? 0;
  const cap = model.rateCap?.value ?? Number.POSITIVE_INFINITY;
  let sum = window * oneMonthNow;
  for (let t = 0; t < months; t += 1) {
    const leaving = t < window ? oneMonthNow : floatAt(oneMonth, t - window);
    sum += floatAt(oneMonth, t) - leaving;
    const paid = rateNow + rateChangePaid(model, { from: oneMonthNow, to: sum / window });
    path[t] = Math.min(cap, Math.max(floor, paid));
  }
  return path;
}

/** Share of the balance that has moved to another deposit by the end of `month` (rule NMD-5). */
export function migratedShare(model: DepositModel, month: number): number {
  return model.migrationShare.value * Math.min(1, month / MIGRATION_MONTHS);
}

/** Share of the balance that has left in a run by the end of `month` (rule NMD-6). */
export function runShare(model: DepositModel, month: number): number {
  return month >= model.outflowMonth.value ? model.outflowShare.value : 0;
}
