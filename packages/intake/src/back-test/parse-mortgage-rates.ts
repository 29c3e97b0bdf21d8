import { decimalFromPercent, fail, issue, ok, type Result } from '@almfes/engine';
import { cellPlace, csvTable, numberCell } from '../history/csv-table.js';

const COLUMNS = ['kind', 'for', 'observed', 'ratePercent', 'knownFrom'] as const;
const RATE = { min: 0, max: 100, expected: 'a rate in per cent' };

/** A mortgage rate that was public on the date it is asked for, decimal, with its survey's day. */
export interface MortgageRate {
  readonly rate: number;
  readonly observed: string;
}

/**
 * Weekly mortgage survey rates by the date they are asked for (BACKTEST-2). Issues: `csv.*`, and
 * `known-after-decision` for a survey that was not public on its date.
 */
export function parseMortgageRates(text: string): Result<ReadonlyMap<string, MortgageRate>> {
  const table = csvTable(text, COLUMNS);
  if (!table.ok) return table;
  const rates = new Map<string, MortgageRate>();
  for (const { row, cells } of table.value) {
    const [kind, date = '', observed = '', percent = '', knownFrom = ''] = cells;
    if (kind !== 'week') continue;
    const rate = numberCell(percent, cellPlace(row, 'ratePercent'), RATE);
    if (!rate.ok) return rate;
    if (knownFrom > date) {
      const expected = `a survey public on ${date}`;
      return fail(issue('known-after-decision', cellPlace(row, 'knownFrom'), expected, knownFrom));
    }
    rates.set(date, { rate: decimalFromPercent(rate.value), observed });
  }
  return ok(rates);
}
