import { collect, dayFromIso, fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import { type CsvRow, cellPlace, csvTable, numberCell } from '../history/csv-table.js';

const MATURITIES = ['Le3m', '3to12m', '1to3y', '3to5y', '5to15y', 'Gt15y'] as const;

/** Levels at the end of a quarter and flows of the quarter, in the order of the file. */
export const CALL_REPORT_AMOUNTS = [
  ...['cashNonInterest', 'cashInterest', 'htmCost', 'htmFair', 'afsCost', 'afsFair', 'loans'],
  ...['allowance', 'assets', 'depositsFree', 'depositsPaid', 'depositsForeign', 'borrowings'],
  ...['liabilities', 'equity', 'aoci', 'cet1', 'tier1', 'riskWeightedAssets', 'payFixedSwaps'],
  ...MATURITIES.map((end) => `bonds${end}`),
  ...MATURITIES.map((end) => `pools${end}`),
  ...['otherMbsLe3y', 'otherMbsGt3y'],
  ...MATURITIES.map((end) => `mortgages${end}`),
  ...MATURITIES.map((end) => `otherLoans${end}`),
  ...['averageLoans', 'interestIncome', 'securitiesIncome', 'depositsPaidExpense'],
  ...['depositsForeignExpense', 'netInterestIncome'],
];

/** One Call Report: amounts in USD million by the names of `CALL_REPORT_AMOUNTS`. */
export interface CallReportQuarter {
  readonly date: string;
  readonly knownFrom: string;
  readonly amounts: Readonly<Record<string, number>>;
}

/** Amounts of money on a balance sheet, in USD million, either sign. */
const AMOUNT = { min: -1e7, max: 1e7, expected: 'an amount in USD million' };

/**
 * Quarterly Call Reports of one bank from CSV text (BACKTEST-2): one row a quarter in rising
 * order, the first without the one before it. Issues: `csv.*`, `date.*`, `quarter.order`,
 * `quarter.known-from` when a report is public before its own date.
 */
export function parseCallReportQuarters(text: string): Result<readonly CallReportQuarter[]> {
  const table = csvTable(text, ['date', 'knownFrom', ...CALL_REPORT_AMOUNTS]);
  if (!table.ok) return table;
  const parsed = collect(table.value.map(quarterOf));
  if (!parsed.ok) return parsed;
  const issues = parsed.value.flatMap((quarter, i) => orderIssues(parsed.value[i - 1], quarter));
  return issues.length > 0 ? fail(...issues) : ok(parsed.value);
}

function quarterOf({ row, cells }: CsvRow): Result<CallReportQuarter> {
  const [date = '', knownFrom = '', ...amounts] = cells;
  const issues: Issue[] = [];
  for (const [column, day] of [
    ['date', date],
    ['knownFrom', knownFrom],
  ] as const) {
    const parsed = dayFromIso(day, cellPlace(row, column));
    if (!parsed.ok) issues.push(...parsed.issues);
  }
  const read: Record<string, number> = {};
  for (const [index, name] of CALL_REPORT_AMOUNTS.entries()) {
    const value = numberCell(amounts[index] ?? '', cellPlace(row, name), AMOUNT);
    if (value.ok) read[name] = value.value;
    else issues.push(...value.issues);
  }
  if (issues.length === 0 && knownFrom < date) {
    const expected = `a day after ${date}`;
    issues.push(issue('quarter.known-from', cellPlace(row, 'knownFrom'), expected, knownFrom));
  }
  return issues.length > 0 ? fail(...issues) : ok({ date, knownFrom, amounts: read });
}

function orderIssues(before: CallReportQuarter | undefined, { date }: CallReportQuarter): Issue[] {
  if (before === undefined || date > before.date) return [];
  return [issue('quarter.order', date, `a later quarter than ${before.date}`, date)];
}
