import type { FailureCell } from '../stress/index.js';

/** The rate rise at which losses are taken apart and hedges compared. */
export const RISE = '+200';

export interface Named {
  readonly id: string;
  readonly title: string;
}

/**
 * One cell of the grid.
 * @throws when the grid lacks it (a programmer's error): a missing cell is never shown as 0.
 */
export function cellAt(
  cells: readonly FailureCell[],
  hedge: string,
  failure: string,
  scenario: string,
): FailureCell {
  const found = cells.find(
    (cell) => cell.hedge === hedge && cell.failure === failure && cell.scenario === scenario,
  );
  if (found !== undefined) return found;
  throw new Error(`no cell of hedge "${hedge}", failure "${failure}", scenario "${scenario}"`);
}

/** Hedges of the grid in its order, the bank without hedge first. */
export function hedgesOf(cells: readonly FailureCell[]): Named[] {
  const found = new Map(cells.map((cell) => [cell.hedge, cell.hedgeTitle]));
  return [...found].map(([id, title]) => ({ id, title }));
}

/** Failures of the grid in its order, "no failure" (empty id) first. */
export function failuresOf(cells: readonly FailureCell[]): Named[] {
  const found = new Map(cells.map((cell) => [cell.failure, cell.failureTitle]));
  return [...found].map(([id, title]) => ({ id, title }));
}
