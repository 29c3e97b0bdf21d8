import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../calendar-date.js';
import { weekdayOf } from './business-day-calendar.js';
import { easterSunday } from './easter.js';

describe('easterSunday', () => {
  it.each([
    // The earliest and the latest dates there are, and the two exceptions of the moon's age.
    '1818-03-22',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2024-03-31',
    '2038-04-25',
    '2285-03-22',
  ])('CALENDAR-2: %s was or will be Easter', (iso) => {
    expect(isoFromDay(easterSunday(Number(iso.slice(0, 4))))).toBe(iso);
  });

  it('CALENDAR-2: Easter is a Sunday from 22 March to 25 April, also before year 1', () => {
    for (let year = 1; year < 3000; year += 1) {
      const day = easterSunday(year);
      expect(weekdayOf(day)).toBe(6);
      const date = isoFromDay(day).slice(5);
      expect(date >= '03-22' && date <= '04-25', `${year}-${date}`).toBe(true);
    }
    expect(weekdayOf(easterSunday(-44))).toBe(6);
  });

  it('CALENDAR-2: a year is a whole number', () => {
    expect(() => easterSunday(2024.5)).toThrow(RangeError);
    expect(() => easterSunday(Number.NaN)).toThrow(RangeError);
  });
});
