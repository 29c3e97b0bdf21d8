import type { Position } from '@almfes/engine';
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

/** Everything but the id and the amounts. A rate is by its step; the premium by itself. */
function cellKey(position: Position, rateBp: number): string {
  const { id: _, notionalUsdMillion: __, carryingUsdMillion: ___, ...terms } = position;
  const { rate, couponRate, noteRate } = terms;
  const step = (of: number): number => (rateBp === 0 ? of : Math.round((of * 10_000) / rateBp));
  return JSON.stringify({
    ...terms,
    ...{ rate: step(rate), couponRate: step(couponRate), noteRate: step(noteRate) },
  });
}
