import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';

/** A pivot this much smaller than the largest entry leaves no digit of the answer. */
const SMALLEST_RELATIVE_PIVOT = 1e-14;

/**
 * x with matrix x = right (n rows of n numbers, n numbers) by Gaussian elimination with
 * partial pivoting (rule MATRIX-1). Neither argument is changed.
 * Issues: `matrix.shape`, `matrix.singular`.
 */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): Result<number[]> {
  const size = right.length;
  if (matrix.length !== size || matrix.some((row) => row.length !== size)) {
    const got = `${matrix.length} rows for ${size} right-hand sides`;
    return fail(issue('matrix.shape', 'matrix', 'as many rows and columns as sides', got));
  }
  const rows = matrix.map((row, index) => Float64Array.of(...row, itemAt(right, index)));
  const largest = Math.max(0, ...matrix.flatMap((row) => row.map(Math.abs)));
  for (let column = 0; column < size; column += 1) {
    bringPivotUp(rows, column);
    const pivot = Math.abs(entry(rows, column, column));
    if (!(pivot > largest * SMALLEST_RELATIVE_PIVOT)) {
      return fail(issue('matrix.singular', 'matrix', 'a regular matrix', `pivot ${pivot}`));
    }
    eliminateBelow(rows, column);
  }
  return ok(backSubstitute(rows));
}

function entry(rows: readonly Float64Array[], row: number, column: number): number {
  return itemAt(itemAt(rows, row), column);
}

function bringPivotUp(rows: Float64Array[], column: number): void {
  let pivotRow = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    const isLarger = Math.abs(entry(rows, row, column)) > Math.abs(entry(rows, pivotRow, column));
    if (isLarger) pivotRow = row;
  }
  const moved = itemAt(rows, pivotRow);
  rows[pivotRow] = itemAt(rows, column);
  rows[column] = moved;
}

function eliminateBelow(rows: readonly Float64Array[], column: number): void {
  const pivotRow = itemAt(rows, column);
  for (const row of rows.slice(column + 1)) {
    const factor = itemAt(row, column) / itemAt(pivotRow, column);
    for (let i = column; i < row.length; i += 1) {
      row[i] = itemAt(row, i) - factor * itemAt(pivotRow, i);
    }
  }
}

function backSubstitute(rows: readonly Float64Array[]): number[] {
  const size = rows.length;
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = entry(rows, row, size);
    for (let column = row + 1; column < size; column += 1) {
      rest -= entry(rows, row, column) * itemAt(solution, column);
    }
    solution[row] = rest / entry(rows, row, row);
  }
  return solution;
}
