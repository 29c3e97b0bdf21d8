import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilFromDay,
  dayFromCivil,
  dayFromIso,
  daysInMonth,
  isLeapYear,
  isoFromDay,
  monthsBetween,
} from './calendar-date.js';

function day(iso: string): number {
  const parsed = dayFromIso(iso);
  if (!parsed.ok) throw new Error(iso);
  return parsed.value;
}

/* Day numbers from another implementation: Python's date.toordinal() - 719163. */
const KNOWN_DAYS: readonly [string, number][] = [
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['1900-03-01', -25508],
  ['2000-02-29', 11016],
  ['2000-03-01', 11017],
  ['2022-12-30', 19356],
  ['2024-02-29', 19782],
  ['2100-03-01', 47541],
  ['0001-01-01', -719162],
  ['9999-12-31', 2932896],
];

describe('civil days', () => {
  it.each(KNOWN_DAYS)('DATE-1: %s is day %d, and back', (iso, expected) => {
    expect(day(iso)).toBe(expected);
    expect(isoFromDay(expected)).toBe(iso);
  });

  it('DATE-1: counting every day of 1599 to 2401 by the calendar meets every day number', () => {
    let counted = dayFromCivil(1599, 1, 1);
    for (let year = 1599; year <= 2401; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let dayOfMonth = 1; dayOfMonth <= daysInMonth(year, month); dayOfMonth += 1) {
          const civil = civilFromDay(counted);
          if (
            dayFromCivil(year, month, dayOfMonth) !== counted ||
            civil.year !== year ||
            civil.month !== month ||
            civil.dayOfMonth !== dayOfMonth
          ) {
            expect.fail(`${year}-${month}-${dayOfMonth} is not day ${counted}`);
          }
          counted += 1;
        }
      }
    }
    expect(counted - dayFromCivil(1599, 1, 1)).toBe(293290); // 803 * 365 + 195 leap days
  });

  it('DATE-1: a date that does not exist is a programmer error', () => {
    expect(() => dayFromCivil(2023, 2, 29)).toThrow(RangeError);
    expect(() => dayFromCivil(2023, 13, 1)).toThrow(RangeError);
    expect(() => civilFromDay(0.5)).toThrow(RangeError);
    expect(() => daysInMonth(2023, 0)).toThrow(RangeError);
  });

  it('DATE-1: 1900 and 2100 are common years, 2000 and 2024 leap years', () => {
    expect([1900, 2000, 2023, 2024, 2100].filter(isLeapYear)).toEqual([2000, 2024]);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((m) => daysInMonth(2023, m))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
  });
});

describe('ISO dates at the door', () => {
  it.each([
    ['2022-12-30T00:00', 'date.format'],
    ['30/12/2022', 'date.format'],
    ['2022-1-5', 'date.format'],
    ['', 'date.format'],
    ['2022-02-29', 'date.none'],
    ['2022-00-10', 'date.none'],
    ['2022-13-10', 'date.none'],
    ['2022-04-31', 'date.none'],
    ['2022-04-00', 'date.none'],
  ])('DATE-2: %j is refused with %s and the path', (text, code) => {
    const parsed = dayFromIso(text, 'study.valuationDate');
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) {
      expect(parsed.issues).toHaveLength(1);
      expect(parsed.issues[0]).toMatchObject({ code, path: 'study.valuationDate', got: text });
    }
  });

  it('DATE-2: years beyond four digits have no ISO form here', () => {
    expect(() => isoFromDay(2932897)).toThrow(RangeError);
  });
});

describe('months', () => {
  it.each([
    ['2022-12-31', 2, '2023-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2023-01-15', 360, '2053-01-15'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-01-31', 0, '2023-01-31'],
    ['2023-05-31', -5, '2022-12-31'],
  ])('DATE-3: %s plus %d months is %s', (start, months, expected) => {
    expect(isoFromDay(addMonths(day(start), months))).toBe(expected);
  });

  it('DATE-3: half a month is a programmer error', () => {
    expect(() => addMonths(0, 0.5)).toThrow(RangeError);
  });

  it.each([
    ['2022-12-31', '2023-02-28', 2],
    ['2022-12-31', '2023-02-27', 1],
    ['2023-01-15', '2023-02-14', 0],
    ['2023-01-15', '2023-02-15', 1],
    ['2023-02-15', '2023-01-15', -1],
    ['2023-02-14', '2023-01-15', 0],
    ['2020-12-31', '2022-12-30', 23],
  ])('DATE-4: from %s to %s are %d whole months', (start, end, expected) => {
    expect(monthsBetween(day(start), day(end))).toBe(expected);
  });
});
