import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCivil, dayFromIso } from '../calendar-date.js';
import { addBusinessDays, adjustDay, businessDaysBetween } from './business-day.js';
import { SATURDAY, weekdayOf } from './business-day-calendar.js';
import { businessDayCalendar, CALENDAR_IDS, type CalendarId } from './calendar-by-id.js';

function isOpen(id: CalendarId, iso: string): boolean {
  const day = dayFromIso(iso);
  if (!day.ok) throw new Error(`${iso} is no date`);
  return businessDayCalendar(id).isBusinessDay(day.value);
}

const closed = (id: CalendarId, days: string): [CalendarId, boolean, string] => [id, false, days];
const open = (id: CalendarId, days: string): [CalendarId, boolean, string] => [id, true, days];

describe('calendars by name', () => {
  it('CALENDAR-3: none is always open, monday-to-friday closes on the weekend alone', () => {
    for (let day = -800; day < 800; day += 1) {
      expect(businessDayCalendar('none').isBusinessDay(day)).toBe(true);
      expect(businessDayCalendar('monday-to-friday').isBusinessDay(day)).toBe(
        weekdayOf(day) < SATURDAY,
      );
    }
  });

  it.each([
    // 2021-12-25 and 2022-01-01 were Saturdays: the government moved both, the Fed neither.
    closed('us-settlement', '2021-12-24 2021-12-31 1970-05-29 1971-10-25 1986-01-20'),
    open('us-settlement', '1985-01-21 1970-10-12 2021-06-18'),
    open('us-federal-reserve', '2021-12-24 2021-12-31 2027-06-18 2024-03-29'),
    closed('us-federal-reserve', '2022-06-20 2023-01-02 2024-11-11'),
    // Employment reports came out on these three Good Fridays: trading to noon, no settlement.
    closed('us-sofr', '2015-04-03 2021-04-02 2023-04-07 2018-12-05'),
    open('us-sofr', '2021-12-31 2028-11-10 2025-01-09'),
  ])('CALENDAR-4: %s is open (%s) on %s', (id, expected, days) => {
    for (const day of days.split(' ')) expect(isOpen(id, day), day).toBe(expected);
  });

  it.each([
    closed('us-nyse', '2001-09-11 2001-09-14 2012-10-29 2007-01-02 2025-01-09 1968-06-12'),
    closed('us-nyse', '1968-12-18 1966-11-08 1980-11-04 1963-11-25 1969-07-21'),
    open('us-nyse', '2001-09-10 2001-09-17 1984-11-06 1978-11-07 1969-01-08 2010-12-31 2024-10-14'),
  ])('CALENDAR-5: %s is open (%s) on %s', (id, expected, days) => {
    for (const day of days.split(' ')) expect(isOpen(id, day), day).toBe(expected);
  });

  it.each([
    closed('target', '1999-12-31 2001-12-31 2000-04-21 2024-05-01 2024-12-26'),
    open('target', '1999-04-02 2002-12-31 2024-05-20 1999-05-03'),
    // Christmas 2021 on Saturday and Boxing Day on Sunday: Monday and Tuesday.
    closed('uk-settlement', '2021-12-27 2021-12-28 2022-06-02 2022-09-19 2023-05-08 2020-05-08'),
    open('uk-settlement', '2020-05-04 2022-05-30 1977-05-02 2021-12-29'),
  ])('CALENDAR-6: %s is open (%s) on %s', (id, expected, days) => {
    for (const day of days.split(' ')) expect(isOpen(id, day), day).toBe(expected);
  });

  it.each([
    closed('brazil-settlement', '2024-11-20 2024-02-12 2024-02-13 2024-05-30'),
    open('brazil-settlement', '2023-11-20 2024-02-14 2024-12-24'),
    closed('brazil-exchange', '2021-01-25 2021-07-09 2019-11-20 2022-12-30'),
    open('brazil-exchange', '2022-01-25 2024-07-09 2023-11-20'),
    closed('denmark', '2023-05-05 2024-05-10 2024-12-24'),
    open('denmark', '2024-04-26 2008-05-02'),
    closed('france', '2024-05-09 2024-05-20'),
    open('france', '2024-05-10 2024-05-21 2024-03-29'),
    closed('poland', '2025-12-24'),
    open('poland', '2024-12-24'),
    closed('sweden', '2004-05-31 2024-06-06 2024-06-21'),
    open('sweden', '2005-05-16'),
  ])('CALENDAR-7: %s is open (%s) on %s', (id, expected, days) => {
    for (const day of days.split(' ')) expect(isOpen(id, day), day).toBe(expected);
  });

  it.each([
    // Equinoxes as the almanacs have them, and 22 September 2026 between two holidays.
    closed('japan', '1990-03-21 2000-03-20 2024-03-20 2025-03-20 1999-09-23 2009-09-22 2026-09-22'),
    closed('japan', '2012-09-22 2020-05-06 2019-05-01 2021-07-23 2024-12-31'),
    open('japan', '2003-05-06 2024-09-20 2021-07-19 2021-10-11'),
  ])('CALENDAR-8: %s is open (%s) on %s', (id, expected, days) => {
    for (const day of days.split(' ')) expect(isOpen(id, day), day).toBe(expected);
  });

  it('CALENDAR-1: every calendar answers for any year and refuses a day that is no integer', () => {
    for (const id of CALENDAR_IDS) {
      const { isBusinessDay } = businessDayCalendar(id);
      for (const year of [-1, 0, 1, 1600, 2200, 9999]) {
        expect(typeof isBusinessDay(dayFromCivil(year, 7, 1))).toBe('boolean');
      }
      if (id === 'none') continue;
      expect(() => isBusinessDay(0.5)).toThrow(RangeError);
      expect(() => isBusinessDay(Number.NaN)).toThrow(RangeError);
    }
  });

  it('CALENDAR-1: adjusting, adding and counting agree in every calendar (seed 20221231)', () => {
    const days = fc.integer({ min: dayFromCivil(1960, 1, 1), max: dayFromCivil(2100, 1, 1) });
    const ids = fc.constantFrom(...CALENDAR_IDS);
    fc.assert(
      fc.property(ids, days, fc.integer({ min: 1, max: 300 }), (id, start, count) => {
        const calendar = businessDayCalendar(id);
        const from = adjustDay(start, 'Following', calendar);
        const to = addBusinessDays(from, count, calendar);
        expect(calendar.isBusinessDay(from) && calendar.isBusinessDay(to)).toBe(true);
        expect(adjustDay(from, 'Preceding', calendar)).toBe(from);
        expect(adjustDay(start, 'Preceding', calendar)).toBeLessThanOrEqual(start);
        expect(businessDaysBetween(from, to, calendar)).toBe(count);
        expect(addBusinessDays(to, -count, calendar)).toBe(from);
      }),
      { seed: 20221231, numRuns: 2000 },
    );
  });
});
