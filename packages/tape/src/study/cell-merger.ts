import { NUMBER_COLUMNS, type Position, TEXT_COLUMNS } from '@almfes/engine';
import { type BookCollector, bookCollector } from './book-collector.js';

/** Rates as near as this are one; 0: only equal ones (rule TAPE-49). */
export interface CellOptions {
  readonly rateBp: number;
}

const MEANS = ['rate', 'couponRate', 'noteRate'] as const;

/**
 * Merges positions whose terms are equal, rates after rounding, into one row with the sum of
 * their amounts and the mean of their rates by amount. The row has the id of its first position.
 */
export function cellMerger({ rateBp }: CellOptions): BookCollector {
  const collector = bookCollector();
  const rowOf = new Map<string, number>();
  const add = (position: Position): void => {
    const key = cellKey(position, rateBp);
    const row = rowOf.get(key);
    if (row === undefined) {
      rowOf.set(key, collector.rows());
      collector.add(position);
      return;
    }
    const before = collector.numberAt(row, 'notionalUsdMillion');
    const notional = before + position.notionalUsdMillion;
    for (const name of MEANS) {
      const old = collector.numberAt(row, name);
      if (notional === 0 || old === position[name]) continue;
      const part = position.notionalUsdMillion / notional;
      collector.setNumber(row, name, old + (position[name] - old) * part);
    }
    collector.setNumber(row, 'notionalUsdMillion', notional);
    const carrying = collector.numberAt(row, 'carryingUsdMillion') + position.carryingUsdMillion;
    collector.setNumber(row, 'carryingUsdMillion', carrying);
  };
  return { ...collector, add };
}

const KEPT = NUMBER_COLUMNS.filter(
  (name) => name !== 'notionalUsdMillion' && name !== 'carryingUsdMillion',
);
const ROUNDED: readonly string[] = MEANS;

/** Everything but the id and the amounts, without names: a million keys stand in memory. */
function cellKey(position: Position, rateBp: number): string {
  const step = (of: number): number => (rateBp === 0 ? of : Math.round((of * 10_000) / rateBp));
  const numbers = KEPT.map((name) =>
    ROUNDED.includes(name) ? step(position[name]) : position[name],
  );
  const texts = TEXT_COLUMNS.map((name) => position[name]);
  return JSON.stringify([position.side, position.floats, ...texts, ...numbers]);
}
