import { decimalFromPercent, fail, issue, ok, type ParQuote, type Result } from '@almfes/engine';

/** Par quotes by ISO date. */
export type CurveTable = ReadonlyMap<string, readonly ParQuote[]>;

const TENORS: Readonly<Record<string, number>> = {
  '1M': 1,
  '3M': 3,
  '6M': 6,
  '1Y': 12,
  '2Y': 24,
  '3Y': 36,
  '5Y': 60,
  '7Y': 84,
  '10Y': 120,
  '20Y': 240,
  '30Y': 360,
};

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * US Treasury par yields in per cent, one line a date, tenors in the header (CSV without quoting).
 * A blank cell is a tenor that was not published that day; anything else must be a number.
 */
export function parseTreasuryCurves(csv: string): Result<CurveTable> {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/);
  const names = header.split(',').slice(1);
  const unknown = names.find((name) => TENORS[name] === undefined);
  if (unknown !== undefined) {
    const expected = Object.keys(TENORS).join(', ');
    return fail(issue('curve-tenor', 'line 1', expected, unknown));
  }
  const table = new Map<string, readonly ParQuote[]>();
  for (const [index, line] of lines.entries()) {
    const quotes = quotesOf(line, names, `line ${index + 2}`);
    if (!quotes.ok) return quotes;
    table.set(quotes.value.date, quotes.value.quotes);
  }
  return ok(table);
}

function quotesOf(
  line: string,
  names: readonly string[],
  at: string,
): Result<{ date: string; quotes: ParQuote[] }> {
  const [date = '', ...cells] = line.split(',');
  if (!ISO_DATE.test(date)) return fail(issue('curve-date', at, 'YYYY-MM-DD', date));
  if (cells.length !== names.length) {
    return fail(issue('curve-cells', at, `${names.length} cells`, `${cells.length} cells`));
  }
  const quotes: ParQuote[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell === '') continue;
    const ratePercent = Number(cell);
    if (!Number.isFinite(ratePercent)) {
      return fail(issue('curve-rate', `${at}, ${names[index]}`, 'a rate in per cent', cell));
    }
    const tenorMonths = TENORS[names[index] ?? ''];
    if (tenorMonths === undefined) throw new Error('tenors were checked against the header');
    quotes.push({ tenorMonths, rate: decimalFromPercent(ratePercent) });
  }
  return ok({ date, quotes });
}
