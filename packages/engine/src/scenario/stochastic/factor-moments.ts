import { exp, floatAt, itemAt } from '../../foundation/index.js';
import { reach } from '../../instrument/index.js';
import { gaussLegendre } from '../../numeric/index.js';
import type { ShortRateModel } from './short-rate-model.js';

/** One month in years. */
export const MONTH_YEARS = 1 / 12;
/** Seven points: exact for degree 13, on one month of exponentials an error below rounding. */
const QUADRATURE = gaussLegendre(7);

/** The integral of `value` over the years of month `month`. */
function overMonth(month: number, value: (years: number) => number): number {
  const half = 0.5 * MONTH_YEARS;
  const middle = month * MONTH_YEARS + half;
  let sum = 0;
  QUADRATURE.nodes.forEach((node, index) => {
    sum += half * itemAt(QUADRATURE.weights, index) * value(middle + half * node);
  });
  return sum;
}

const correlationOf = (model: ShortRateModel, one: number, other: number): number =>
  one === other ? 1 : model.correlation;

/** Sum over factors g of rho_fg sigma_f sigma_g weight_g: the covariance of factor f's noise. */
function covariance(model: ShortRateModel, of: number, weight: (factor: number) => number): number {
  const { factors } = model;
  const own = itemAt(factors, of).volatility;
  return factors.reduce(
    (sum, { volatility }, other) =>
      sum + correlationOf(model, of, other) * own * volatility * weight(other),
    0,
  );
}

/**
 * Variance of the integral of all factors over 0, 1, ... `months` months from a known state (rule
 * PATH-3): V' = sum of rho sigma sigma B B, added up month by month by Gauss and Legendre, so that
 * no reversion, 0 among them, needs a formula of its own or loses digits.
 */
export function integralVariance(model: ShortRateModel, months: number): Float64Array {
  const variance = new Float64Array(months + 1);
  const rise = (years: number): number => {
    const lengths = model.factors.map(({ reversion }) => reach(reversion, years));
    return lengths.reduce(
      (sum, length, factor) =>
        sum + length * covariance(model, factor, (other) => itemAt(lengths, other)),
      0,
    );
  };
  for (let month = 0; month < months; month += 1) {
    variance[month + 1] = floatAt(variance, month) + overMonth(month, rise);
  }
  return variance;
}

/** How the factors go over one month of the grid, all months alike (rule PATH-4). */
export interface MonthlyStep {
  /** e^(-a h) of each factor. */
  readonly decay: readonly number[];
  /** What the measure of the rolled one-month bond takes off each factor. */
  readonly drift: readonly number[];
  /** Lower triangle of the noise: row f times the unit normals of factors 0..f. */
  readonly noise: readonly (readonly number[])[];
}

/** The exact transition of the factors from one month to the next (rule PATH-4). */
export function monthlyStep(model: ShortRateModel): MonthlyStep {
  const { factors } = model;
  const drift = factors.map(({ reversion }, of) =>
    overMonth(0, (years) => {
      const length = (factor: number) => reach(itemAt(factors, factor).reversion, years);
      return exp(-reversion * years) * covariance(model, of, length);
    }),
  );
  const decay = factors.map(({ reversion }) => exp(-reversion * MONTH_YEARS));
  return { decay, drift, noise: noiseOf(model) };
}

/** Cholesky factor of the covariance rho sigma_f sigma_g (1 - e^(-(a_f + a_g) h)) / (a_f + a_g). */
function noiseOf(model: ShortRateModel): (readonly number[])[] {
  const covarianceOf = (one: number, other: number): number => {
    const [left, right] = [itemAt(model.factors, one), itemAt(model.factors, other)];
    const length = reach(left.reversion + right.reversion, MONTH_YEARS);
    return correlationOf(model, one, other) * left.volatility * right.volatility * length;
  };
  const first = Math.sqrt(covarianceOf(0, 0));
  if (model.factors.length === 1) return [[first]];
  const shared = first > 0 ? covarianceOf(1, 0) / first : 0;
  const own = Math.sqrt(Math.max(0, covarianceOf(1, 1) - shared * shared));
  return [[first], [shared, own]];
}
