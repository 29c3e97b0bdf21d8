import { describe, expect, it } from 'vitest';
import { dayFromCivil, type Result } from '../../foundation/index.js';
import { curveFromQuotes } from '../curve-from-quotes.js';
import { discountAtTime, discountOnDay, instantaneousForward } from '../dated-curve.js';
import { fixingsOf, overnightCurve, shortRateRows } from './overnight-rate.js';
import { treasuryParCurve, treasuryParRows } from './treasury-par.js';
import { vintageTable } from './vintage-table.js';
import { fittedZeroCurve, zeroRateRows } from './zero-rate-table.js';

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('; '));
  return result.value;
}

function codes(result: Result<unknown>): string[] {
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${path}`);
}

const UST_HEAD = 'date,1M,3M,6M,1Y,2Y,3Y,5Y,7Y,10Y,20Y,30Y';

describe('daily vintages', () => {
  it('CURVE-25: a row is read or refused, and takes no other with it', () => {
    const rows = got(
      vintageTable('date,1M,3M\n2024-01-02,5.5,\n2024-02-30,1,2\n2024-01-03,x,1\n1,1,1\n\n', [
        '1M',
        '3M',
      ]),
    );
    expect(rows.map(codes)).toEqual([
      [],
      ['date.none at line 3.date'],
      ['vintage.number at line 4.1M'],
      ['date.format at line 5.date'],
    ]);
    const first = rows[0];
    expect(first?.ok && [...first.value.rates]).toEqual([['1M', 0.055]]);
    expect(codes(vintageTable('date,1M\n', ['3M']))).toEqual(['vintage.head at line 1']);
    const late = got(vintageTable('date,1M\n2024-01-02,1\n2024-01-02,1\n2024-01-03,1,2', ['1M']));
    expect(late.map(codes)).toEqual([
      [],
      ['vintage.order at line 3.date'],
      ['vintage.cells at line 4'],
    ]);
  });

  it('CURVE-25: a Treasury day of two tenors, and one while there was no 30-year bond', () => {
    const text = `${UST_HEAD}\n2004-01-02,,,2,3,,,,,,,5.1\n2024-01-02,,,,,,,,,,,`;
    const [old, empty] = got(treasuryParRows(text)).map(got);
    const quoted = old && treasuryParCurve(old, 'log-linear-discount');
    expect(quoted?.quotes.map((quote) => 'tenor' in quote && quote.tenor)).toEqual([
      { count: 6, unit: 'M' },
      { count: 1, unit: 'Y' },
    ]);
    const curve = quoted && got(curveFromQuotes(quoted));
    // 182 of the 366 days from 2 January 2004.
    const half = 1 / (1 + (0.02 * 182) / 366);
    expect(curve && discountOnDay(curve, dayFromCivil(2004, 7, 2))).toBeCloseTo(half, 14);
    const none = empty && curveFromQuotes(treasuryParCurve(empty, 'log-linear-discount'));
    expect(none && codes(none)).toEqual(['curve.too-few-quotes at quotes']);
  });

  it('CURVE-25: overnight rates, blank on a closed day', () => {
    const head = 'date,SOFR,DFF,target_lower,target_upper,prime';
    const rows = got(
      shortRateRows(`${head}\n2022-12-30,4.3,4.33,4.25,4.5,7.5\n2022-12-31,,4.33,4.25,4.5,7.5`),
    );
    const [friday, saturday] = rows.map(got);
    const curve = friday && got(curveFromQuotes(got(overnightCurve(friday, 'SOFR'))));
    // Friday to Tuesday: New Year's Day is kept on Monday.
    const tuesday = dayFromCivil(2023, 1, 3);
    expect(curve && discountOnDay(curve, tuesday)).toBeCloseTo(1 / (1 + (0.043 * 4) / 360), 14);
    expect(saturday && codes(overnightCurve(saturday, 'SOFR'))).toEqual([
      'vintage.blank at line 3.SOFR',
    ]);
    expect([...fixingsOf(rows, 'SOFR')]).toEqual([[dayFromCivil(2022, 12, 30), 0.043]]);
  });

  it('CURVE-25: fitted zero rates with a gap at the short end', () => {
    const head = 'date,3M,6M,9M,1Y,2Y,3Y,4Y,5Y,6Y,7Y,8Y,9Y,10Y,12Y,15Y,20Y,25Y,30Y';
    const rows = got(
      zeroRateRows(`${head}\n2024-04-30,,4,,,5,,,,,,,,,,,,,\n2024-05-01${','.repeat(18)}`),
    );
    const [gap, empty] = rows.map(got);
    const curve = gap && got(fittedZeroCurve(gap, 'linear-zero'));
    expect(curve && discountAtTime(curve, 0.25)).toBeCloseTo(Math.exp(-0.01), 14);
    expect(curve && discountAtTime(curve, 1.25)).toBeCloseTo(Math.exp(-1.25 * 0.045), 14);
    expect(curve && instantaneousForward(curve, 0.1)).toBeCloseTo(0.04, 14);
    expect(empty && codes(fittedZeroCurve(empty, 'linear-zero'))).toEqual(['curve.node at nodes']);
  });
});
