import { itemAt } from '../foundation/index.js';

const BASIS_POINT = 0.0001;

/**
 * Fixed rate (decimal, paid monthly, 30/360) that makes a swap against the one-month rate worth
 * nothing: K = (D(start) - D(end)) / (sum of D(i) / 12, i = start + 1 … end) (HEDGE-2).
 * @param discount discount factors at 0, 1, … months
 * @throws RangeError when the array does not reach `endMonth` or the swap has no month
 */
export function fairSwapRate(discount: Float64Array, startMonth: number, endMonth: number): number {
  const annuity = monthlyAnnuity(discount, startMonth, endMonth);
  return (itemAt(discount, startMonth) - itemAt(discount, endMonth)) / annuity;
}

/**
 * The same for a notional that falls in equal steps each month (HEDGE-25): with n the share left in
 * a month, K = (sum of n x (D(i - 1) - D(i))) / (sum of n x D(i) / 12).
 * @throws RangeError as `fairSwapRate`
 */
export function fairLinearRate(
  discount: Float64Array,
  startMonth: number,
  endMonth: number,
): number {
  if (!(endMonth > startMonth)) throw new RangeError(`no month in ${startMonth} to ${endMonth}`);
  let floating = 0;
  let annuity = 0;
  for (let month = startMonth; month < endMonth; month += 1) {
    const left = (endMonth - month) / (endMonth - startMonth);
    const factor = itemAt(discount, month + 1);
    floating += left * (itemAt(discount, month) - factor);
    annuity += (left * factor) / 12;
  }
  return floating / annuity;
}

/** Value of 1 a year, paid in twelfths at the end of each month: sum of D(i) / 12. */
export function monthlyAnnuity(
  discount: Float64Array,
  startMonth: number,
  endMonth: number,
): number {
  if (!(endMonth > startMonth)) throw new RangeError(`no month in ${startMonth} to ${endMonth}`);
  let sum = 0;
  for (let month = startMonth + 1; month <= endMonth; month += 1) sum += itemAt(discount, month);
  return sum / 12;
}

/**
 * What a pay-fixed swap of notional 1 gains when every continuous zero rate rises by one basis
 * point, to first order (HEDGE-3): the derivative of D(start) - D(end) - K x annuity, where
 * dD(i)/dy = -(i / 12) D(i). Positive for a swap that pays fixed.
 */
export function unitSwapDv01(
  discount: Float64Array,
  swap: {
    readonly startMonth: number;
    readonly maturityMonth: number;
    readonly fixedRate: number;
  },
): number {
  const { startMonth, maturityMonth, fixedRate } = swap;
  const slope = (month: number): number => (month / 12) * itemAt(discount, month);
  let coupons = 0;
  for (let month = startMonth + 1; month <= maturityMonth; month += 1) coupons += slope(month);
  const derivative = slope(maturityMonth) - slope(startMonth) + (fixedRate / 12) * coupons;
  return derivative * BASIS_POINT;
}
