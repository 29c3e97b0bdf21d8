import {
  collect,
  dayFromIso,
  decimalFromPercent,
  fail,
  type Issue,
  isoFromDay,
  issue,
  ok,
  type RateHistory,
  type Result,
} from '@almfes/engine';
import { type CellLimits, type CsvRow, cellPlace, csvTable, numberCell } from './csv-table.js';

const COLUMNS = ['date', 'policyRatePercent', 'costPercent'] as const;
const PERCENT: CellLimits = { min: -25, max: 100, expected: 'per cent a year, from -25 to 100' };
const QUARTERS_A_YEAR = 4;

interface Quarter {
  readonly row: number;
  readonly date: string;
  /** Counts quarters, so that the next one is one more. */
  readonly number: number;
  readonly policyRate: number;
  readonly depositRate: number | null;
}

/**
 * Quarters of a policy rate and of a deposit's cost from CSV text (rule EST-14): the columns are
 * `date,policyRatePercent,costPercent`, a blank cost is not known. All issues of cells at once.
 * Issues: `csv.*`, `date.*`, `history.quarter-end`, `history.gap`.
 */
export function parseRateHistory(text: string): Result<RateHistory> {
  const table = csvTable(text, COLUMNS);
  if (!table.ok) return table;
  const parsed = collect(table.value.map(quarterOf));
  if (!parsed.ok) return parsed;
  const issues = parsed.value.flatMap((quarter, i) => gapIssues(parsed.value[i - 1], quarter));
  if (issues.length > 0) return fail(...issues);
  return ok({
    quarters: parsed.value.map(({ date }) => date),
    policyRate: parsed.value.map(({ policyRate }) => policyRate),
    depositRate: parsed.value.map(({ depositRate }) => depositRate),
  });
}

function quarterOf({ row, cells }: CsvRow): Result<Quarter> {
  const [date = '', policy = '', cost = ''] = cells;
  const end = quarterNumber(date, cellPlace(row, COLUMNS[0]));
  const policyRate = numberCell(policy, cellPlace(row, COLUMNS[1]), PERCENT);
  const known = cost === '' ? ok(null) : numberCell(cost, cellPlace(row, COLUMNS[2]), PERCENT);
  if (!end.ok || !policyRate.ok || !known.ok) {
    return fail(...[end, policyRate, known].flatMap((one) => (one.ok ? [] : one.issues)));
  }
  return ok({
    row,
    date,
    number: end.value,
    policyRate: decimalFromPercent(policyRate.value),
    depositRate: known.value === null ? null : decimalFromPercent(known.value),
  });
}

/** Quarters since the year 0 of a quarter's last day. */
function quarterNumber(date: string, place: string): Result<number> {
  const day = dayFromIso(date, place);
  if (!day.ok) return day;
  const [year = 0, month = 0] = date.split('-').map(Number);
  const isEnd = month % 3 === 0 && isoFromDay(day.value + 1).endsWith('-01');
  if (isEnd) return ok(year * QUARTERS_A_YEAR + month / 3);
  return fail(issue('history.quarter-end', place, 'the last day of a quarter', date));
}

function gapIssues(before: Quarter | undefined, quarter: Quarter): readonly Issue[] {
  if (before === undefined || quarter.number === before.number + 1) return [];
  const expected = `the quarter after ${before.date}; a quarter of unknown cost has a blank`;
  return [issue('history.gap', cellPlace(quarter.row, COLUMNS[0]), expected, quarter.date)];
}
