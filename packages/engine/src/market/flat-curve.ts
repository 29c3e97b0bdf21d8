import { discountOfRate, type RateConvention } from './compounding.js';
import type { DatedCurve } from './dated-curve.js';

export interface FlatCurveTerms {
  readonly referenceDay: number;
  readonly rate: number;
  readonly convention: RateConvention;
}

/** One rate at every maturity, in the time and compounding of its convention (rule CURVE-8). */
export function flatCurve({ referenceDay, rate, convention }: FlatCurveTerms): DatedCurve {
  if (!Number.isFinite(rate)) throw new RangeError(`flat rate ${rate}`);
  discountOfRate(rate, convention, 1);
  return {
    referenceDay,
    dayCount: convention.dayCount,
    interpolation: 'rate',
    extrapolation: 'flat-forward',
    times: [],
    values: [],
    shape: { kind: 'rate', rate, convention },
    shifts: [],
  };
}
