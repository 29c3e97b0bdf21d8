import { fail, issue, ok, type Result } from '../../foundation/index.js';
import type { QuotedCurve } from '../curve-from-quotes.js';
import type { CurveQuote, DepositConvention } from '../curve-quote.js';
import { type VintageRow, type VintageRows, vintageTable } from './vintage-table.js';

const COLUMNS = ['SOFR', 'DFF', 'target_lower', 'target_upper', 'prime'] as const;

/** An overnight rate of the table. */
export type OvernightRate = 'SOFR' | 'DFF';

const CALENDARS = { SOFR: 'us-sofr', DFF: 'us-federal-reserve' } as const;

/** Daily US short rates, per cent: SOFR, effective federal funds, target range, prime. */
export function shortRateRows(text: string): Result<VintageRows> {
  return vintageTable(text, COLUMNS);
}

/**
 * The curve of one overnight deposit at the rate of the day, its forward going on (rule CURVE-25).
 * Issue `vintage.blank` on a day without that rate: closed days are never filled from the day
 * before.
 */
export function overnightCurve(row: VintageRow, name: OvernightRate): Result<QuotedCurve> {
  const rate = row.rates.get(name);
  if (rate === undefined) {
    return fail(issue('vintage.blank', `line ${row.line}.${name}`, 'a rate', 'nothing'));
  }
  const convention: DepositConvention = {
    calendar: CALENDARS[name],
    spotDays: 0,
    dayCount: 'ACT/360',
    businessDay: 'Following',
    endOfMonth: false,
  };
  const quote: CurveQuote = { kind: 'deposit', rate, tenor: { count: 1, unit: 'D' }, convention };
  return ok({
    referenceDay: row.day,
    valuationDay: row.day,
    dayCount: 'ACT/365F',
    interpolation: 'log-linear-discount',
    quotes: [quote],
  });
}

/** The published rates of one column by day, for fixings. */
export function fixingsOf(rows: VintageRows, name: OvernightRate): ReadonlyMap<number, number> {
  const fixings = new Map<number, number>();
  for (const row of rows) {
    const rate = row.ok ? row.value.rates.get(name) : undefined;
    if (row.ok && rate !== undefined) fixings.set(row.value.day, rate);
  }
  return fixings;
}
