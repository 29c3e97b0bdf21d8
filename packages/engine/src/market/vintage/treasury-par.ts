import { dayFromCivil, type Period, type Result } from '../../foundation/index.js';
import { PAR_BOND_CONVENTIONS } from '../curve-convention.js';
import type { QuotedCurve } from '../curve-from-quotes.js';
import type { CurveQuote } from '../curve-quote.js';
import type { CurveInterpolation } from '../dated-curve.js';
import type { ParQuote } from '../par-curve.js';
import { type VintageRow, type VintageRows, vintageTable } from './vintage-table.js';

const TENORS: readonly (readonly [string, Period])[] = [
  ['1M', { count: 1, unit: 'M' }],
  ['3M', { count: 3, unit: 'M' }],
  ['6M', { count: 6, unit: 'M' }],
  ['1Y', { count: 1, unit: 'Y' }],
  ['2Y', { count: 2, unit: 'Y' }],
  ['3Y', { count: 3, unit: 'Y' }],
  ['5Y', { count: 5, unit: 'Y' }],
  ['7Y', { count: 7, unit: 'Y' }],
  ['10Y', { count: 10, unit: 'Y' }],
  ['20Y', { count: 20, unit: 'Y' }],
  ['30Y', { count: 30, unit: 'Y' }],
];

/**
 * The Treasury stopped its 30-year bond for these days; what series show there is the 20-year
 * yield with an adjustment, no observed par yield.
 */
const NO_THIRTY_YEARS = { from: dayFromCivil(2002, 2, 19), to: dayFromCivil(2006, 2, 8) };

/** Daily par yields of the US Treasury, columns 1M to 30Y, per cent (rule CURVE-25). */
export function treasuryParRows(text: string): Result<VintageRows> {
  return vintageTable(
    text,
    TENORS.map(([name]) => name),
  );
}

/** What a day's par yields quote, by tenor in months: the form of a curve on months (CURVE-1). */
export function storedParQuotes(row: VintageRow): ParQuote[] {
  return quoted(row).map(([, { count, unit }, rate]) => ({
    tenorMonths: unit === 'Y' ? 12 * count : count,
    rate,
  }));
}

/** Blank tenors have no quote, the 30-year tenor none while there was no such bond. */
function quoted(row: VintageRow): (readonly [string, Period, number])[] {
  const hasThirty = row.day < NO_THIRTY_YEARS.from || row.day > NO_THIRTY_YEARS.to;
  return TENORS.flatMap(([name, tenor]): (readonly [string, Period, number])[] => {
    const rate = row.rates.get(name);
    return rate === undefined || (name === '30Y' && !hasThirty) ? [] : [[name, tenor, rate]];
  });
}

/**
 * The curve that a day's par yields ask for (rules CURVE-20, CURVE-25): blank tenors have no
 * quote, the 30-year tenor none while there was no such bond. A day without a quote at all becomes
 * `curve.too-few-quotes` when it is solved.
 */
export function treasuryParCurve(row: VintageRow, interpolation: CurveInterpolation): QuotedCurve {
  const quotes = quoted(row).map(
    ([, tenor, rate]): CurveQuote => ({ kind: 'par-bond', rate, tenor, convention: TREASURY }),
  );
  return {
    referenceDay: row.day,
    valuationDay: row.day,
    dayCount: 'ACT/365F',
    interpolation,
    quotes,
  };
}

const TREASURY = PAR_BOND_CONVENTIONS['us-treasury-par'];
