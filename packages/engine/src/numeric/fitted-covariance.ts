import { itemAt, ok, type Result } from '../foundation/index.js';
import { ordinaryLeastSquares } from './ordinary-least-squares.js';

const RELATIVE_DIFFERENCE = 1e-5;

export interface FittedCovariance {
  readonly covariance: readonly (readonly number[])[];
  readonly standardErrors: readonly number[];
  readonly degreesOfFreedom: number;
  /** Square root of the sum of squared residuals over the degrees of freedom. */
  readonly residualStandardDeviation: number;
}

/**
 * Covariance of the parameters of a non-linear least squares fit at its solution (rule LEAST-4):
 * residual variance times (J'J)^-1, J by central differences of the residuals `f`. `scales`: the
 * size of each parameter. Issues: those of `ordinaryLeastSquares`; `ols.collinear` says that the
 * data do not tell the parameters apart.
 */
export function fittedCovariance(
  f: (parameters: readonly number[]) => readonly number[],
  parameters: readonly number[],
  scales: readonly number[],
): Result<FittedCovariance> {
  const residuals = f(parameters);
  const columns = parameters.map((value, index) => {
    const h = RELATIVE_DIFFERENCE * Math.max(itemAt(scales, index), Math.abs(value));
    const moved = (step: number) => f(parameters.map((p, i) => (i === index ? p + step : p)));
    const above = moved(h);
    const below = moved(-h);
    return above.map((r, i) => (r - itemAt(below, i)) / (2 * h));
  });
  const rows = residuals.map((_, i) => columns.map((column) => itemAt(column, i)));
  const tangent = ordinaryLeastSquares(rows, residuals);
  if (!tangent.ok) return tangent;
  const { inverseNormal, degreesOfFreedom } = tangent.value;
  const variance = residuals.reduce((sum, r) => sum + r * r, 0) / degreesOfFreedom;
  const covariance = inverseNormal.map((row) => row.map((value) => variance * value));
  return ok({
    covariance,
    standardErrors: covariance.map((row, i) => Math.sqrt(itemAt(row, i))),
    degreesOfFreedom,
    residualStandardDeviation: Math.sqrt(variance),
  });
}
