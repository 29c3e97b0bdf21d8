import { fail, issue, ok, type Result } from '@almfes/engine';
import { rowNumbers } from '../row-number.js';
import type { StoredType } from '../tape.js';
import { type LoadedRows, load } from './load-csv.js';
import { type Database, readerProblem } from './open-database.js';
import { sqlName, sqlText } from './sql-text.js';
import type { StoredColumn } from './stored-column.js';

const NUMBERS = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL\(.*\))$/;
const DAYS = /^(DATE|TIMESTAMP.*)$/;
const TEXTS = /^(VARCHAR|ENUM\(.*\)|UUID)$/;

/** Columns in the types of the file (rule TAPE-7): nothing is turned into text and back. */
export async function loadParquet(
  database: Database,
  { path, fileName }: { readonly path: string; readonly fileName: string },
): Promise<Result<LoadedRows>> {
  const from = `read_parquet(${sqlText(path)})`;
  const described = await describe(database, from);
  if (!described.ok) {
    return fail(issue('tape.parquet', fileName, 'a whole Parquet file', described.problem));
  }
  const columns = described.rows.map((row, index): StoredColumn => {
    const storedAs = String(row.column_type);
    return { id: `c${index + 1}`, name: String(row.column_name), type: typeOf(storedAs), storedAs };
  });
  const names = columns.map(({ id }) => sqlName(id)).join(', ');
  const problem = await load(
    database,
    `create table tape as select ${names} from ${from} as t(${names})`,
  );
  if (problem !== undefined) {
    return fail(issue('tape.parquet', fileName, 'a whole Parquet file', problem));
  }
  const counted = await database.rows('select count(*) as n from tape');
  const numbers = rowNumbers();
  numbers.add(0, 1);
  return ok({ columns, rowCount: Number(counted[0]?.n), numbers, refused: [] });
}

type Described =
  | { readonly ok: true; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly ok: false; readonly problem: string };

async function describe(database: Database, from: string): Promise<Described> {
  try {
    return { ok: true, rows: await database.rows(`describe select * from ${from}`) };
  } catch (error) {
    return { ok: false, problem: readerProblem(error) };
  }
}

function typeOf(storedAs: string): StoredType {
  if (NUMBERS.test(storedAs)) return 'number';
  if (DAYS.test(storedAs)) return 'date';
  if (TEXTS.test(storedAs)) return 'text';
  return storedAs === 'BOOLEAN' ? 'boolean' : 'other';
}
