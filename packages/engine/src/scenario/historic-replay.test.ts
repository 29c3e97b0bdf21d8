import { describe, expect, it } from 'vitest';
import { treasuryParRows, zeroRate } from '../market/index.js';
import { historicMoves, historicReplay, parZeroCurve, scenarioCurve } from './index.js';

/** Two days of the US Treasury's table, per cent, as published; the third is made up and blank. */
const TABLE = [
  'date,1M,3M,6M,1Y,2Y,3Y,5Y,7Y,10Y,20Y,30Y',
  '2021-12-31,0.06,0.06,0.19,0.39,0.73,0.97,1.26,1.44,1.52,1.94,1.90',
  '2022-12-30,4.12,4.42,4.76,4.73,4.41,4.22,3.99,3.96,3.88,4.14,3.97',
  '2023-01-03,,,,,,,,,,,',
].join('\n');

const rows = treasuryParRows(TABLE);
if (!rows.ok) throw new Error('the table was not read');

const replay = (fromIso: string, toIso: string) =>
  historicReplay(rows.value, { id: 'replay', fromIso, toIso, floorRate: null });

describe('historic replay', () => {
  it('SCEN-13: the year 2022 moves the curve by its own change', () => {
    const found = replay('2021-12-31', '2022-12-30');
    if (!found.ok) throw new Error(found.issues[0]?.message);
    const { from, to } = found.value;
    const before = parZeroCurve(from);
    // laid on the curve it starts from, the change gives the curve it ends at
    const after = scenarioCurve(before, found.value);
    for (const months of [1, 12, 60, 120, 360]) {
      expect(zeroRate(after, months)).toBeCloseTo(zeroRate(parZeroCurve(to), months), 12);
    }
    // simple one-month yield 4.12 % against 0.06 %: about 406 bp
    expect(zeroRate(after, 1) - zeroRate(before, 1)).toBeCloseTo(0.0405, 3);
  });

  it('SCEN-7, SCEN-13: from a day to itself nothing moves in any bit', () => {
    const found = replay('2021-12-31', '2021-12-31');
    if (!found.ok) throw new Error('not read');
    const base = parZeroCurve({ ...found.value.to, dateIso: '2021-12-31' });
    const moved = scenarioCurve(base, found.value);
    for (let months = 1; months <= 360; months += 1) {
      expect(zeroRate(moved, months)).toBe(zeroRate(scenarioCurve(base, STILL), months));
    }
  });

  it.each([
    ['2021-12-31', '2022-12-31', 'replay.no-date', '/toIso'], // a Saturday
    ['2022-12-30', '2021-12-31', 'replay.order', '/toIso'],
    ['2023-01-03', '2023-01-03', 'replay.no-date', '/fromIso'], // no quote on that day
  ])('SCEN-13: from %s to %s is refused as %s at %s', (from, to, code, path) => {
    const found = replay(from, to);
    expect(found.ok ? [] : found.issues.map((each) => [each.code, each.path])).toEqual([
      [code, path],
    ]);
  });
});

const STILL = {
  id: '0',
  title: 'base',
  kind: 'parallel',
  shockBp: 0,
  floorRate: null,
} as const;

describe('historic moves', () => {
  const DAYS = ['2022-01-03', '2022-01-20', '2022-02-02', '2022-02-28', '2022-04-29', '2022-05-31'];
  const day = (iso: string, rate: string) => [iso, ...Array(11).fill(rate)].join(',');
  const table = treasuryParRows(
    [TABLE.split('\n')[0], ...DAYS.map((iso, at) => day(iso, at === 4 ? '' : '1.5'))].join('\n'),
  );
  if (!table.ok) throw new Error('the table was not read');

  it.each([
    // 20 January is 17 days on and 28 February 26 days after 2 February: too near
    // 29 April has no quote, so the move goes on to 31 May
    [30, '2022-12-31', ['2022-01-03 to 2022-02-02', '2022-02-02 to 2022-05-31']],
    [26, '2022-03-31', ['2022-01-03 to 2022-02-02', '2022-02-02 to 2022-02-28']],
    [1, '2022-01-20', ['2022-01-03 to 2022-01-20']],
    [30, '2022-01-20', []],
  ])('SCEN-14: at least %d days apart, none after %s', (leastDays, untilIso, ids) => {
    const moves = historicMoves(table.value, { untilIso, leastDays });
    expect(moves.map(({ id }) => id)).toEqual(ids);
  });
});
