import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../calendar-date.js';
import { dayOf, named, periodOf, vectors } from '../date-vectors.test-fixture.js';
import { advanceDay } from './advance-day.js';
import {
  addBusinessDays,
  adjustDay,
  BUSINESS_DAY_CONVENTIONS,
  type BusinessDayConvention,
  businessDaysBetween,
} from './business-day.js';
import { calendarFromHolidays, jointCalendar } from './business-day-calendar.js';
import { businessDayCalendar } from './calendar-by-id.js';

const SEED = 2711;
const mondayToFriday = businessDayCalendar('monday-to-friday');
const calendar = calendarFromHolidays('vectors', vectors.holidays);

function adjusted(iso: string, convention: BusinessDayConvention): string {
  return isoFromDay(adjustDay(dayOf(iso), convention, mondayToFriday));
}

describe('business-day conventions by hand', () => {
  it.each(BUSINESS_DAY_CONVENTIONS)(
    'BUSINESSDAY-1: %s leaves a business day alone',
    (convention) => {
      expect(adjusted('2024-03-28', convention)).toBe('2024-03-28');
    },
  );

  it('BUSINESSDAY-1: Unadjusted leaves a Sunday alone', () => {
    expect(adjusted('2024-03-31', 'Unadjusted')).toBe('2024-03-31');
  });

  it.each<[string, BusinessDayConvention, string]>([
    ['Sunday 31 March', 'Following', '2024-04-01'],
    ['Sunday 31 March', 'Preceding', '2024-03-29'],
  ])('BUSINESSDAY-2: %s, %s, is %s', (_day, convention, expected) => {
    expect(adjusted('2024-03-31', convention)).toBe(expected);
  });

  it.each<[string, BusinessDayConvention, string]>([
    ['2024-03-31', 'ModifiedFollowing', '2024-03-29'],
    ['2024-03-30', 'ModifiedFollowing', '2024-03-29'],
    ['2024-03-10', 'ModifiedFollowing', '2024-03-11'],
    ['2024-06-01', 'ModifiedPreceding', '2024-06-03'],
    ['2024-06-15', 'ModifiedPreceding', '2024-06-14'],
    ['2024-06-15', 'HalfMonthModifiedFollowing', '2024-06-14'],
    ['2024-06-16', 'HalfMonthModifiedFollowing', '2024-06-17'],
    ['2024-03-31', 'HalfMonthModifiedFollowing', '2024-03-29'],
    ['2024-06-15', 'ModifiedFollowing', '2024-06-17'],
  ])('BUSINESSDAY-3: %s, %s, is %s', (day, convention, expected) => {
    expect(adjusted(day, convention)).toBe(expected);
  });

  it.each([
    ['Saturday is nearer to Friday', '2024-06-15', '2024-06-14'],
    ['Sunday is nearer to Monday', '2024-06-16', '2024-06-17'],
  ])('BUSINESSDAY-4: %s', (_why, day, expected) => {
    expect(adjusted(day, 'Nearest')).toBe(expected);
  });

  it('BUSINESSDAY-4: of two days equally near the later is taken', () => {
    const thursday = dayOf('2024-06-13');
    const closed = calendarFromHolidays('closed', [thursday]);
    expect(adjustDay(thursday, 'Nearest', closed)).toBe(thursday + 1);
  });

  it('BUSINESSDAY-1: a calendar without business days is a programmer error', () => {
    const never = jointCalendar({ id: 'never', isBusinessDay: () => false }, mondayToFriday);
    expect(() => adjustDay(0, 'Following', never)).toThrow('never+monday-to-friday');
  });
});

describe('business days against another library', () => {
  it('BUSINESSDAY-2, BUSINESSDAY-3, BUSINESSDAY-4: adjusted holidays', () => {
    for (const [day, name, expected] of vectors.adjustments) {
      const convention = named(BUSINESS_DAY_CONVENTIONS, name);
      expect(adjustDay(day, convention, calendar), `${day} ${name}`).toBe(expected);
    }
  });

  it('BUSINESSDAY-5, BUSINESSDAY-6: days moved by random periods', () => {
    for (const [day, period, name, endOfMonth, expected] of vectors.advances) {
      const convention = named(BUSINESS_DAY_CONVENTIONS, name);
      const got = advanceDay(day, periodOf(period), { calendar, convention, endOfMonth });
      expect(got, `${day} ${period} ${name} ${endOfMonth}`).toBe(expected);
    }
  });

  it('BUSINESSDAY-7: business days counted with each choice of ends', () => {
    for (const [start = 0, end = 0, ...expected] of vectors.businessDaysBetween) {
      const counted = (['start', 'end', 'both', 'neither'] as const).map((ends) =>
        businessDaysBetween(start, end, calendar, ends),
      );
      expect(counted, `${start} to ${end}`).toEqual(expected.map((days) => days + 0));
    }
  });
});

describe('laws of business days', () => {
  const anyDay = fc.integer({ min: 7_000, max: 36_000 });

  it.each(BUSINESS_DAY_CONVENTIONS.slice(1))(
    'BUSINESSDAY-2: %s gives a business day, and twice the same',
    (convention) => {
      const law = fc.property(anyDay, (day) => {
        const once = adjustDay(day, convention, calendar);
        expect(calendar.isBusinessDay(once)).toBe(true);
        expect(adjustDay(once, convention, calendar)).toBe(once);
      });
      fc.assert(law, { seed: SEED, numRuns: 300 });
    },
  );

  it('BUSINESSDAY-5, BUSINESSDAY-7: adding business days and counting them agree', () => {
    const law = fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, count) => {
      const start = adjustDay(day, 'Following', calendar);
      const end = addBusinessDays(start, count, calendar);
      expect(businessDaysBetween(start, end, calendar)).toBe(count);
      expect(addBusinessDays(end, -count, calendar)).toBe(start);
    });
    fc.assert(law, { seed: SEED, numRuns: 300 });
  });

  it('BUSINESSDAY-6: a period of nothing only adjusts, whatever the month', () => {
    const terms = { calendar: mondayToFriday, convention: 'Following', endOfMonth: true } as const;
    expect(advanceDay(dayOf('2024-03-31'), periodOf('0M'), terms)).toBe(dayOf('2024-04-01'));
  });

  it.each([
    ['the last calendar day leads to the last', '2015-01-31', '2015-02-28'],
    ['the last business day does not', '2015-02-27', '2015-03-27'],
  ])('BUSINESSDAY-6: unadjusted at the end of the month, %s', (_why, start, expected) => {
    const terms = { calendar: mondayToFriday, convention: 'Unadjusted', endOfMonth: true } as const;
    expect(isoFromDay(advanceDay(dayOf(start), periodOf('1M'), terms))).toBe(expected);
  });
});
