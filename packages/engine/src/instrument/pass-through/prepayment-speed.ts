import { cprOfPsa, singleMonthlyMortality } from '../../behaviour/index.js';
import { exp, log1p } from '../../foundation/index.js';

export { cprOfPsa };

/**
 * How fast loans are repaid early, in the market's own words (rules PASSTHROUGH-1 and -2). `psa` is
 * a multiple of the standard in per cent (150 = 150% PSA); `cpr`, `smm` and `abs` are decimals.
 * The values of a vector stand month by month from the first projected month; the last one holds.
 */
export type PrepaymentSpeed =
  | { readonly kind: 'psa'; readonly psa: number }
  | { readonly kind: 'cpr'; readonly cpr: number }
  | { readonly kind: 'smm'; readonly smm: number }
  | { readonly kind: 'abs'; readonly abs: number }
  | {
      readonly kind: 'vector';
      readonly unit: 'cpr' | 'smm' | 'psa';
      readonly values: readonly number[];
    };

/** The PSA multiple (150 = 150% PSA) that gives `cpr` at loan age `ageMonths` >= 1. */
export function psaOfCpr(cpr: number, ageMonths: number): number {
  return (100 * cpr) / cprOfPsa(100, ageMonths);
}

/** CPR = 1 - (1 - SMM)^12, both decimals. */
export function cprOfSmm(smm: number): number {
  return smm >= 1 ? 1 : 1 - exp(12 * log1p(-smm));
}

/**
 * SMM of an absolute speed: the share of the original number of loans prepaid each month
 * (rule PASSTHROUGH-2). All loans are gone where the denominator is used up.
 */
export function smmOfAbs(abs: number, ageMonths: number): number {
  const left = 1 - abs * (ageMonths - 1);
  return left <= abs ? 1 : abs / left;
}

/** SMM (decimal) of projected month `month` (1 = first), which ends at loan age `ageMonths`. */
export function smmOfSpeed(speed: PrepaymentSpeed, month: number, ageMonths: number): number {
  switch (speed.kind) {
    case 'psa':
      return singleMonthlyMortality(cprOfPsa(speed.psa, ageMonths));
    case 'cpr':
      return singleMonthlyMortality(speed.cpr);
    case 'smm':
      return speed.smm;
    case 'abs':
      return smmOfAbs(speed.abs, ageMonths);
    case 'vector':
      return smmOfVector(speed.unit, valueOfMonth(speed.values, month), ageMonths);
  }
}

function smmOfVector(unit: 'cpr' | 'smm' | 'psa', value: number, ageMonths: number): number {
  if (unit === 'smm') return value;
  return singleMonthlyMortality(unit === 'cpr' ? value : cprOfPsa(value, ageMonths));
}

function valueOfMonth(values: readonly number[], month: number): number {
  const value = values[Math.min(month, values.length) - 1];
  if (value === undefined) throw new RangeError('a prepayment vector needs at least one value');
  return value;
}
