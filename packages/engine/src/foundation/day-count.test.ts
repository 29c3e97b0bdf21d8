import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from './calendar-date.js';
import { type DayCount, yearFraction } from './day-count.js';

function years(convention: DayCount, start: string, end: string): number {
  const from = dayFromIso(start);
  const to = dayFromIso(end);
  if (!from.ok || !to.ok) throw new Error(`${start} to ${end}`);
  return yearFraction(convention, from.value, to.value);
}

type Row = readonly [string, string, string, number];

function check(convention: DayCount, [, start, end, expected]: Row): void {
  expect(years(convention, start, end)).toBeCloseTo(expected, 14);
}

describe('day counts by hand', () => {
  it.each<Row>([
    ['365 days', '2022-12-30', '2023-12-30', 1],
    ['a leap year has 366', '2024-01-01', '2025-01-01', 366 / 365],
  ])('DAYCOUNT-1: ACT/365F, %s', (...row) => check('ACT/365F', row));

  it.each<Row>([
    ['90 days', '2023-01-01', '2023-04-01', 0.25],
    ['365 days', '2023-01-01', '2024-01-01', 365 / 360],
  ])('DAYCOUNT-2: ACT/360, %s', (...row) => check('ACT/360', row));

  it.each<Row>([
    ['31st to 31st is 7 months', '2006-08-31', '2007-03-31', 210 / 360],
    ['30th to 31st is 1 month', '2006-09-30', '2006-10-31', 30 / 360],
    ['29th to 31st counts 2 more', '2006-09-29', '2006-10-31', 32 / 360],
    ['February is not special', '2007-02-28', '2007-08-31', 183 / 360],
  ])('DAYCOUNT-3: 30/360, %s', (...row) => check('30/360', row));

  it.each<Row>([
    ['the end of February is a 30th', '2007-02-28', '2007-08-31', 0.5],
    ['both at the end of February', '2007-02-28', '2008-02-29', 1],
    ['28 February of a leap year is a 28th', '2008-02-28', '2008-08-31', 183 / 360],
  ])('DAYCOUNT-4: 30/360 US, %s', (...row) => check('30/360 US', row));

  it.each<Row>([
    ['a leap year is 1', '2024-01-01', '2025-01-01', 1],
    ['ten years', '2015-01-01', '2025-01-01', 10],
    ['61 days of 2003, 121 of 2004', '2003-11-01', '2004-05-01', 61 / 365 + 121 / 366],
  ])('DAYCOUNT-5: ACT/ACT ISDA, %s', (...row) => check('ACT/ACT ISDA', row));

  it.each<DayCount>(['ACT/365F', 'ACT/360', '30/360', '30/360 US', 'ACT/ACT ISDA'])(
    'DAYCOUNT-6: %s from a day to itself is 0, and backwards is the negative',
    (convention) => {
      expect(years(convention, '2023-02-28', '2023-02-28')).toBe(0);
      const forwards = years(convention, '2021-08-31', '2024-02-29');
      expect(years(convention, '2024-02-29', '2021-08-31')).toBe(-forwards);
    },
  );
});

interface ReferenceCase {
  readonly convention: string;
  readonly start: string;
  readonly end: string;
  readonly expectedYearFraction: number;
}

const REFERENCE = new URL('../../../../../shared/data/reference/daycount.json', import.meta.url);
const hasReference = existsSync(REFERENCE);
const CONVENTIONS: readonly [string, string, DayCount, number][] = [
  ['DAYCOUNT-3', '30/360 ISDA Bond Basis (2006 ISDA 4.16(f))', '30/360', 19],
  ['DAYCOUNT-4', '30/360 US (with Feb EOM rule)', '30/360 US', 20],
  ['DAYCOUNT-5', 'ACT/ACT ISDA', 'ACT/ACT ISDA', 7],
];

describe(`day counts published for other libraries${
  hasReference ? '' : ' (skipped: ../shared/data/reference is absent)'
}`, () => {
  it.skipIf(!hasReference).each(CONVENTIONS)(
    '%s: every published case of %s',
    (_rule, name, convention, count) => {
      const file: { cases: ReferenceCase[] } = JSON.parse(readFileSync(REFERENCE, 'utf8'));
      const cases = file.cases.filter((one) => one.convention === name);
      expect(cases).toHaveLength(count);
      for (const one of cases) {
        const got = years(convention, one.start, one.end);
        expect(got, `${one.start} to ${one.end}`).toBeCloseTo(one.expectedYearFraction, 9);
      }
    },
  );
});
