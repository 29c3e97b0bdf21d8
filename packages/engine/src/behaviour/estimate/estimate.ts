import { itemAt } from '../../foundation/index.js';
import { quadraticForm } from '../../numeric/index.js';

/** A number estimated from data, with its standard error and two-sided interval. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** What turns an estimate and its error into an interval. */
export interface Fitted {
  readonly coefficients: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** Student's half width of the interval, in standard errors. */
  readonly halfWidth: number;
}

/** value +- half width x standard error. */
export function estimateOf(value: number, standardError: number, halfWidth: number): Estimate {
  const reach = halfWidth * standardError;
  return { value, standardError, low: value - reach, high: value + reach };
}

/** The sum of coefficients with the given weights, its error from the whole covariance (EST-4). */
export function combination(fitted: Fitted, weights: readonly number[]): Estimate {
  const value = weights.reduce((sum, w, i) => sum + w * itemAt(fitted.coefficients, i), 0);
  const standardError = Math.sqrt(Math.max(0, quadraticForm(weights, fitted.covariance)));
  return estimateOf(value, standardError, fitted.halfWidth);
}
