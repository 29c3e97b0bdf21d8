import { ok, type Result } from '@almfes/engine';
import type { ColumnRequest } from '../column-request.js';
import type { RowCondition } from '../row-condition.js';
import type { FoundRows } from '../tape.js';
import { type CellSql, cellsFrom } from './cell-sql.js';
import { cellsOf } from './scan-rows.js';
import { sqlNumber, sqlTexts } from './sql-text.js';
import type { StoredTape } from './stored-tape.js';

/** How many rows meet a condition, and the first of them (rule TAPE-13). */
export async function findRows(
  tape: StoredTape,
  where: RowCondition,
  most: number,
): Promise<Result<FoundRows>> {
  const asked = cellsOf(tape, requestsOf(where));
  if (!asked.ok) return asked;
  const cells = asked.value;
  const from = `${cellsFrom(cells)} where ${conditionSql(where, [...cells])}`;
  const { database, numbers } = tape;
  const [counted] = await database.rows(`select cast(count(*) as double) as n from ${from}`);
  const shown = cells.map(({ text }, index) => `, ${text} as shown${index}`);
  const found = await database.rows(
    `select cast(stored as double) as stored${shown.join('')} from ${from}
     order by stored limit ${most}`,
  );
  const examples = found.map((row) => {
    const values = new Map(
      cells.map(({ request }, index) => [request.name, row[`shown${index}`]] as const),
    );
    const written = [...values].map(([column, value]) => {
      return { column, value: typeof value === 'string' ? value : null };
    });
    return { row: numbers.rowOfFile(Number(row.stored)), cells: written };
  });
  return ok({ count: Number(counted?.n), examples });
}

/** The columns a condition looks at. */
function requestsOf(where: RowCondition): readonly ColumnRequest[] {
  if (where.test === 'all' || where.test === 'any') return where.of.flatMap(requestsOf);
  if (where.test === 'out-of-order') return [where.earlier, where.later];
  if (where.test === 'sum-differs') return [where.total, ...where.parts];
  return [where.column];
}

/**
 * Takes the cells of the condition from the front, in the order of `requestsOf`. A comparison with
 * a cell that is absent or does not fit is false, never null.
 */
function conditionSql(where: RowCondition, cells: CellSql[]): string {
  if (where.test === 'all' || where.test === 'any') {
    const parts = where.of.map((one) => conditionSql(one, cells));
    if (parts.length === 0) return where.test === 'all' ? 'true' : 'false';
    return `(${parts.join(where.test === 'all' ? ' and ' : ' or ')})`;
  }
  const [first, ...rest] = cells.splice(0, requestsOf(where).length);
  if (first === undefined) throw new Error('a condition looks at no column');
  return `coalesce(${testSql(where, first, rest)}, false)`;
}

type CellTest = Exclude<RowCondition, { readonly of: readonly RowCondition[] }>;

function testSql(where: CellTest, { value, absent, unfit }: CellSql, rest: readonly CellSql[]) {
  if (where.test === 'absent') return absent;
  if (where.test === 'unfit') return unfit;
  const values = rest.map((cell) => cell.value);
  if (where.test === 'outside') {
    const { least, most } = where;
    const low = least === undefined ? 'false' : `${value} < ${sqlNumber(least)}`;
    return `(${low} or ${most === undefined ? 'false' : `${value} > ${sqlNumber(most)}`})`;
  }
  if (where.test === 'out-of-order') return `${value} > ${values.join('')}`;
  if (where.test === 'sum-differs') {
    const parts = values.length === 0 ? '0' : values.join(' + ');
    return `abs(${value} - (${parts})) > ${sqlNumber(where.tolerance)}`;
  }
  const isNamed = where.names.length === 0 ? 'false' : `${value} in ${sqlTexts(where.names)}`;
  return where.test === 'in' ? isNamed : `(${value} is not null and not (${isNamed}))`;
}
