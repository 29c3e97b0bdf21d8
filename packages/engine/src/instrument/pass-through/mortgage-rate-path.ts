import { addMonths } from '../../foundation/index.js';
import { type DatedCurve, discountOnDay } from '../../market/index.js';

const PAR_YEARS = 10;
const COUPON_MONTHS = 6;

/** The semiannual par rate (decimal) of ten years from a day of the curve on. */
export function tenYearParRate(curve: DatedCurve, startDay: number): number {
  let annuity = 0;
  let discount = 1;
  for (let months = COUPON_MONTHS; months <= 12 * PAR_YEARS; months += COUPON_MONTHS) {
    discount = discountOnDay(curve, addMonths(startDay, months));
    annuity += (COUPON_MONTHS / 12) * discount;
  }
  return (discountOnDay(curve, startDay) - discount) / annuity;
}

export interface MortgageRateTerms {
  readonly curve: DatedCurve;
  readonly startDay: number;
  readonly months: number;
  /** Mortgage rate less ten-year par rate on the valuation day; held (rule PREPAY-1). */
  readonly spread: number;
}

/** Mortgage rates along the forwards of a curve, index m is m months on (rule PASSTHROUGH-10). */
export function forwardMortgageRates(terms: MortgageRateTerms): Float64Array {
  const { curve, startDay, months, spread } = terms;
  const rates = new Float64Array(months + 1);
  for (let month = 0; month <= months; month += 1) {
    rates[month] = tenYearParRate(curve, addMonths(startDay, month)) + spread;
  }
  return rates;
}
