import { exp, expm1, floatAt } from '../../foundation/index.js';
import { type DatedCurve, discountAtTime } from '../../market/index.js';
import { inverseNormal, randomStream } from '../../numeric/index.js';

/** One future of rates in monthly steps: index m is m months from the valuation day. */
export interface RatePath {
  /** Discount factor of each month along the path. */
  readonly discount: Float64Array;
  /** Mortgage rate of each month. */
  readonly mortgageRate: Float64Array;
}

/** One-factor Gaussian short rate around a curve (rule PASSTHROUGH-11); decimals a year. */
export interface RatePathTerms {
  readonly curve: DatedCurve;
  readonly meanReversion: number;
  readonly volatility: number;
  readonly months: number;
  /** Mortgage rate less ten-year par rate. */
  readonly mortgageSpread: number;
  /** Even: paths come in mirrored pairs. */
  readonly pathCount: number;
  readonly seed: number;
}

const MONTH_YEARS = 1 / 12;
const TENOR_MONTHS = 120;
const STEP_MONTHS = 6;

/** What stays the same over paths: discount factors, loadings and variances by month. */
interface Grid {
  readonly discount: Float64Array;
  /** Variance of the integral of the factor to each month. */
  readonly integral: Float64Array;
  /** Loading of a bond of each length on the factor. */
  readonly loading: Float64Array;
}

/**
 * Paths that price every zero bond of the curve on average: the factor and its integral are drawn
 * together from their exact joint distribution, mirrored in pairs, from one seed (PASSTHROUGH-11).
 */
export function ratePaths(terms: RatePathTerms): RatePath[] {
  if (!(terms.meanReversion > 0) || !(terms.volatility >= 0) || terms.pathCount % 2 !== 0) {
    throw new RangeError('rate paths need a mean reversion above zero and an even count');
  }
  const grid = gridOf(terms);
  const uniform = randomStream(terms.seed);
  const paths: RatePath[] = [];
  for (let pair = 0; pair < terms.pathCount / 2; pair += 1) {
    const shocks = Float64Array.from({ length: 2 * terms.months }, () => inverseNormal(uniform()));
    paths.push(pathOf(terms, grid, shocks, 1), pathOf(terms, grid, shocks, -1));
  }
  return paths;
}

/** (1 - exp(-a t)) / a. */
const loadingOf = (meanReversion: number, years: number): number =>
  -expm1(-meanReversion * years) / meanReversion;

function integralVariance({ meanReversion, volatility }: RatePathTerms, years: number): number {
  const once = loadingOf(meanReversion, years);
  const twice = loadingOf(2 * meanReversion, years);
  const ratio = volatility / meanReversion;
  return ratio * ratio * (years - 2 * once + twice);
}

function gridOf(terms: RatePathTerms): Grid {
  const count = terms.months + TENOR_MONTHS + 1;
  const by = (value: (years: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, month) => value(month * MONTH_YEARS));
  return {
    discount: by((years) => discountAtTime(terms.curve, years)),
    integral: by((years) => integralVariance(terms, years)),
    loading: by((years) => loadingOf(terms.meanReversion, years)),
  };
}

function pathOf(terms: RatePathTerms, grid: Grid, shocks: Float64Array, side: 1 | -1): RatePath {
  const { meanReversion, volatility, months, mortgageSpread } = terms;
  const discount = new Float64Array(months + 1);
  const mortgageRate = new Float64Array(months + 1);
  const decay = exp(-meanReversion * MONTH_YEARS);
  const step = loadingOf(meanReversion, MONTH_YEARS);
  const deviation = volatility * Math.sqrt(loadingOf(2 * meanReversion, MONTH_YEARS));
  const covariance = 0.5 * volatility * volatility * step * step;
  const shared = deviation > 0 ? covariance / deviation : 0;
  const own = Math.sqrt(Math.max(0, floatAt(grid.integral, 1) - shared * shared));
  let factor = 0;
  let integral = 0;
  for (let month = 0; month <= months; month += 1) {
    const drift = 0.5 * floatAt(grid.integral, month);
    discount[month] = floatAt(grid.discount, month) * exp(-integral - drift);
    mortgageRate[month] = parRateAt(grid, month, factor) + mortgageSpread;
    if (month === months) break;
    const first = side * floatAt(shocks, 2 * month);
    const second = side * floatAt(shocks, 2 * month + 1);
    integral += factor * step + shared * first + own * second;
    factor = factor * decay + deviation * first;
  }
  return { discount, mortgageRate };
}

/** Ten-year semiannual par rate at a month, where the factor stands at `factor`. */
function parRateAt(grid: Grid, month: number, factor: number): number {
  let annuity = 0;
  let bond = 1;
  const now = floatAt(grid.discount, month);
  const past = floatAt(grid.integral, month);
  for (let ahead = STEP_MONTHS; ahead <= TENOR_MONTHS; ahead += STEP_MONTHS) {
    const forward = floatAt(grid.discount, month + ahead) / now;
    const variance = floatAt(grid.integral, ahead) - floatAt(grid.integral, month + ahead) + past;
    bond = forward * exp(0.5 * variance - floatAt(grid.loading, ahead) * factor);
    annuity += (STEP_MONTHS / 12) * bond;
  }
  return (1 - bond) / annuity;
}
