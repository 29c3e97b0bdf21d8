import { arctangent, exp, log1p } from '../foundation/index.js';
import type { PrepaymentModel } from './model.js';

/**
 * Conditional prepayment rate, a year (rule PREPAY-2): an arctangent S-curve in the ratio of the
 * borrowers' note rate to the mortgage rate of the month.
 */
export function conditionalPrepaymentRate(
  model: PrepaymentModel,
  noteRate: number,
  mortgageRate: number,
): number {
  const { multiplier, minCpr, maxCpr, slope, midpoint } = model;
  const ratio = noteRate / Math.max(mortgageRate, LOWEST_MORTGAGE_RATE);
  const way = 0.5 - arctangent(slope.value * (midpoint.value - ratio)) / Math.PI;
  const cpr = minCpr.value + (maxCpr.value - minCpr.value) * way;
  return Math.min(1, multiplier.value * cpr);
}

/** Keeps the ratio finite when a scenario takes the mortgage rate to zero. */
const LOWEST_MORTGAGE_RATE = 0.0001;

/** Single monthly mortality: 1 - (1 - CPR)^(1/12) (rule PREPAY-3, SIFMA standard formula). */
export function singleMonthlyMortality(cpr: number): number {
  return cpr >= 1 ? 1 : 1 - exp(log1p(-cpr) / 12);
}
