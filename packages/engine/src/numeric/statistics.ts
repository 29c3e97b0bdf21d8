import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';

/** Arithmetic mean (rule STAT-1). Issue `statistics.too-few` for an empty list. */
export function mean(values: readonly number[]): Result<number> {
  if (values.length < 1) return tooFew(1, values.length);
  return ok(sum(values) / values.length);
}

/** Sample standard deviation, divisor n - 1 (rule STAT-2). Issue `statistics.too-few`, n < 2. */
export function standardDeviation(values: readonly number[]): Result<number> {
  if (values.length < 2) return tooFew(2, values.length);
  const centre = sum(values) / values.length;
  return ok(Math.sqrt(sum(values.map((v) => (v - centre) * (v - centre))) / (values.length - 1)));
}

/**
 * The quantile at `share` in [0, 1], linear between order statistics at (n - 1) share
 * (rule STAT-3; type 7 of Hyndman and Fan 1996). Issues: `statistics.too-few`,
 * `statistics.share`.
 */
export function quantile(values: readonly number[], share: number): Result<number> {
  if (values.length < 1) return tooFew(1, values.length);
  if (!(share >= 0 && share <= 1)) {
    return fail(issue('statistics.share', 'share', 'a number from 0 to 1', String(share)));
  }
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const lower = itemAt(sorted, below);
  const upper = itemAt(sorted, Math.min(below + 1, sorted.length - 1));
  return ok(lower + (position - below) * (upper - lower));
}

export interface Regression {
  readonly slope: number;
  readonly intercept: number;
  /** Standard error of the slope under independent errors of one variance. */
  readonly slopeStandardError: number;
}

/**
 * Ordinary least squares of y on x with an intercept (rule STAT-4).
 * Issues: `statistics.too-few` (n < 3), `statistics.lengths`, `statistics.constant`.
 */
export function linearRegression(x: readonly number[], y: readonly number[]): Result<Regression> {
  if (x.length !== y.length) {
    const got = `${x.length} and ${y.length}`;
    return fail(issue('statistics.lengths', 'x, y', 'lists of one length', got));
  }
  if (x.length < 3) return tooFew(3, x.length);
  const n = x.length;
  const xMean = sum(x) / n;
  const yMean = sum(y) / n;
  const xSquares = sum(x.map((v) => (v - xMean) * (v - xMean)));
  if (xSquares === 0) {
    return fail(issue('statistics.constant', 'x', 'at least two values', `only ${x[0]}`));
  }
  const slope = sum(x.map((v, i) => (v - xMean) * (itemAt(y, i) - yMean))) / xSquares;
  const intercept = yMean - slope * xMean;
  const residuals = x.map((v, i) => itemAt(y, i) - intercept - slope * v);
  const variance = sum(residuals.map((r) => r * r)) / (n - 2);
  return ok({ slope, intercept, slopeStandardError: Math.sqrt(variance / xSquares) });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function tooFew(needed: number, got: number): Result<never> {
  return fail(issue('statistics.too-few', 'values', `at least ${needed}`, String(got)));
}
