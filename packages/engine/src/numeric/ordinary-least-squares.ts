import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { dot } from './dot.js';

export interface LinearFit {
  readonly coefficients: readonly number[];
  /** Square roots of the diagonal of `covariance`. */
  readonly standardErrors: readonly number[];
  /** Residual variance times `inverseNormal`: independent errors of one variance. */
  readonly covariance: readonly (readonly number[])[];
  /** (X'X)^-1. */
  readonly inverseNormal: readonly (readonly number[])[];
  /** Observed minus fitted, in the order of the rows. */
  readonly residuals: readonly number[];
  /** Square root of the sum of squared residuals over the degrees of freedom. */
  readonly residualStandardDeviation: number;
  readonly degreesOfFreedom: number;
}

type Matrix = readonly (readonly number[])[];

/** A column of which less than this share is not made of the others says nothing of its own. */
const SMALLEST_OWN_SHARE = 1e-12;

/**
 * Ordinary least squares of `y` on the columns of `rows` (one row an observation; a constant is a
 * column of ones) by Householder reflections, with standard errors (rule LEAST-2).
 * Issues: `ols.shape`, `ols.too-few` (no degree of freedom), `ols.not-finite`, `ols.collinear`.
 */
export function ordinaryLeastSquares(rows: Matrix, y: readonly number[]): Result<LinearFit> {
  const refused = refusal(rows, y);
  if (refused !== undefined) return refused;
  const width = itemAt(rows, 0).length;
  const triangle = triangular(rows, y);
  const lost = lostColumn(triangle.upper, rows);
  if (lost !== undefined) {
    const got = `column ${lost} made of the others`;
    return fail(issue('ols.collinear', `rows[][${lost}]`, 'columns that are independent', got));
  }
  const coefficients = backSubstituted(triangle.upper, triangle.right);
  const residuals = rows.map((row, i) => itemAt(y, i) - dot(row, coefficients));
  const degreesOfFreedom = rows.length - width;
  const variance = dot(residuals, residuals) / degreesOfFreedom;
  const inverseNormal = inverseOfNormal(triangle.upper);
  const covariance = inverseNormal.map((row) => row.map((value) => variance * value));
  return ok({
    coefficients,
    standardErrors: covariance.map((row, i) => Math.sqrt(itemAt(row, i))),
    covariance,
    inverseNormal,
    residuals,
    residualStandardDeviation: Math.sqrt(variance),
    degreesOfFreedom,
  });
}

function refusal(rows: Matrix, y: readonly number[]): Result<never> | undefined {
  const width = rows[0]?.length ?? 0;
  if (rows.length !== y.length || width === 0 || rows.some((row) => row.length !== width)) {
    const got = `${rows.length} rows and ${y.length} values`;
    return fail(issue('ols.shape', 'rows', 'rows of one length, one for each value', got));
  }
  if (rows.length <= width) {
    const got = `${rows.length} for ${width} coefficients`;
    return fail(issue('ols.too-few', 'rows', 'more observations than coefficients', got));
  }
  if (![...rows.flat(), ...y].every(Number.isFinite)) {
    return fail(issue('ols.not-finite', 'rows', 'finite numbers', 'NaN or Infinity'));
  }
  return undefined;
}

interface Triangle {
  readonly upper: Matrix;
  readonly right: readonly number[];
}

/** QR without Q: reflections turn rows | y into an upper triangle and its right-hand side. */
function triangular(rows: Matrix, y: readonly number[]): Triangle {
  const width = itemAt(rows, 0).length;
  const work = rows.map((row, i) => Float64Array.of(...row, itemAt(y, i)));
  for (let column = 0; column < width; column += 1) reflect(work, column);
  const top = work.slice(0, width);
  return {
    upper: top.map((row) => Array.from(row.subarray(0, width))),
    right: top.map((row) => itemAt(row, width)),
  };
}

/** Makes the entries of `column` below the diagonal zero, by one reflection of all columns. */
function reflect(work: readonly Float64Array[], column: number): void {
  const below = work.slice(column);
  const first = itemAt(below, 0);
  const norm = Math.sqrt(below.reduce((sum, row) => sum + square(itemAt(row, column)), 0));
  if (norm === 0) return;
  const head = itemAt(first, column);
  const alpha = head > 0 ? -norm : norm;
  const mirror = below.map((row, i) => itemAt(row, column) - (i === 0 ? alpha : 0));
  const half = norm * (norm + Math.abs(head));
  for (let other = column; other < first.length; other += 1) {
    const share = below.reduce((sum, row, i) => sum + itemAt(mirror, i) * itemAt(row, other), 0);
    for (const [i, row] of below.entries()) {
      row[other] = itemAt(row, other) - (share / half) * itemAt(mirror, i);
    }
  }
}

/** The first column that the ones before it explain to the last digits. */
function lostColumn(upper: Matrix, rows: Matrix): number | undefined {
  const found = upper.findIndex((row, column) => {
    const norm = Math.sqrt(rows.reduce((sum, each) => sum + square(itemAt(each, column)), 0));
    return !(Math.abs(itemAt(row, column)) > SMALLEST_OWN_SHARE * norm);
  });
  return found < 0 ? undefined : found;
}

function backSubstituted(upper: Matrix, right: readonly number[]): number[] {
  const solution = new Array<number>(right.length).fill(0);
  for (let row = right.length - 1; row >= 0; row -= 1) {
    let rest = itemAt(right, row);
    for (let column = row + 1; column < right.length; column += 1) {
      rest -= itemAt(itemAt(upper, row), column) * itemAt(solution, column);
    }
    solution[row] = rest / itemAt(itemAt(upper, row), row);
  }
  return solution;
}

/** (R'R)^-1 = R^-1 (R^-1)'. */
function inverseOfNormal(upper: Matrix): number[][] {
  const columns = upper.map((_, unit) =>
    backSubstituted(
      upper,
      upper.map((__, i) => (i === unit ? 1 : 0)),
    ),
  );
  const inverse = upper.map((_, row) => columns.map((column) => itemAt(column, row)));
  return inverse.map((left) => inverse.map((right) => dot(left, right)));
}

function square(value: number): number {
  return value * value;
}
