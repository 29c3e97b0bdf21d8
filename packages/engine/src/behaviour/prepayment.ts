import { arctangent, exp, log1p } from '../foundation/index.js';
import type { PrepaymentModel } from './prepayment-model.js';

/** The S-curve of PREPAY-2 in plain numbers; rates are decimals a year. */
export interface PrepaymentCurve {
  readonly multiplier: number;
  readonly minCpr: number;
  readonly maxCpr: number;
  readonly slope: number;
  readonly midpoint: number;
}

/**
 * Conditional prepayment rate, a year (rule PREPAY-2): an arctangent S-curve in the ratio of the
 * borrowers' note rate to the mortgage rate of the month.
 */
export function prepaymentOnCurve(
  curve: PrepaymentCurve,
  noteRate: number,
  mortgageRate: number,
): number {
  const ratio = noteRate / Math.max(mortgageRate, LOWEST_MORTGAGE_RATE);
  const way = 0.5 - arctangent(curve.slope * (curve.midpoint - ratio)) / Math.PI;
  const cpr = curve.minCpr + (curve.maxCpr - curve.minCpr) * way;
  return Math.min(1, curve.multiplier * cpr);
}

/** The same for a model whose parameters carry their sources. */
export function conditionalPrepaymentRate(
  model: PrepaymentModel,
  noteRate: number,
  mortgageRate: number,
): number {
  const { multiplier, minCpr, maxCpr, slope, midpoint } = model;
  const curve = {
    multiplier: multiplier.value,
    minCpr: minCpr.value,
    maxCpr: maxCpr.value,
    slope: slope.value,
    midpoint: midpoint.value,
  };
  return prepaymentOnCurve(curve, noteRate, mortgageRate);
}

/** Keeps the ratio finite when a scenario takes the mortgage rate to zero. */
const LOWEST_MORTGAGE_RATE = 0.0001;

/** Single monthly mortality: 1 - (1 - CPR)^(1/12) (rule PREPAY-3, SIFMA standard formula). */
export function singleMonthlyMortality(cpr: number): number {
  return cpr >= 1 ? 1 : 1 - exp(log1p(-cpr) / 12);
}
