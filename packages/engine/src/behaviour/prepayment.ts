import { arctangent, exp, log1p } from '../foundation/index.js';
import type { IncentivePrepaymentModel } from './prepayment-model.js';

/** The S-curve of PREPAY-2 in plain numbers; rates are decimals a year. */
export interface PrepaymentCurve {
  readonly multiplier: number;
  readonly minCpr: number;
  readonly maxCpr: number;
  readonly slope: number;
  readonly midpoint: number;
}

/** Keeps the ratio finite when a scenario takes the mortgage rate to zero. */
const LOWEST_MORTGAGE_RATE = 0.0001;

/** The incentive to refinance: note rate over the mortgage rate of the month (rule PREPAY-2). */
export function incentiveRatio(noteRate: number, mortgageRate: number): number {
  return noteRate / Math.max(mortgageRate, LOWEST_MORTGAGE_RATE);
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
  const ratio = incentiveRatio(noteRate, mortgageRate);
  const way = 0.5 - arctangent(curve.slope * (curve.midpoint - ratio)) / Math.PI;
  const cpr = curve.minCpr + (curve.maxCpr - curve.minCpr) * way;
  return Math.min(1, curve.multiplier * cpr);
}

/** The curve of a model whose parameters carry their sources. */
export function curveOf(model: IncentivePrepaymentModel): PrepaymentCurve {
  const { multiplier, minCpr, maxCpr, slope, midpoint } = model;
  return {
    multiplier: multiplier.value,
    minCpr: minCpr.value,
    maxCpr: maxCpr.value,
    slope: slope.value,
    midpoint: midpoint.value,
  };
}

/** CPR of a fresh, seasoned pool without lock-in: the S-curve of the model alone. */
export function conditionalPrepaymentRate(
  model: IncentivePrepaymentModel,
  noteRate: number,
  mortgageRate: number,
): number {
  return prepaymentOnCurve(curveOf(model), noteRate, mortgageRate);
}

/** Single monthly mortality: 1 - (1 - CPR)^(1/12) (rule PREPAY-3, SIFMA standard formula). */
export function singleMonthlyMortality(cpr: number): number {
  return cpr >= 1 ? 1 : 1 - exp(log1p(-cpr) / 12);
}

const PSA_RAMP_MONTHS = 30;
const PSA_PLATEAU_CPR = 0.06;

/** CPR (decimal) of a PSA multiple in the month that ends at loan age `ageMonths` >= 1. */
export function cprOfPsa(psa: number, ageMonths: number): number {
  const ramp = Math.min(PSA_RAMP_MONTHS, ageMonths) / PSA_RAMP_MONTHS;
  return Math.min(1, (psa / 100) * PSA_PLATEAU_CPR * ramp);
}

/** Share of the full speed at loan age `ageMonths` (rule PREPAY-6); 0 months: full at once. */
export function seasoningFactor(seasoningMonths: number, ageMonths: number): number {
  return seasoningMonths > 0 ? Math.min(1, ageMonths / seasoningMonths) : 1;
}

/** Share of the speed left once only `survival` of the loans is there (rule PREPAY-7). */
export function burnoutFactor(burnoutFloor: number, survival: number): number {
  return burnoutFloor + (1 - burnoutFloor) * survival;
}

/** A lock-in in plain numbers. */
export interface LockInTerms {
  readonly floor: number;
  readonly startRatio: number;
  readonly fullRatio: number;
}

/** Share of the speed left at an incentive ratio (rule PREPAY-8): linear between the two ratios. */
export function lockInFactor({ floor, startRatio, fullRatio }: LockInTerms, ratio: number): number {
  if (ratio >= startRatio) return 1;
  if (ratio <= fullRatio) return floor;
  return floor + ((1 - floor) * (ratio - fullRatio)) / (startRatio - fullRatio);
}
