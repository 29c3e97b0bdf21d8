import { fileURLToPath } from 'node:url';
import { dayFromCivil } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { openTape } from '../open-tape.js';
import type { ColumnProfile } from './column-profile.js';
import { guessReadings } from './guess-readings.js';
import { profileTape } from './profile-tape.js';

const FILE = new URL('../../../../docs/example/tape/contracts.csv', import.meta.url);

async function exampleColumns(): Promise<ReadonlyMap<string, ColumnProfile>> {
  const tape = await openTape({ file: fileURLToPath(FILE) });
  if (!tape.ok) throw new Error(JSON.stringify(tape.issues));
  const profile = await profileTape(tape.value);
  await tape.value.close();
  if (!profile.ok) throw new Error(JSON.stringify(profile.issues));
  return new Map(profile.value.columns.map((column) => [column.name, column]));
}

describe('the profile of a tape', () => {
  it('TAPE-27: counts, extremes and quantiles of the example, by hand', async () => {
    const columns = await exampleColumns();
    // 29 balances in order, thousand: 6.5 12 15 20 22 25 25 30 30 40 40 50 50 55 55 60 60 60 60 64
    // 70 75 82.5 90 95 95 120 160 170; the trailer has none. Twenty are different. The middle is
    // the 15th; p01 is 0.28 of the way from the first to the second, p99 0.72 from 28th to 29th.
    const balance = columns.get('BALANCE');
    expect(balance).toMatchObject({ reads: 'number', numerals: '1,234.5', rows: 30, absent: 1 });
    expect([balance?.distinct, balance?.unfit]).toEqual([20, 0]);
    const range = Object.entries(balance?.range ?? {}).map(([name, value]) => [
      name,
      Math.round(value),
    ]);
    expect(Object.fromEntries(range)).toEqual({
      least: 6500,
      p01: 8040,
      median: 55_000,
      p99: 167_200,
      most: 170_000,
    });
    const maturity = columns.get('MATURITY');
    expect(maturity).toMatchObject({ reads: 'date', patterns: ['MM/DD/YYYY'], absent: 8 });
    expect(maturity?.range?.least).toBe(dayFromCivil(2023, 5, 31));
    expect(maturity?.range?.most).toBe(dayFromCivil(2052, 11, 1));
    expect(columns.get('REPAYMENT')).toMatchObject({ reads: 'text', distinct: 4, absent: 5 });
    // LEVEL: L001 to L004, L008, L009, S003, S004.
    expect(columns.get('REPAYMENT')?.examples[1]).toEqual({ cell: 'LEVEL', rows: 8 });
  });

  it.each([
    [['2024-01-31', '2024-02-29'], ['YYYY-MM-DD']],
    [['20240131', '20240229'], ['YYYYMMDD']],
    [
      ['01/31/2024', '02/29/2024'],
      ['MM/DD/YYYY', 'M/D/YYYY'],
    ],
    [
      ['01/02/2024', '03/04/2024'],
      ['MM/DD/YYYY', 'DD/MM/YYYY', 'M/D/YYYY', 'D/M/YYYY'],
    ],
    [['31-JAN-2024'], ['DD-MMM-YYYY']],
    [['1,234.50', '12'], ['1,234.5']],
    [['1.234,50', '12.345,00'], ['1.234,5']],
    [['(12.5)', '3%'], ['1234.5']],
    [['LN', 'DP'], []],
    [['99991231', '20240131'], ['1234.5']], // half are no days of a contract: plain numbers
    [[], []],
  ])('TAPE-27: %j can be read as %j', (cells, expected) => {
    const readings = guessReadings(cells).map((reading) =>
      reading.as === 'date' ? reading.pattern : reading.numerals,
    );
    expect(readings).toEqual(expected);
  });
});
