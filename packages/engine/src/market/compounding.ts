import { type DayCount, exp, expm1, log, log1p } from '../foundation/index.js';

/**
 * How a rate turns time into growth (rules COMPOUNDING-1 to COMPOUNDING-3). The two mixed forms
 * change at one compounding period, 1 / frequency years, which belongs to the first part.
 */
export type Compounding =
  | 'simple'
  | 'compounded'
  | 'continuous'
  | 'simple-then-compounded'
  | 'compounded-then-simple';

/** A rate never travels without these three. `frequencyPerYear` is unused by simple, continuous. */
export interface RateConvention {
  readonly compounding: Compounding;
  readonly frequencyPerYear: number;
  readonly dayCount: DayCount;
}

/** Compounding periods in a year by name; `once` compounds never and serves simple rates only. */
export const FREQUENCY_PER_YEAR = {
  once: 0,
  annual: 1,
  semiannual: 2,
  'every-fourth-month': 3,
  quarterly: 4,
  bimonthly: 6,
  monthly: 12,
  'every-fourth-week': 13,
  biweekly: 26,
  weekly: 52,
  daily: 365,
} as const;

export type FrequencyName = keyof typeof FREQUENCY_PER_YEAR;

/** Continuous, ACT/365F: how this room counts zero rates. */
export const CONTINUOUS_365: RateConvention = {
  compounding: 'continuous',
  frequencyPerYear: 0,
  dayCount: 'ACT/365F',
};

type Form = 'simple' | 'compounded' | 'continuous';

/** The form in force at `years`; throws RangeError where a period is needed and none is given. */
function formAt(convention: RateConvention, years: number): Form {
  const { compounding, frequencyPerYear } = convention;
  if (compounding === 'simple' || compounding === 'continuous') return compounding;
  if (!(frequencyPerYear > 0)) {
    throw new RangeError(`${compounding} rate with frequency ${frequencyPerYear}`);
  }
  if (compounding === 'compounded') return 'compounded';
  const isFirstPart = years <= 1 / frequencyPerYear;
  return isFirstPart === (compounding === 'simple-then-compounded') ? 'simple' : 'compounded';
}

/**
 * The discount factor of `years` >= 0 at a decimal `rate` (rule COMPOUNDING-1). Throws RangeError
 * for negative years and where growth would not be positive.
 */
export function discountOfRate(rate: number, convention: RateConvention, years: number): number {
  if (!(years >= 0)) throw new RangeError(`no discount factor of ${years} years`);
  switch (formAt(convention, years)) {
    case 'simple':
      return 1 / positiveGrowth(1 + rate * years, rate);
    case 'compounded':
      return exp(-years * continuousOfCompounded(rate, convention.frequencyPerYear));
    case 'continuous':
      return exp(-rate * years);
  }
}

function continuousOfCompounded(rate: number, frequencyPerYear: number): number {
  const perPeriod = rate / frequencyPerYear;
  positiveGrowth(1 + perPeriod, rate);
  return frequencyPerYear * log1p(perPeriod);
}

function positiveGrowth(growth: number, rate: number): number {
  if (!(growth > 0)) throw new RangeError(`rate ${rate} leaves no positive growth`);
  return growth;
}

/**
 * The decimal rate that gives this discount factor over `years` > 0 (rule COMPOUNDING-2). Throws
 * RangeError when the discount factor or the time is not positive.
 */
export function rateOfDiscount(
  discount: number,
  convention: RateConvention,
  years: number,
): number {
  if (!(years > 0) || !(discount > 0)) {
    throw new RangeError(`no rate for discount factor ${discount} over ${years} years`);
  }
  const frequency = convention.frequencyPerYear;
  switch (formAt(convention, years)) {
    case 'simple':
      return (1 / discount - 1) / years;
    case 'compounded':
      return frequency * expm1(-log(discount) / (frequency * years));
    case 'continuous':
      return -log(discount) / years;
  }
}

export interface RateConversion {
  readonly rate: number;
  readonly from: RateConvention;
  readonly to: RateConvention;
  /** Years by the day count of `from`. */
  readonly years: number;
  /** Years by the day count of `to`, where the two differ; otherwise the same. */
  readonly toYears?: number;
}

/** The rate by `to` with the growth that `rate` by `from` has over the time (COMPOUNDING-3). */
export function convertRate(conversion: RateConversion): number {
  const { rate, from, to, years, toYears = years } = conversion;
  return rateOfDiscount(discountOfRate(rate, from, years), to, toYears);
}
