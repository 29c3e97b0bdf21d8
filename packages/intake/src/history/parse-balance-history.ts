import {
  type BalanceHistory,
  collect,
  dayFromIso,
  fail,
  type Issue,
  issue,
  ok,
  type Result,
} from '@almfes/engine';
import { type CellLimits, type CsvRow, cellPlace, csvTable, numberCell } from './csv-table.js';

const COLUMNS = ['date', 'balance'] as const;
const BALANCE: CellLimits = { min: Number.MIN_VALUE, max: 1e15, expected: 'a balance above zero' };
const MONTHS_A_YEAR = 12;

interface Dated {
  readonly row: number;
  readonly date: string;
  /** Counts calendar months. */
  readonly month: number;
  readonly balance: number;
}

/**
 * Balances on dates from CSV text (rule EST-14): the columns are `date,balance`; one balance a
 * calendar month at most, in rising order, in any one unit of money. Issues: `csv.*`, `date.*`,
 * `history.order`.
 */
export function parseBalanceHistory(text: string): Result<BalanceHistory> {
  const table = csvTable(text, COLUMNS);
  if (!table.ok) return table;
  const parsed = collect(table.value.map(datedOf));
  if (!parsed.ok) return parsed;
  const issues = parsed.value.flatMap((dated, i) => orderIssues(parsed.value[i - 1], dated));
  if (issues.length > 0) return fail(...issues);
  const start = parsed.value[0]?.month ?? 0;
  return ok({
    months: parsed.value.map(({ month }) => month - start),
    balances: parsed.value.map(({ balance }) => balance),
  });
}

function datedOf({ row, cells }: CsvRow): Result<Dated> {
  const [date = '', amount = ''] = cells;
  const day = dayFromIso(date, cellPlace(row, COLUMNS[0]));
  const balance = numberCell(amount, cellPlace(row, COLUMNS[1]), BALANCE);
  if (!day.ok || !balance.ok) {
    return fail(...[day, balance].flatMap((one) => (one.ok ? [] : one.issues)));
  }
  const [year = 0, month = 0] = date.split('-').map(Number);
  return ok({ row, date, month: year * MONTHS_A_YEAR + month, balance: balance.value });
}

function orderIssues(before: Dated | undefined, dated: Dated): readonly Issue[] {
  if (before === undefined || dated.month > before.month) return [];
  const expected = `a later month than ${before.date}`;
  return [issue('history.order', cellPlace(dated.row, COLUMNS[0]), expected, dated.date)];
}
