import { describe, expect, it } from 'vitest';
import { businessDayCalendar } from './calendar/calendar-by-id.js';
import { dayOf } from './date-vectors.test-fixture.js';
import { type DayCount, type DayCountContext, yearFraction } from './day-count.js';

function years(
  convention: DayCount,
  start: string,
  end: string,
  context?: DayCountContext,
): number {
  return yearFraction(convention, dayOf(start), dayOf(end), context);
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

  it.each<Row>([
    ['a 31st is always a 30th', '2006-09-29', '2006-10-31', 31 / 360],
    ['February is not special', '2007-02-28', '2007-08-31', 182 / 360],
  ])('DAYCOUNT-7: 30E/360, %s', (...row) => check('30E/360', row));

  it.each<[string, string, string, string | undefined, number]>([
    ['both ends of February', '2007-02-28', '2008-02-29', '2010-01-01', 360],
    ['but for the termination day', '2007-02-28', '2008-02-29', '2008-02-29', 359],
    ['no termination day', '2007-02-28', '2008-02-29', undefined, 360],
    ['the start is a 30th whatever ends there', '2008-02-29', '2008-08-31', '2008-02-29', 180],
  ])('DAYCOUNT-8: 30E/360 ISDA, %s', (_what, start, end, termination, expected) => {
    const context = termination === undefined ? {} : { terminationDay: dayOf(termination) };
    expect(years('30E/360 ISDA', start, end, context)).toBeCloseTo(expected / 360, 14);
  });

  it.each<Row>([
    ['whole years back from the end', '2000-01-15', '2004-02-15', 4 + 31 / 365],
    ['a rest with 29 February', '2003-11-01', '2004-05-01', 182 / 366],
    ['from the end of February to the end of February', '2004-02-29', '2008-02-29', 4],
    ['28 February back to the 29th', '2004-02-29', '2005-02-28', 1],
  ])('DAYCOUNT-9: ACT/ACT AFB, %s', (...row) => check('ACT/ACT AFB', row));

  it('DAYCOUNT-10: ACT/ACT ICMA, half a coupon of a half-yearly bond is a quarter', () => {
    const context = { referenceStart: dayOf('2024-01-01'), referenceEnd: dayOf('2024-07-01') };
    expect(years('ACT/ACT ICMA', '2024-01-01', '2024-04-01', context)).toBe(0.25);
  });

  it('DAYCOUNT-10: a reference period of a week or two is measured against the year', () => {
    const context = { referenceStart: dayOf('2024-01-01'), referenceEnd: dayOf('2024-01-08') };
    expect(years('ACT/ACT ICMA', '2024-01-01', '2024-01-08', context)).toBe(7 / 366);
  });

  it('DAYCOUNT-10, DAYCOUNT-11: ACT/ACT ICMA without a period to measure by throws', () => {
    const empty = { referenceStart: 10, referenceEnd: 10 };
    const short = { couponDays: [0, 182] };
    expect(() => yearFraction('ACT/ACT ICMA', 0, 9)).toThrow('needs a reference period');
    expect(() => yearFraction('ACT/ACT ICMA', 0, 9, empty)).toThrow('is empty');
    expect(() => yearFraction('ACT/ACT ICMA', 0, 183, short)).toThrow('do not cover');
  });

  // Jan 31 to Feb 1 is 1 and Jan 1 to Jan 31 is 29 in QuantLib 1.43 as well.
  it.each<Row>([
    ['half a year is 180 days of 365', '2024-09-30', '2025-03-31', 180 / 365],
    ['from the 31st to the 1st is a day', '2007-01-31', '2007-02-01', 1 / 365],
    ['from the 1st to the 31st are 29 days', '2007-01-01', '2007-01-31', 29 / 365],
  ])('DAYCOUNT-12: 30/365, %s', (...row) => check('30/365', row));

  it.each<[DayCount, number]>([
    ['ACT/365.25', 365.25],
    ['ACT/366', 366],
  ])('DAYCOUNT-13: %s divides the days by %d', (convention, yearDays) => {
    expect(years(convention, '2024-01-01', '2024-12-31')).toBe(365 / yearDays);
  });

  it('DAYCOUNT-14: BUS/252 counts the business days from the start, without the end', () => {
    const calendar = businessDayCalendar('monday-to-friday');
    expect(years('BUS/252', '2024-06-14', '2024-06-18', { calendar })).toBe(2 / 252);
    expect(() => years('BUS/252', '2024-06-14', '2024-06-18')).toThrow('needs a calendar');
  });

  it.each<DayCount>(['ACT/365F', 'ACT/360', '30/360', '30/360 US', 'ACT/ACT ISDA'])(
    'DAYCOUNT-6: %s from a day to itself is 0, and backwards is the negative',
    (convention) => {
      expect(years(convention, '2023-02-28', '2023-02-28')).toBe(0);
      const forwards = years(convention, '2021-08-31', '2024-02-29');
      expect(years(convention, '2024-02-29', '2021-08-31')).toBe(-forwards);
    },
  );
});
