import type { Failure, FailureCell, HedgeVariant } from '../stress/index.js';
import type { ComputedOrigin } from './case-result.js';
import { lowerFirst } from './table.js';

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

/** What the numbers of a hedge and a failure, or of several, come from (FAIL-7, FAIL-8). */
export type GridOrigin = (hedge: string, failure?: string) => ComputedOrigin;

/** One origin for each pair, whatever its measure and scenario; no failure named: all of them. */
export function gridOrigins(
  hedges: readonly Pick<HedgeVariant, 'id' | 'title' | 'changes'>[],
  failures: readonly Pick<Failure, 'id' | 'title' | 'changes'>[],
  start: readonly string[],
): GridOrigin {
  const made = new Map<string, ComputedOrigin>();
  return (hedge, failure) => {
    const key = JSON.stringify([hedge, failure]);
    const using = hedges.find(({ id }) => id === hedge);
    const under = failures.find(({ id }) => id === failure);
    const none = failure === '' ? 'no failure' : 'each named failure in turn';
    const applied = [
      ...start,
      ...(using === undefined ? [] : [inWordsOf(using)]),
      under === undefined ? none : inWordsOf(under),
    ];
    const origin = made.get(key) ?? {
      title: `${using?.title ?? 'The bank'}, ${lowerFirst(under?.title ?? none)}`,
      rule: 'FAIL-8',
      measures: ['eve.value', 'nii.12m', 'capital.economic.e0', 'runThreshold.liquidity.1d'],
      applied,
    };
    made.set(key, origin);
    return origin;
  };
}

function inWordsOf({ title, changes }: Pick<HedgeVariant, 'title' | 'changes'>): string {
  const names = [...new Set(changes.map((change) => change.title))].filter(
    (name) => name !== title,
  );
  return [title, ...(names.length === 0 ? [] : [names.join('; ')])].join(': ');
}
