import { exp, log1p } from '../foundation/index.js';
import type { PrepaymentModel } from './model.js';

/**
 * Conditional prepayment rate, a year (rule PREPAY-2): an S-curve in the refinancing incentive.
 * @param incentive note rate minus mortgage rate, decimal
 */
export function conditionalPrepaymentRate(model: PrepaymentModel, incentive: number): number {
  const { multiplier, minCpr, maxCpr, slope, midpoint } = model;
  const steepness = 1 + exp(-slope.value * (incentive - midpoint.value));
  const cpr = minCpr.value + (maxCpr.value - minCpr.value) / steepness;
  return Math.min(1, multiplier.value * cpr);
}

/** Single monthly mortality: 1 - (1 - CPR)^(1/12) (rule PREPAY-3, SIFMA standard formula). */
export function singleMonthlyMortality(cpr: number): number {
  return cpr >= 1 ? 1 : 1 - exp(log1p(-cpr) / 12);
}
