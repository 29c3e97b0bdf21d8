import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFromHolidays } from '../calendar/business-day-calendar.js';
import { businessDayCalendar } from '../calendar/calendar-by-id.js';
import { addMonths, civilFromDay, dayFromCivil } from '../calendar-date.js';
import { named, successOf, vectors } from '../date-vectors.test-fixture.js';
import { DAY_COUNTS, type DayCount, type DayCountContext, yearFraction } from '../day-count.js';
import { notionalCouponDays } from '../schedule/notional-coupon-days.js';
import { schedule } from '../schedule/schedule.js';
import type { ScheduleTerms } from '../schedule/schedule-terms.js';

const calendar = calendarFromHolidays('vectors', vectors.holidays);
const SEED = 1105;

function near(got: number, expected: number, told: unknown): void {
  const tolerance = 1e-13 * Math.max(1, Math.abs(expected));
  expect(Math.abs(got - expected), JSON.stringify(told)).toBeLessThanOrEqual(tolerance);
}

describe('day counts against another library', () => {
  it.each(Object.entries(vectors.dayCounts))('%s on random pairs of days', (name, rows) => {
    expect(rows.length).toBeGreaterThan(100);
    for (const [start, end, expected] of rows) {
      const got = yearFraction(named(DAY_COUNTS, name), start, end, { calendar });
      near(got, expected, [name, start, end]);
    }
  });

  it('DAYCOUNT-8: 30E/360 ISDA, the end at the termination day or before it', () => {
    for (const [start, end, terminationDay, expected] of vectors.isdaThirty) {
      const got = yearFraction('30E/360 ISDA', start, end, { terminationDay });
      near(got, expected, [start, end, terminationDay]);
    }
  });

  it('DAYCOUNT-10: ACT/ACT ICMA inside, before and beyond the reference period', () => {
    for (const [start, end, referenceStart, referenceEnd, expected] of vectors.icmaReference) {
      const context = { referenceStart, referenceEnd };
      near(yearFraction('ACT/ACT ICMA', start, end, context), expected, [start, end, context]);
    }
  });

  it('DAYCOUNT-11: ACT/ACT ICMA over whole schedules with long and short ends', () => {
    for (const row of vectors.icmaSchedule) {
      const [start = 0, end = 0, count = 0, firstDay = 0, nextToLastDay = 0] = row;
      const [from = 0, to = 0, expected = Number.NaN] = row.slice(5);
      const terms: ScheduleTerms = {
        ...{ start, end, firstDay, nextToLastDay, tenor: { count, unit: 'M' } },
        ...{ rule: 'Backward', endOfMonth: false, calendar: businessDayCalendar('none') },
        ...{ convention: 'Unadjusted', terminationConvention: 'Unadjusted' },
      };
      const couponDays = notionalCouponDays(successOf(schedule(terms)), terms);
      near(yearFraction('ACT/ACT ICMA', from, to, { couponDays }), expected, row);
    }
  });
});

describe('laws of day counts', () => {
  const anyDay = fc.integer({ min: -20_000, max: 60_000 });
  const context: DayCountContext = {
    ...{ referenceStart: 18_262, referenceEnd: addMonths(18_262, 6) },
    ...{ calendar, terminationDay: 60_001 },
  };
  const additive: readonly DayCount[] = [
    ...(['ACT/360', 'ACT/365F', 'ACT/365.25', 'ACT/366'] as const),
    ...(['ACT/ACT ISDA', 'ACT/ACT ICMA', 'BUS/252', '30E/360'] as const),
  ];

  it.each(additive)('DAYCOUNT-6: %s over two periods in a row is the sum', (convention) => {
    const law = fc.property(anyDay, anyDay, anyDay, (...days) => {
      const [a = 0, b = 0, c = 0] = days.toSorted((x, y) => x - y);
      const whole = yearFraction(convention, a, c, context);
      const parts =
        yearFraction(convention, a, b, context) + yearFraction(convention, b, c, context);
      near(parts, whole, [a, b, c]);
    });
    fc.assert(law, { seed: SEED, numRuns: 200 });
  });

  it.each(DAY_COUNTS)('DAYCOUNT-6: %s backwards is the negative', (convention) => {
    const law = fc.property(anyDay, anyDay, (a, b) => {
      const there = yearFraction(convention, a, b, context);
      const back = yearFraction(convention, b, a, context);
      expect(there + back).toBe(0);
      expect(there === 0 || there > 0 === b > a || convention.startsWith('30')).toBe(true);
    });
    fc.assert(law, { seed: SEED, numRuns: 200 });
  });

  const thirties = ['30/360', '30/360 US', '30E/360', '30E/360 ISDA', '30/365'] as const;
  it.each(thirties)(
    'DAYCOUNT-3, DAYCOUNT-12: %s: months from a day up to the 28th count 30',
    (name) => {
      const monthsAhead = fc.integer({ min: 1, max: 600 });
      const law = fc.property(anyDay, monthsAhead, (day, months) => {
        const { year, month, dayOfMonth } = civilFromDay(day);
        const start = dayFromCivil(year, month, Math.min(dayOfMonth, 27));
        const yearDays = name === '30/365' ? 365 : 360;
        near(yearFraction(name, start, addMonths(start, months)), (30 * months) / yearDays, start);
      });
      fc.assert(law, { seed: SEED, numRuns: 200 });
    },
  );
});
