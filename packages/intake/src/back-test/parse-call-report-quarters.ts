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
  /** AOCI is left out of regulatory capital. */
  readonly aociOptOut: boolean;
  readonly amounts: Readonly<Record<string, number>>;
}

/** The reports of one bank, by rising date. */
export interface ReportedBank {
  readonly idrssd: number;
  /** As filed, the latest first; each once. */
  readonly names: readonly [string, ...string[]];
  readonly quarters: readonly CallReportQuarter[];
}

/** Amounts of money on a balance sheet, in USD million, either sign. */
const AMOUNT = { min: -1e7, max: 1e7, expected: 'an amount in USD million' };

const OWN = ['idrssd', 'name', 'form', 'date', 'knownFrom', 'aociOptOut'] as const;
const COLUMNS = [...OWN, ...CALL_REPORT_AMOUNTS];

/**
 * Quarterly Call Reports of many banks from CSV text (BACKTEST-2): one row a bank and quarter, each
 * bank's in rising order. Issues: `csv.*`, `date.*`, `quarter.order`, `quarter.known-from` when a
 * report is public before its own date, `quarter.idrssd` and `quarter.opt-out`.
 */
export function parseReportedBanks(text: string): Result<readonly ReportedBank[]> {
  const table = csvTable(text, COLUMNS);
  if (!table.ok) return table;
  const parsed = collect(table.value.map(reportOf));
  if (!parsed.ok) return parsed;
  const banks = new Map<number, Report[]>();
  for (const report of parsed.value) {
    const known = banks.get(report.idrssd);
    if (known === undefined) banks.set(report.idrssd, [report]);
    else known.push(report);
  }
  const issues = [...banks.values()].flatMap((reports) =>
    reports.flatMap((report, i) => orderIssues(reports[i - 1], report)),
  );
  return issues.length > 0 ? fail(...issues) : ok([...banks.values()].map(bankOf));
}

interface Report {
  readonly idrssd: number;
  readonly name: string;
  readonly quarter: CallReportQuarter;
}

function bankOf(reports: readonly Report[]): ReportedBank {
  const [name = '', ...earlier] = new Set(reports.map((report) => report.name).reverse());
  const idrssd = reports[0]?.idrssd ?? 0;
  return { idrssd, names: [name, ...earlier], quarters: reports.map(({ quarter }) => quarter) };
}

function reportOf({ row, cells }: CsvRow): Result<Report> {
  const [idrssd = '', name = '', _form, date = '', knownFrom = '', optOut = '', ...amounts] = cells;
  const issues: Issue[] = [...dayIssues(row, date, knownFrom)];
  if (!/^\d{1,9}$/.test(idrssd)) {
    issues.push(issue('quarter.idrssd', cellPlace(row, 'idrssd'), 'a number', idrssd));
  }
  if (!['0', '1'].includes(optOut)) {
    issues.push(issue('quarter.opt-out', cellPlace(row, 'aociOptOut'), '0 or 1', optOut));
  }
  const read: Record<string, number> = {};
  for (const [index, column] of CALL_REPORT_AMOUNTS.entries()) {
    const value = numberCell(amounts[index] ?? '', cellPlace(row, column), AMOUNT);
    if (value.ok) read[column] = value.value;
    else issues.push(...value.issues);
  }
  if (issues.length > 0) return fail(...issues);
  const quarter = { date, knownFrom, aociOptOut: optOut === '1', amounts: read };
  return ok({ idrssd: Number(idrssd), name, quarter });
}

function dayIssues(row: number, date: string, knownFrom: string): Issue[] {
  const days = [
    dayFromIso(date, cellPlace(row, 'date')),
    dayFromIso(knownFrom, cellPlace(row, 'knownFrom')),
  ];
  const issues = days.flatMap((day) => (day.ok ? [] : day.issues));
  if (issues.length > 0 || knownFrom >= date) return issues;
  const expected = `a day after ${date}`;
  return [issue('quarter.known-from', cellPlace(row, 'knownFrom'), expected, knownFrom)];
}

function orderIssues(before: Report | undefined, { idrssd, quarter }: Report): Issue[] {
  if (before === undefined || quarter.date > before.quarter.date) return [];
  const expected = `a later quarter than ${before.quarter.date}`;
  return [issue('quarter.order', `${idrssd} ${quarter.date}`, expected, quarter.date)];
}
