import {
  dayFromIso,
  decimalFromPercent,
  fail,
  type Issue,
  issue,
  itemAt,
  ok,
  type Result,
} from '../../foundation/index.js';

/** One day of a published table: decimal rates by column, blank cells absent. */
export interface VintageRow {
  /** Line of the text, the head being 1. */
  readonly line: number;
  readonly day: number;
  readonly rates: ReadonlyMap<string, number>;
}

/** A row that could be read, or why it could not. */
export type VintageRows = readonly Result<VintageRow>[];

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A table of days in per cent, comma separated, first column `date` (rule CURVE-25): one result a
 * row, in order. Issue `vintage.head` when the head is not `date` and the columns named; of a row
 * `vintage.cells`, `vintage.number`, `date.format`, `date.none`, `vintage.order`.
 */
export function vintageTable(text: string, columns: readonly string[]): Result<VintageRows> {
  const lines = text.split(/\r?\n/);
  const head = ['date', ...columns].join(',');
  if (lines[0] !== head) return fail(issue('vintage.head', 'line 1', head, lines[0] ?? 'nothing'));
  const rows: Result<VintageRow>[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === '') continue;
    const row = rowOf(line, index + 1, columns, before);
    if (row.ok) before = row.value.day;
    rows.push(row);
  }
  return ok(rows);
}

function rowOf(
  text: string,
  line: number,
  columns: readonly string[],
  before: number,
): Result<VintageRow> {
  const path = `line ${line}`;
  const [date = '', ...cells] = text.split(',');
  const day = dayFromIso(date, `${path}.date`);
  if (!day.ok) return day;
  const issues: Issue[] = [];
  if (cells.length !== columns.length) {
    const got = `${cells.length} cells`;
    return fail(issue('vintage.cells', path, `${columns.length} cells`, got));
  }
  if (!(day.value > before)) {
    issues.push(issue('vintage.order', `${path}.date`, 'a day after the row before', date));
  }
  const rates = new Map<string, number>();
  for (const [i, cell] of cells.entries()) {
    if (cell === '') continue;
    const column = itemAt(columns, i);
    if (PLAIN_NUMBER.test(cell)) rates.set(column, decimalFromPercent(Number(cell)));
    else issues.push(issue('vintage.number', `${path}.${column}`, 'a number or nothing', cell));
  }
  return issues.length === 0 ? ok({ line, day: day.value, rates }) : fail(...issues);
}
