import type { Result } from '../../foundation/index.js';
import { curveFromZeroRates } from '../curve-from-nodes.js';
import type { CurveInterpolation, DatedCurve } from '../dated-curve.js';
import { type VintageRow, type VintageRows, vintageTable } from './vintage-table.js';

const YEARS: readonly (readonly [string, number])[] = [
  ['3M', 0.25],
  ['6M', 0.5],
  ['9M', 0.75],
  ['1Y', 1],
  ['2Y', 2],
  ['3Y', 3],
  ['4Y', 4],
  ['5Y', 5],
  ['6Y', 6],
  ['7Y', 7],
  ['8Y', 8],
  ['9Y', 9],
  ['10Y', 10],
  ['12Y', 12],
  ['15Y', 15],
  ['20Y', 20],
  ['25Y', 25],
  ['30Y', 30],
];

/**
 * Daily fitted zero rates, columns 3M to 30Y, continuous, per cent: the euro AAA curve of the
 * European Central Bank and the gilt curve of the Bank of England (rule CURVE-25).
 */
export function zeroRateRows(text: string): Result<VintageRows> {
  return vintageTable(
    text,
    YEARS.map(([name]) => name),
  );
}

/**
 * The curve through a day's zero rates at tenors in years, as they were fitted; blank tenors have
 * no node, and before the first node its rate is held. Issues: those of `curveFromZeroRates`.
 */
export function fittedZeroCurve(
  row: VintageRow,
  interpolation: CurveInterpolation,
): Result<DatedCurve> {
  const times: number[] = [];
  const zeroRates: number[] = [];
  for (const [name, years] of YEARS) {
    const rate = row.rates.get(name);
    if (rate === undefined) continue;
    times.push(years);
    zeroRates.push(rate);
  }
  const terms = { referenceDay: row.day, dayCount: 'ACT/365F', interpolation } as const;
  return curveFromZeroRates({ ...terms, times, zeroRates });
}
