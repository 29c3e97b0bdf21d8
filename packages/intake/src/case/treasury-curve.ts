import {
  decimalFromPercent,
  fail,
  type Issue,
  issue,
  ok,
  type ParQuote,
  type Result,
  read,
} from '@almfes/engine';

/** Par quotes by ISO date. */
export type CurveTable = ReadonlyMap<string, readonly ParQuote[]>;

/** Months of the tenors of the par yield curve, by the Treasury's name of the column. */
export const TREASURY_TENORS: ReadonlyMap<string, number> = new Map([
  ['1M', 1],
  ['3M', 3],
  ['6M', 6],
  ['1Y', 12],
  ['2Y', 24],
  ['3Y', 36],
  ['5Y', 60],
  ['7Y', 84],
  ['10Y', 120],
  ['20Y', 240],
  ['30Y', 360],
]);

const DECIMAL = /^-?\d+(\.\d+)?$/;
const HIGHEST_PERCENT = 100;
const LOWEST_PERCENT = -50;

/**
 * US Treasury par yields in per cent, one line a date, tenors in the header (CSV without quoting;
 * rule FORM-12). A blank cell is a tenor that was not published that day; anything else must be
 * a number. All issues are collected, each with its line.
 */
export function parseTreasuryCurves(csv: string): Result<CurveTable> {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/);
  const issues: Issue[] = [];
  const tenors = tenorsOf(header, issues);
  if (issues.length > 0) return fail(...issues);
  const table = new Map<string, readonly ParQuote[]>();
  for (const [index, line] of lines.entries()) {
    const at = `line ${index + 2}`;
    const [date = '', ...cells] = line.split(',');
    read.isoDate(date, at, issues);
    if (table.has(date)) issues.push(issue('duplicate-id', at, 'each date once', date));
    table.set(date, quotesOf(cells, tenors, at, issues));
  }
  if (table.size === 0) issues.push(issue('curve-date', 'line 2', 'at least one date', 'none'));
  return issues.length > 0 ? fail(...issues) : ok(table);
}

function tenorsOf(header: string, issues: Issue[]): number[] {
  const names = header.split(',').slice(1);
  const known = [...TREASURY_TENORS.keys()].join(', ');
  const tenors: number[] = [];
  for (const name of names) {
    const months = TREASURY_TENORS.get(name);
    if (months === undefined || tenors.includes(months)) {
      issues.push(issue('curve-tenor', 'line 1', `${known}, each once`, name));
    } else {
      tenors.push(months);
    }
  }
  if (names.length === 0) issues.push(issue('curve-tenor', 'line 1', known, 'no tenor'));
  return tenors;
}

function quotesOf(
  cells: readonly string[],
  tenors: readonly number[],
  at: string,
  issues: Issue[],
): ParQuote[] {
  if (cells.length !== tenors.length) {
    issues.push(issue('curve-cells', at, `${tenors.length} cells`, `${cells.length} cells`));
    return [];
  }
  return tenors.flatMap((tenorMonths, index) => {
    const cell = cells[index] ?? '';
    if (cell === '') return [];
    const ratePercent = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
    if (ratePercent >= LOWEST_PERCENT && ratePercent <= HIGHEST_PERCENT) {
      return [{ tenorMonths, rate: decimalFromPercent(ratePercent) }];
    }
    issues.push(issue('curve-rate', `${at}, month ${tenorMonths}`, 'a rate in per cent', cell));
    return [];
  });
}
