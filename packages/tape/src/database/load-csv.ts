import { fail, issue, ok, type Result } from '@almfes/engine';
import type { RefusedCell } from '../refused-cell.js';
import type { RowNumbers } from '../row-number.js';
import type { Database } from './open-database.js';
import { readerProblem } from './open-database.js';
import { sqlName, sqlText } from './sql-text.js';
import type { StoredColumn } from './stored-column.js';

export interface CleanCsv {
  readonly database: Database;
  /** The private copy that `copyRecords` made. */
  readonly path: string;
  readonly fileName: string;
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly rows: number;
  readonly numbers: RowNumbers;
  readonly refused: readonly RefusedCell[];
}

/** Rows that stand in the table `tape`, and what was refused on the way there. */
export interface LoadedRows {
  readonly columns: readonly StoredColumn[];
  readonly rowCount: number;
  readonly numbers: RowNumbers;
  readonly refused: readonly RefusedCell[];
}

/** Every cell as text, as written (rule TAPE-7). Both readers must see the same rows. */
export async function loadCsv(csv: CleanCsv): Promise<Result<LoadedRows>> {
  const { database, path, fileName, header, delimiter, rows } = csv;
  const columns = header.map((name, index): StoredColumn => {
    return { id: `c${index + 1}`, name, type: 'text', storedAs: 'VARCHAR' };
  });
  const types = columns.map(({ id }) => `${sqlText(id)}: 'VARCHAR'`).join(', ');
  const options = [
    ...[`columns = {${types}}`, 'auto_detect = false', 'header = false', `escape = '"'`],
    ...[`delim = ${sqlText(delimiter)}`, `quote = '"'`, `nullstr = ''`, `new_line = '\\n'`],
    ...['max_line_size = 4194304', `encoding = 'utf-8'`],
  ];
  const names = columns.map(({ id }) => sqlName(id)).join(', ');
  const problem = await load(
    database,
    `create table tape as select ${names} from read_csv(${sqlText(path)}, ${options.join(', ')})`,
  );
  if (problem !== undefined) {
    return fail(issue('tape.reader', fileName, 'rows that the reader can cut', problem));
  }
  const stored = await database.rows('select count(*) as n from tape');
  const rowCount = Number(stored[0]?.n);
  if (rowCount !== rows) {
    const got = `${rows} and ${rowCount}`;
    return fail(issue('tape.reader', fileName, 'as many rows by both readers', got));
  }
  const { numbers, refused } = csv;
  return ok({ columns, rowCount, numbers, refused });
}

/** Runs a load; the reader's sentence when it refuses. */
export async function load(database: Database, query: string): Promise<string | undefined> {
  try {
    await database.run(query);
    return undefined;
  } catch (error) {
    return readerProblem(error);
  }
}
