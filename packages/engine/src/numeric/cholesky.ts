import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';

type Matrix = readonly (readonly number[])[];

/** A pivot under this share of its diagonal entry leaves no digit of the answer. */
const SMALLEST_PIVOT_SHARE = 1e-12;

/**
 * The lower triangular L with L L' = matrix (rule MATRIX-2), of a symmetric positive definite
 * matrix; only its lower half is read. Issues: `matrix.shape`, `matrix.not-positive-definite`.
 */
export function choleskyFactor(matrix: Matrix): Result<number[][]> {
  const size = matrix.length;
  if (matrix.some((row) => row.length !== size)) {
    return fail(issue('matrix.shape', 'matrix', `${size} rows of ${size}`, 'another shape'));
  }
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < size; i += 1) {
    const row = itemAt(lower, i);
    for (let j = 0; j <= i; j += 1) {
      const other = itemAt(lower, j);
      const given = itemAt(itemAt(matrix, i), j);
      let rest = given;
      for (let k = 0; k < j; k += 1) rest -= itemAt(row, k) * itemAt(other, k);
      if (i !== j) {
        row[j] = rest / itemAt(other, j);
        continue;
      }
      if (!(rest > SMALLEST_PIVOT_SHARE * Math.abs(given))) {
        const path = `matrix[${i}]`;
        return fail(issue('matrix.not-positive-definite', path, 'a positive pivot', String(rest)));
      }
      row[i] = Math.sqrt(rest);
    }
  }
  return ok(lower);
}

/** y with L y = right, L lower triangular. */
export function forwardSubstitute(lower: Matrix, right: readonly number[]): number[] {
  const solution: number[] = [];
  for (let i = 0; i < right.length; i += 1) {
    const row = itemAt(lower, i);
    let rest = itemAt(right, i);
    for (let j = 0; j < i; j += 1) rest -= itemAt(row, j) * itemAt(solution, j);
    solution.push(rest / itemAt(row, i));
  }
  return solution;
}

/** y with L' y = right, L lower triangular. */
export function backwardSubstitute(lower: Matrix, right: readonly number[]): number[] {
  const size = right.length;
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = itemAt(right, i);
    for (let j = i + 1; j < size; j += 1) rest -= itemAt(itemAt(lower, j), i) * itemAt(solution, j);
    solution[i] = rest / itemAt(itemAt(lower, i), i);
  }
  return solution;
}
