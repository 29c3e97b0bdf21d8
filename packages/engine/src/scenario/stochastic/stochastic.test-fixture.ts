import { exp } from '../../foundation/index.js';
import { curveFromDiscounts, type DatedCurve, type ZeroCurve } from '../../market/index.js';
import { type PathSampling, pathDraws } from './path-draws.js';
import { type RateGridTerms, rateGrid } from './rate-grid.js';
import { type PathRates, ratePath } from './rate-path.js';
import type { ShortRateModel } from './short-rate-model.js';

/** Zero rates, continuous: a dip, then a rise to 4%. */
const NODES: readonly (readonly [number, number])[] = [
  [1, 0.021],
  [12, 0.018],
  [60, 0.025],
  [120, 0.033],
  [360, 0.04],
];

export const curve: ZeroCurve = {
  nodesMonths: Float64Array.from(NODES, ([months]) => months),
  logDiscount: Float64Array.from(NODES, ([months, rate]) => (-rate * months) / 12),
};

/** The same curve for the closed forms of the instrument room. */
export function sameDatedCurve(): DatedCurve {
  const built = curveFromDiscounts({
    referenceDay: 0,
    dayCount: 'ACT/365F',
    interpolation: 'log-linear-discount',
    times: NODES.map(([months]) => months / 12),
    discounts: Array.from(curve.logDiscount, exp),
  });
  if (!built.ok) throw new Error(JSON.stringify(built.issues));
  return built.value;
}

export const oneFactor: ShortRateModel = {
  factors: [{ reversion: 0.05, volatility: 0.009 }],
  correlation: 0,
};

export const twoFactor: ShortRateModel = {
  factors: [
    { reversion: 0.45, volatility: 0.011 },
    { reversion: 0.03, volatility: 0.008 },
  ],
  correlation: -0.6,
};

export const terms: RateGridTerms = {
  curve,
  months: 360,
  parMonths: 25,
  longestTenorMonths: 120,
  mortgageSpread: 0.017,
};

/** All paths of a sampling, without mortgage rates: they take most of the time. */
export function pathsOf(
  model: ShortRateModel,
  sampling: PathSampling,
  other: Partial<RateGridTerms> = {},
): PathRates[] {
  const whole = rateGrid(model, { ...terms, ...other });
  const grid = { ...whole, tenYear: { ...whole.tenYear, months: 0 } };
  const shape = { months: grid.months, factors: model.factors.length };
  const draw = pathDraws(sampling, shape);
  return Array.from({ length: sampling.paths }, () => ratePath(grid, draw()));
}

export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
}

/** Mean and standard error from the means of independent groups, written out again for tests. */
export function estimate(values: readonly number[], group: number): Estimate {
  const count = values.length / group;
  const means = Array.from(
    { length: count },
    (_, index) =>
      values.slice(index * group, (index + 1) * group).reduce((sum, value) => sum + value, 0) /
      group,
  );
  const mean = means.reduce((sum, value) => sum + value, 0) / count;
  const squares = means.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (count - 1) / count) };
}
