import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import type { ColumnRequest } from '../column-request.js';
import type {
  ColumnSummary,
  ColumnsAsked,
  Duplicates,
  FrequentValue,
  GroupTotal,
  TotalsRequest,
} from '../tape.js';
import { type CellSql, cellsFrom } from './cell-sql.js';
import { cellsOf } from './scan-rows.js';
import type { StoredTape } from './stored-tape.js';

/** Row numbers shown of one repeated key. */
const SHOWN_ROWS = 20;

/** One column as it would be read (rule TAPE-13). */
export async function columnSummary(
  tape: StoredTape,
  request: ColumnRequest,
): Promise<Result<ColumnSummary>> {
  const cells = cellsOf(tape, [request]);
  if (!cells.ok) return cells;
  const [cell] = cells.value;
  if (cell === undefined) throw new Error('a request gave no cell');
  const ordered = request.as === 'number' || request.as === 'date';
  const value = request.as === 'date' ? `cast(${cell.value} as double)` : cell.value;
  const extremes = ordered
    ? `, min(${value}) as least, max(${value}) as most, median(${value}) as median,
       quantile_cont(${value}, 0.01) as p01, quantile_cont(${value}, 0.99) as p99`
    : '';
  const sum = request.as === 'number' ? `, fsum(${cell.value}) as total` : '';
  const [found] = await tape.database.rows(
    `select cast(count(*) as double) as n,
     cast(count(*) filter (${cell.absent}) as double) as absent,
     cast(count(*) filter (${cell.unfit}) as double) as unfit,
     cast(count(distinct ${cell.value}) as double) as different ${extremes}${sum}
     from ${cellsFrom([cell])}`,
  );
  const number = (name: string): number => Number(found?.[name]);
  const counts = {
    ...{ rows: number('n'), absent: number('absent'), unfit: number('unfit') },
    distinct: number('different'),
  };
  if (!ordered || typeof found?.least !== 'number') return ok(counts);
  const range = {
    ...{ least: found.least, p01: number('p01'), median: number('median') },
    ...{ p99: number('p99'), most: number('most') },
  };
  return ok(
    request.as === 'number'
      ? { ...counts, ...range, sum: number('total') }
      : { ...counts, ...range },
  );
}

function textsOf(tape: StoredTape, columns: readonly string[]): Result<readonly CellSql[]> {
  return cellsOf(
    tape,
    columns.map((name) => ({ name, as: 'text' })),
  );
}

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));

/** The most frequent cells, then by text; null where there is nothing. */
export async function frequentValues(
  tape: StoredTape,
  { columns, most }: ColumnsAsked,
): Promise<Result<readonly FrequentValue[]>> {
  const texts = textsOf(tape, columns);
  if (!texts.ok) return texts;
  const names = texts.value.map(({ value }) => value);
  const found = await tape.database.rows(
    `select ${names.join(', ')}, cast(count(*) as double) as n
     from ${cellsFrom(texts.value)} group by ${names.join(', ')}
     order by n desc, ${names.join(', ')} nulls last limit ${whole(most)}`,
  );
  return ok(
    found.map((row) => {
      return { cells: names.map((name) => textOrNull(row[name])), rows: Number(row.n) };
    }),
  );
}

/** Keys that stand in more than one row. */
export async function duplicateKeys(
  tape: StoredTape,
  { columns, most }: ColumnsAsked,
): Promise<Result<Duplicates>> {
  const texts = textsOf(tape, columns);
  if (!texts.ok) return texts;
  const names = texts.value.map(({ value }) => value);
  const present = names.map((name) => `${name} is not null`).join(' and ');
  const cells = `select ${names.join(', ')}, stored from ${cellsFrom(texts.value)}
    where ${present}`;
  const repeated = `select ${names.join(', ')}, count(*) as n, min(stored) as first_row
    from (${cells}) group by ${names.join(', ')} having count(*) > 1`;
  const [counts] = await tape.database.rows(
    `select cast(count(*) as double) as keys, cast(coalesce(sum(n), 0) as double) as n
     from (${repeated})`,
  );
  if (Number(counts?.keys) === 0) return ok({ keys: 0, rows: 0, examples: [] });
  // Counts can leave memory and lists cannot: only the keys that are shown have a list.
  const found = await tape.database.rows(
    `with shown as materialized (${repeated} order by first_row limit ${whole(most)})
     select ${names.join(', ')}, any_value(first_row) as first_row,
       min(stored, ${SHOWN_ROWS}) as shown
     from (${cells}) join shown using (${names.join(', ')})
     group by ${names.join(', ')} order by first_row`,
  );
  const examples = found.map((row) => {
    const places: readonly unknown[] = Array.isArray(row.shown) ? row.shown : [];
    const rows = places.map((stored) => tape.numbers.rowOfFile(Number(stored)));
    return { cells: names.map((name) => String(row[name])), rows };
  });
  return ok({ keys: Number(counts?.keys), rows: Number(counts?.n), examples });
}

/** Sums by group in compensated arithmetic, groups in the order of their names. */
export async function groupTotals(
  tape: StoredTape,
  { amounts, by, mostGroups }: TotalsRequest,
): Promise<Result<readonly GroupTotal[]>> {
  const cells = cellsOf(tape, [...by, ...amounts]);
  if (!cells.ok) return cells;
  const values = cells.value.map(({ value }) => value);
  const keys = values.slice(0, by.length);
  const sums = values.slice(by.length);
  const totals = sums.map((name) => {
    return `coalesce(fsum(${name}), 0) as s_${name},
      cast(count(*) - count(${name}) as double) as u_${name}`;
  });
  const grouped =
    keys.length === 0 ? '' : `group by ${keys.join(', ')} order by ${keys.join(', ')}`;
  const found = await tape.database.rows(
    `select ${[...keys, 'cast(count(*) as double) as n', ...totals].join(', ')}
     from ${cellsFrom(cells.value)} ${grouped} limit ${whole(mostGroups) + 1}`,
  );
  if (found.length > mostGroups) return fail(tooManyGroups(tape, mostGroups));
  return ok(
    found.map((row): GroupTotal => {
      return {
        by: keys.map((name) => textOrNull(row[name])),
        rows: Number(row.n),
        sums: sums.map((name) => Number(row[`s_${name}`])),
        unread: sums.map((name) => Number(row[`u_${name}`])),
      };
    }),
  );
}

function tooManyGroups({ fileName }: StoredTape, most: number): Issue {
  return issue('tape.groups', fileName, `at most ${most} groups`, 'more');
}

function whole(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`${count} is no count`);
  return count;
}
