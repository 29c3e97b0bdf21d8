import {
  advanceDay,
  type BusinessDayCalendar,
  type BusinessDayConvention,
  businessDaysBetween,
  type CountedEnds,
  calendarFromHolidays,
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
    readonly holidays_southafrica_2015_computed_ql129: readonly string[];
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
const southAfrica = calendarFromHolidays(
  'SouthAfrica',
  (file?.advance_conventions.holidays_southafrica_2015_computed_ql129 ?? []).map(dayOf),
);

/** The file lists the holidays of 2015 for the calendar that its cases of that year use. */
function advanceCalendar({ calendar, start }: AdvanceCase): BusinessDayCalendar {
  const isListed = calendar === southAfrica.id && start.startsWith('2015');
  return isListed ? southAfrica : calendarOf(calendar);
}

describe.skipIf(!hasReference)('business days of another library (needs ../shared)', () => {
  it('finds cases in the file', () => {
    expect(file?.advance_conventions.cases.length).toBeGreaterThan(0);
    expect(file?.business_days_between_brazil.length).toBeGreaterThan(0);
  });

  it.each(file?.advance_conventions.cases ?? [])(
    'BUSINESSDAY-2, BUSINESSDAY-3, BUSINESSDAY-4, BUSINESSDAY-6: $start $period $convention',
    (one) => {
      const { convention, endOfMonth } = one;
      const terms = { calendar: advanceCalendar(one), convention, endOfMonth };
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
