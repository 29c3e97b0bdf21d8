import {
  type DayCount,
  type DayCountContext,
  notionalCouponDays,
  type Period,
  type ScheduleTerms,
  schedule,
  yearFraction,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { calendarOf, dayOf, successOf } from './date.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

interface Case {
  readonly convention: string;
  readonly start: string;
  readonly end: string;
  readonly refStart?: string | null;
  readonly refEnd?: string | null;
  readonly terminationDate?: string | null;
  readonly schedule?: string;
  readonly expectedDays?: number;
  readonly expectedYearFraction?: number;
  readonly tolerance?: number;
}

/** The rule, the start of the name in the file, the day count, and its days in a year. */
const CONVENTIONS: readonly (readonly [string, string, DayCount, number])[] = [
  ['DAYCOUNT-1', 'ACT/365F', 'ACT/365F', 365],
  ['DAYCOUNT-1', 'ACT/365 Fixed', 'ACT/365F', 365],
  ['DAYCOUNT-2', 'ACT/360', 'ACT/360', 360],
  ['DAYCOUNT-3', '30/360 ISDA Bond Basis', '30/360', 360],
  ['DAYCOUNT-4', '30/360 US', '30/360 US', 360],
  ['DAYCOUNT-5', 'ACT/ACT ISDA', 'ACT/ACT ISDA', Number.NaN],
  ['DAYCOUNT-7', '30E/360 Eurobond Basis', '30E/360', 360],
  ['DAYCOUNT-8', '30E/360 ISDA', '30E/360 ISDA', 360],
  ['DAYCOUNT-9', 'ACT/ACT AFB', 'ACT/ACT AFB', Number.NaN],
  ['DAYCOUNT-10, DAYCOUNT-11', 'ACT/ACT ICMA', 'ACT/ACT ICMA', Number.NaN],
  ['DAYCOUNT-12', '30/365', '30/365', 365],
  ['DAYCOUNT-13', 'ACT/365.25', 'ACT/365.25', 365.25],
  ['DAYCOUNT-13', 'ACT/366', 'ACT/366', 366],
  ['DAYCOUNT-14', 'BUS/252', 'BUS/252', 252],
];

const TENORS: Readonly<Record<string, Period>> = {
  annual: { count: 1, unit: 'Y' },
  semiannual: { count: 6, unit: 'M' },
  quarterly: { count: 3, unit: 'M' },
  monthly: { count: 1, unit: 'M' },
};

/** The terms told in words, such as `1999-01-30..2000-06-30 semiannual, firstCoupon 1999-07-30`. */
function couponDaysOf(words: string): number[] {
  const [, start, end, frequency] =
    /^([\d-]{10})\.\.([\d-]{10}) (\w+)/.exec(words) ?? expect.fail(words);
  const first = /firstCoupon ([\d-]{10})/.exec(words)?.[1];
  const nextToLast = /nextToLast ([\d-]{10})/.exec(words)?.[1];
  const terms: ScheduleTerms = {
    start: dayOf(String(start)),
    end: dayOf(String(end)),
    tenor: TENORS[String(frequency)] ?? expect.fail(words),
    rule: words.includes('forward') ? 'Forward' : 'Backward',
    endOfMonth: /EOM(?!=false)/.test(words),
    convention: 'Unadjusted',
    terminationConvention: 'Unadjusted',
    calendar: calendarOf('Null'),
    ...(first === undefined ? {} : { firstDay: dayOf(first) }),
    ...(nextToLast === undefined ? {} : { nextToLastDay: dayOf(nextToLast) }),
  };
  return notionalCouponDays(successOf(schedule(terms)), terms);
}

function contextOf(one: Case, words: string | undefined): DayCountContext {
  const calendar = /\((\w+) calendar\)/.exec(one.convention)?.[1];
  return {
    ...(one.refStart ? { referenceStart: dayOf(one.refStart) } : {}),
    ...(one.refEnd ? { referenceEnd: dayOf(one.refEnd) } : {}),
    ...(one.terminationDate ? { terminationDay: dayOf(one.terminationDate) } : {}),
    ...(calendar === undefined ? {} : { calendar: calendarOf(calendar) }),
    ...(words === undefined ? {} : { couponDays: couponDaysOf(words) }),
  };
}

/** `same as previous` repeats the schedule of the case before. */
function withWords(cases: readonly Case[]): readonly (readonly [Case, string | undefined])[] {
  let last: string | undefined;
  return cases.map((one) => {
    if (one.schedule !== undefined && !one.schedule.startsWith('same')) last = one.schedule;
    return [one, one.schedule === undefined ? undefined : last];
  });
}

function check(one: Case, words: string | undefined, basis: DayCount, yearDays: number): void {
  const told = `${one.convention} ${one.start} to ${one.end}`;
  const years = yearFraction(basis, dayOf(one.start), dayOf(one.end), contextOf(one, words));
  const expected = one.expectedYearFraction ?? (one.expectedDays ?? Number.NaN) / yearDays;
  const tolerance = one.tolerance ?? 1e-10 * Math.abs(expected);
  expect(Math.abs(years - expected), told).toBeLessThanOrEqual(tolerance);
  if (one.expectedDays === undefined) return;
  expect(Math.abs(years * yearDays - one.expectedDays), told).toBeLessThan(1e-9);
}

const file = hasReference ? reference<{ cases: Case[] }>('daycount.json') : { cases: [] };

describe.skipIf(!hasReference)('day counts of other libraries (needs ../shared)', () => {
  it('knows every convention of the file', () => {
    const unknown = file.cases.filter(
      ({ convention }) => !CONVENTIONS.some(([, name]) => convention.startsWith(name)),
    );
    expect(unknown).toEqual([]);
    expect(file.cases.length).toBeGreaterThan(0);
  });

  it.each(CONVENTIONS)('%s: every case of %s', (_rule, name, basis, yearDays) => {
    for (const [one, words] of withWords(file.cases)) {
      if (one.convention.startsWith(name)) check(one, words, basis, yearDays);
    }
  });
});
