import {
  advanceDay,
  type BusinessDayConvention,
  businessDaysBetween,
  type CountedEnds,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { calendarOf, dayOf, isoOf, periodOf } from './date.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

interface AdvanceCase {
  readonly calendar: string;
  readonly convention: BusinessDayConvention;
  readonly start: string;
  readonly period: string;
  readonly endOfMonth: boolean;
  readonly expected: string;
}

interface CountCase {
  readonly from: string;
  readonly to: string;
  readonly fromIncl_toExcl?: number;
  readonly fromExcl_toIncl?: number;
  readonly bothIncl?: number;
  readonly bothExcl?: number;
}

interface File {
  readonly advance_conventions: {
    readonly cases: readonly AdvanceCase[];
  };
  readonly business_days_between_brazil: readonly CountCase[];
}

const COUNTS: readonly (readonly [keyof CountCase, CountedEnds])[] = [
  ['fromIncl_toExcl', 'start'],
  ['fromExcl_toIncl', 'end'],
  ['bothIncl', 'both'],
  ['bothExcl', 'neither'],
];

const file = hasReference ? reference<File>('calendars.json') : undefined;

describe.skipIf(!hasReference)('business days of another library (needs ../shared)', () => {
  it('finds cases in the file', () => {
    expect(file?.advance_conventions.cases.length).toBeGreaterThan(0);
    expect(file?.business_days_between_brazil.length).toBeGreaterThan(0);
  });

  it.each(file?.advance_conventions.cases ?? [])(
    'BUSINESSDAY-2, BUSINESSDAY-3, BUSINESSDAY-4, BUSINESSDAY-6: $start $period $convention',
    (one) => {
      const { convention, endOfMonth } = one;
      const terms = { calendar: calendarOf(one.calendar), convention, endOfMonth };
      const day = advanceDay(dayOf(one.start), periodOf(one.period), terms);
      expect(isoOf([day])).toEqual([one.expected]);
    },
  );

  it.each(file?.business_days_between_brazil ?? [])(
    'BUSINESSDAY-7: business days from $from to $to',
    (one) => {
      const calendar = calendarOf('Brazil');
      for (const [key, counted] of COUNTS) {
        const expected = one[key];
        if (expected === undefined) continue;
        const days = businessDaysBetween(dayOf(one.from), dayOf(one.to), calendar, counted);
        expect(days, key).toBe(expected);
      }
    },
  );
});
