import { type CellSql, cellsFrom } from './cell-sql.js';
import type { Database } from './open-database.js';
import { sqlName, sqlText } from './sql-text.js';

/** Beyond this many different texts, coding inside the reader is slower than outside it. */
const MOST_CODED = 5000;

export interface CodedTexts {
  /** Name of the type, for a cast. */
  readonly type: string;
  readonly names: readonly string[];
}

let made = 0;

/**
 * The different texts of a column in order of first appearance, as a type of the reader whose code
 * 0 is the empty text; undefined when there are too many.
 */
export async function codedTexts(
  database: Database,
  cell: CellSql,
): Promise<CodedTexts | undefined> {
  const { column, value } = cell;
  const counted = await database.rows(`select approx_count_distinct(${column}) as n from tape`);
  if (Number(counted[0]?.n) > MOST_CODED) return undefined;
  // Blanks are cut off each different cell once, not off every row.
  const cells = `(select ${column}, min(rowid) as rowid from tape group by ${column})`;
  const found = await database.rows(
    `select ${value} as name from ${cellsFrom([cell], cells)} where ${value} is not null
     group by ${value} order by min(stored) limit ${2 * MOST_CODED}`,
  );
  if (found.length >= 2 * MOST_CODED) return undefined;
  const names = found.map(({ name }) => String(name));
  made += 1;
  const type = sqlName(`text ${made}`);
  await database.run(`create type ${type} as enum (${['', ...names].map(sqlText).join(', ')})`);
  return { type, names };
}
