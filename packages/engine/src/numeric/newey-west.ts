import { itemAt } from '../foundation/index.js';
import type { LinearFit } from './ordinary-least-squares.js';

/**
 * Covariance of the coefficients of a fit whose errors may depend on those of up to `lags`
 * observations before and may differ in variance (rule LEAST-3): Bartlett weights 1 - j/(lags+1),
 * times n over the degrees of freedom. `rows` are those of the fit, in the order of time. Throws
 * RangeError unless `lags` is a whole number from 0 to n - 1.
 */
export function neweyWestCovariance(
  rows: readonly (readonly number[])[],
  fit: LinearFit,
  lags: number,
): readonly (readonly number[])[] {
  const count = rows.length;
  if (!Number.isInteger(lags) || lags < 0 || lags >= count) {
    throw new RangeError(`${lags} lags of ${count} observations`);
  }
  const scores = rows.map((row, i) => row.map((x) => x * itemAt(fit.residuals, i)));
  const middle = fit.inverseNormal.map((row) => row.map(() => 0));
  for (let lag = 0; lag <= lags; lag += 1) addLag(middle, scores, lag, 1 - lag / (lags + 1));
  const size = count / fit.degreesOfFreedom;
  const half = product(fit.inverseNormal, middle);
  return product(half, fit.inverseNormal).map((row) => row.map((value) => size * value));
}

/** Adds weight x (G + G') with G the sum of scores(t) scores(t - lag)'; at lag 0 G once. */
function addLag(
  middle: number[][],
  scores: readonly (readonly number[])[],
  lag: number,
  weight: number,
): void {
  for (let t = lag; t < scores.length; t += 1) {
    const now = itemAt(scores, t);
    const before = itemAt(scores, t - lag);
    for (const [i, row] of middle.entries()) {
      for (const [j, value] of row.entries()) {
        const one = itemAt(now, i) * itemAt(before, j);
        const both = lag === 0 ? one : one + itemAt(before, i) * itemAt(now, j);
        row[j] = value + weight * both;
      }
    }
  }
}

function product(
  left: readonly (readonly number[])[],
  right: readonly (readonly number[])[],
): number[][] {
  return left.map((row) =>
    right.map((_, j) => row.reduce((sum, v, k) => sum + v * itemAt(itemAt(right, k), j), 0)),
  );
}
