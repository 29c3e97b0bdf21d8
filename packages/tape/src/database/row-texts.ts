import { csvLine } from '../csv-line.js';
import { sqlName } from './sql-text.js';
import type { StoredTape } from './stored-tape.js';

const ROWS_AT_ONCE = 1000;

/** The stored cells of rows, by their number in the file, as lines of CSV without their end. */
export async function rowTexts(
  { database, columns, numbers }: StoredTape,
  rows: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const stored = new Set(
    rows.flatMap((row) => {
      const found = numbers.storedRow(row);
      return found === undefined ? [] : [found];
    }),
  );
  const wanted = [...stored];
  const cells = columns.map(({ id }) => `cast(${sqlName(id)} as varchar) as ${sqlName(id)}`);
  const texts = new Map<number, string>();
  for (let first = 0; first < wanted.length; first += ROWS_AT_ONCE) {
    const batch = wanted.slice(first, first + ROWS_AT_ONCE);
    const found = await database.rows(
      `select cast(rowid as double) as stored, ${cells.join(', ')} from tape
       where rowid in (${batch.join(', ')})`,
    );
    for (const row of found) {
      const values = columns.map(({ id }) => (row[id] === null ? '' : String(row[id])));
      texts.set(numbers.rowOfFile(Number(row.stored)), csvLine(values).slice(0, -1));
    }
  }
  return texts;
}
