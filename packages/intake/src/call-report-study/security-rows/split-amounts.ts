import { itemAt } from '@almfes/engine';

export interface SplitTerms {
  /** What is to be split, above zero. */
  readonly amounts: readonly number[];
  /** What the columns are said to hold; only their proportions count. */
  readonly columns: readonly number[];
  /** First guess: above zero, a row for each amount and a number for each column. */
  readonly guess: readonly (readonly number[])[];
}

const STEPS = 200;
const TOLERANCE = 1e-9;

/**
 * Amounts over columns (CALL-61): iterative proportional fitting (Deming and Stephan 1940) of the
 * guess, so that rows add up to the amounts and columns stand in the proportions given. Columns
 * without any amount: each row as guessed. Rows are exact; columns to a billionth of the whole.
 */
export function splitAmounts({ amounts, columns, guess }: SplitTerms): readonly number[][] {
  const whole = sum(amounts);
  const stated = sum(columns);
  let cells = guess.map((row, at) => scaled(row, itemAt(amounts, at)));
  if (stated === 0) return cells;
  const wanted = columns.map((column) => (column / stated) * whole);
  for (let step = 0; step < STEPS; step += 1) {
    const held = wanted.map((_, column) => sum(cells.map((row) => itemAt(row, column))));
    const off = Math.max(...held.map((have, column) => Math.abs(have - itemAt(wanted, column))));
    if (off <= TOLERANCE * whole) break;
    const factors = held.map((have, column) => (have === 0 ? 0 : itemAt(wanted, column) / have));
    cells = cells.map((row, at) =>
      scaled(
        row.map((cell, column) => cell * itemAt(factors, column)),
        itemAt(amounts, at),
      ),
    );
  }
  return cells;
}

function scaled(row: readonly number[], total: number): number[] {
  const now = sum(row);
  return row.map((cell) => (cell * total) / now);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
