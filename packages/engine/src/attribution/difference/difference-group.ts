import { itemAt } from '../../foundation/index.js';
import type { Change } from '../../study/index.js';
import type { ChangeGroup } from '../group.js';

/** What can lie between two Studies, in the canonical order of the groups (ATTR-21). */
export const DIFFERENCES = {
  market: 'Market: rates of the curve, mortgage rate, swap spread',
  'roll-down': 'Roll-down: dates, and months of rows and swaps that are in both',
  'run-off': 'Run-off: assets that left',
  'new-business': 'New business: assets that came',
  mix: 'Mix: rates and other terms of rows that are in both',
  assumption: 'Assumptions',
  model: 'Models of another form',
  hedge: 'Hedges',
  funding: 'Funding: deposits and borrowings that left or came',
  capital: 'Capital facts',
  liquidity: 'Liquidity facts',
  scenario: 'Scenarios asked',
} as const;
export type DifferenceId = keyof typeof DIFFERENCES;

/** A group of one difference, and the parts it is made of, which commute as the groups do. */
export interface DifferenceGroup extends ChangeGroup {
  readonly id: DifferenceId;
  readonly parts: readonly ChangeGroup[];
}

type Patch<C> = C extends Change
  ? Omit<C, 'id' | 'title' | 'rationale' | 'sources' | 'size'>
  : never;

/** One patch, and the part of a difference that it belongs to. */
export interface Piece {
  readonly group: DifferenceId;
  /** In words a reader knows: the book, the family of models, the name of the part. */
  readonly part: string;
  readonly patch: Patch<Change>;
}

/** Pieces to groups: in canonical order, parts in the order in which they are first met. */
export function groupsOf(pieces: readonly Piece[]): readonly DifferenceGroup[] {
  return DIFFERENCE_IDS.flatMap((id) => {
    const own = pieces.filter(({ group }) => group === id);
    if (own.length === 0) return [];
    const names = [...new Set(own.map(({ part }) => part))];
    const parts = names.map((name) => partOf(id, name, own));
    const changes = parts.flatMap((part) => part.changes);
    return [{ id, title: DIFFERENCES[id], changes, parts }];
  });
}

const DIFFERENCE_IDS: readonly DifferenceId[] = [
  'market',
  'roll-down',
  'run-off',
  'new-business',
  'mix',
  'assumption',
  'model',
  'hedge',
  'funding',
  'capital',
  'liquidity',
  'scenario',
];

function partOf(group: DifferenceId, name: string, pieces: readonly Piece[]): ChangeGroup {
  const own = pieces.filter(({ part }) => part === name);
  const id = `${group}.${name.replaceAll(' ', '-')}`;
  const title = `${itemAt(DIFFERENCES[group].split(':'), 0)}: ${name}`;
  const changes = own.map(({ patch }, index): Change => {
    const at = own.length === 1 ? id : `${id}.${index + 1}`;
    return { ...patch, id: at, title, rationale: RATIONALE, sources: [], size: 1 };
  });
  return { id, title, changes };
}

const RATIONALE = 'What the second Study has in the place of what the first has';
