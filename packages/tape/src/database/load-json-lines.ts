import { fail, issue, ok, type Result, read } from '@almfes/engine';
import type { RefusedCell } from '../refused-cell.js';
import { type RowNumbers, rowNumbers } from '../row-number.js';
import { type LoadedRows, load } from './load-csv.js';
import type { Database } from './open-database.js';
import { sqlName, sqlText } from './sql-text.js';
import type { StoredColumn } from './stored-column.js';

const MOST_COLUMNS = 2000;

export interface CleanLines {
  readonly database: Database;
  readonly path: string;
  readonly fileName: string;
  readonly rows: number;
  readonly numbers: RowNumbers;
}

/**
 * One object a line (rule TAPE-6): the columns are all keys, in order of first appearance; every
 * value as text, as written. A line that is no object, or gives a key twice, is refused.
 */
export async function loadJsonLines(lines: CleanLines): Promise<Result<LoadedRows>> {
  const { database, path, fileName } = lines;
  const problem = await load(database, linesQuery(path));
  if (problem !== undefined) {
    return fail(issue('tape.reader', fileName, 'lines that the reader can cut', problem));
  }
  const columns = await keyColumns(database, fileName);
  if (!columns.ok) return columns;
  const refused = await refusedLines(lines);
  const paths = columns.value.map(({ name }) => sqlText(read.pointer('', name))).join(', ');
  const cells = columns.value.map(({ id }, index) => `v[${index + 1}] as ${sqlName(id)}`);
  await database.run(
    `create table tape as select ${cells.join(', ')} from
     (select json_extract_string(line, [${paths}]) as v from lines where kind = 'row')`,
  );
  await database.run('drop table lines');
  const counted = await database.rows('select count(*) as n from tape');
  const numbers = numbersWithout(lines, refused);
  return ok({ columns: columns.value, rowCount: Number(counted[0]?.n), numbers, refused });
}

/** Each line with what it is; a control character cannot stand in a line, so it cuts none. */
function linesQuery(path: string): string {
  const options = [
    ...[`columns = {'line': 'VARCHAR'}`, 'auto_detect = false', 'header = false', `quote = ''`],
    ...[`escape = ''`, `delim = e'\\x01'`, `nullstr = ''`, `new_line = '\\n'`],
    ...['max_line_size = 4194304', `encoding = 'utf-8'`],
  ];
  return `create table lines as select line,
    case when not json_valid(line) then 'broken'
    when json_type(line) <> 'OBJECT' then 'no object'
    when len(json_keys(line)) <> len(list_distinct(json_keys(line))) then 'a key twice'
    else 'row' end as kind
    from read_csv(${sqlText(path)}, ${options.join(', ')})`;
}

async function keyColumns(
  database: Database,
  fileName: string,
): Promise<Result<readonly StoredColumn[]>> {
  const found = await database.rows(
    `select key, min(place) as place from
     (select unnest(keys) as key, rowid * ${MOST_COLUMNS} + generate_subscripts(keys, 1) as place
      from (select rowid, json_keys(line) as keys from lines where kind = 'row'))
     group by key order by place limit ${MOST_COLUMNS + 1}`,
  );
  if (found.length > MOST_COLUMNS) {
    const expected = `at most ${MOST_COLUMNS} different keys`;
    return fail(issue('tape.header', fileName, expected, 'more'));
  }
  return ok(
    found.map(({ key }, index): StoredColumn => {
      return { id: `c${index + 1}`, name: String(key), type: 'text', storedAs: 'JSON' };
    }),
  );
}

async function refusedLines({ database, numbers }: CleanLines): Promise<readonly RefusedCell[]> {
  const found = await database.rows(
    `select cast(rowid as double) as stored, kind, line from lines where kind <> 'row' order by 1`,
  );
  return found.map(({ stored, kind, line }): RefusedCell => {
    const row = numbers.rowOfFile(Number(stored));
    const code = kind === 'broken' ? 'tape.json' : 'tape.row';
    const rawText = String(line).slice(0, 10_000);
    const got = kind === 'broken' ? 'broken JSON' : String(kind);
    return { row, column: '', code, expected: 'one JSON object', got, rawText };
  });
}

/** Row numbers once refused lines are gone. */
function numbersWithout(
  { rows, numbers }: CleanLines,
  refused: readonly RefusedCell[],
): RowNumbers {
  if (refused.length === 0) return numbers;
  const gone = new Set(refused.map(({ row }) => row));
  const left = rowNumbers();
  let stored = 0;
  for (let line = 0; line < rows; line += 1) {
    const row = numbers.rowOfFile(line);
    if (gone.has(row)) continue;
    left.add(stored, row);
    stored += 1;
  }
  return left;
}
