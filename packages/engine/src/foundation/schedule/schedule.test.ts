import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUSINESS_DAY_CONVENTIONS } from '../calendar/business-day.js';
import { calendarFromHolidays } from '../calendar/business-day-calendar.js';
import { businessDayCalendar } from '../calendar/calendar-by-id.js';
import { isoFromDay } from '../calendar-date.js';
import {
  dayOf,
  named,
  periodOf,
  type ScheduleRow,
  successOf,
  vectors,
} from '../date-vectors.test-fixture.js';
import { addPeriod } from '../period.js';
import { schedule } from './schedule.js';
import { SCHEDULE_RULES, type ScheduleTerms } from './schedule-terms.js';
import { scheduleAfter, scheduleUntil } from './truncate-schedule.js';
import { type CdsRule, cdsMaturity } from './twentieth.js';

const SEED = 3009;
const calendar = calendarFromHolidays('vectors', vectors.holidays);

const PLAIN = {
  rule: 'Backward',
  endOfMonth: false,
  convention: 'Unadjusted',
  terminationConvention: 'Unadjusted',
  calendar: businessDayCalendar('none'),
} as const;

function plain(start: string, end: string, tenor: string, more: Partial<ScheduleTerms> = {}) {
  const terms: ScheduleTerms = {
    ...PLAIN,
    ...{ start: dayOf(start), end: dayOf(end), tenor: periodOf(tenor) },
    ...more,
  };
  return schedule(terms);
}

const isoDays = (made: ReturnType<typeof schedule>): string[] =>
  successOf(made).days.map((day) => isoFromDay(day).slice(2));

const flags = (made: ReturnType<typeof schedule>): string =>
  successOf(made)
    .isRegular.map((is) => (is ? '1' : '0'))
    .join('');

const isIncreasing = (days: readonly number[]): boolean =>
  days.every((day, index) => index === 0 || day > (days[index - 1] ?? day));

describe('schedules by hand', () => {
  it('SCHEDULE-1: backward from the end leaves the short period at the start', () => {
    const made = plain('2024-01-15', '2024-07-31', '3M');
    expect(isoDays(made)).toEqual(['24-01-15', '24-01-31', '24-04-30', '24-07-31']);
    expect(flags(made)).toBe('011');
  });

  it('SCHEDULE-1: forward from the start leaves it at the end', () => {
    const made = plain('2024-01-15', '2024-07-31', '3M', { rule: 'Forward' });
    expect(isoDays(made)).toEqual(['24-01-15', '24-04-15', '24-07-15', '24-07-31']);
    expect(flags(made)).toBe('110');
  });

  it('SCHEDULE-2: a long first and a short last period, told by their days', () => {
    const more = { firstDay: dayOf('2024-06-01'), nextToLastDay: dayOf('2024-12-01') };
    const made = plain('2024-01-15', '2024-12-20', '3M', more);
    expect(isoDays(made)).toEqual(['24-01-15', '24-06-01', '24-09-01', '24-12-01', '24-12-20']);
    expect(flags(made)).toBe('0110');
  });

  // Expected: testBackwardRegularFirstPeriodWithFirstDate of the public test suite of QuantLib.
  it.each<[string, 'Backward' | 'Forward', string, string]>([
    ['one tenor after the start', 'Backward', '2017-09-30', '1'],
    ['one tenor after the start', 'Forward', '2017-09-30', '1'],
    ['less than a tenor after it', 'Backward', '2017-09-03', '0'],
  ])('SCHEDULE-2: a first day %s, %s from %s', (_what, rule, start, expected) => {
    const more = { rule, endOfMonth: true, firstDay: dayOf('2018-03-31') };
    expect(flags(plain(start, '2024-09-30', '6M', more))[0]).toBe(expected);
  });

  it('SCHEDULE-2: forward, a last day but one off the grid ends an irregular period', () => {
    const more = { rule: 'Forward', endOfMonth: true, nextToLastDay: dayOf('2024-03-15') } as const;
    expect(flags(plain('2017-09-30', '2024-09-30', '6M', more)).slice(-2)).toBe('00');
  });

  it('SCHEDULE-2: a first day at the start and a last but one at the end say nothing', () => {
    const more = { firstDay: dayOf('2024-01-15'), nextToLastDay: dayOf('2024-07-31') };
    expect(plain('2024-01-15', '2024-07-31', '3M', more)).toEqual(
      plain('2024-01-15', '2024-07-31', '3M'),
    );
  });

  it('SCHEDULE-3: two days of one business day are one', () => {
    const more = { calendar: businessDayCalendar('monday-to-friday'), convention: 'Preceding' };
    const made = plain('2012-01-19', '2012-01-24', '1D', { ...more, convention: 'Preceding' });
    expect(isoDays(made)).toEqual(['12-01-19', '12-01-20', '12-01-23', '12-01-24']);
  });

  it('SCHEDULE-4: month ends are adjusted like any day, start and end keep their day', () => {
    const more: Partial<ScheduleTerms> = {
      ...{ rule: 'Forward', endOfMonth: true, firstDay: dayOf('2024-02-29') },
      ...{ convention: 'Following', calendar: businessDayCalendar('monday-to-friday') },
    };
    const made = plain('2024-02-12', '2024-07-10', '1M', more);
    expect(isoDays(made)).toEqual([
      '24-02-12',
      '24-02-29',
      '24-04-01',
      '24-04-30',
      '24-05-31',
      '24-07-01',
      '24-07-10',
    ]);
  });

  it('SCHEDULE-4: the last business day is a month end too', () => {
    const weekdays = businessDayCalendar('monday-to-friday');
    const more: Partial<ScheduleTerms> = { rule: 'Forward', endOfMonth: true, calendar: weekdays };
    const made = plain('2013-03-29', '2015-03-31', '1Y', more);
    expect(isoDays(made)).toEqual(['13-03-29', '14-03-31', '15-03-31']);
    expect(flags(made)).toBe('11');
  });

  it('SCHEDULE-4: a weekend after the last business day is a month end too', () => {
    const weekdays = businessDayCalendar('monday-to-friday');
    const more: Partial<ScheduleTerms> = { rule: 'Forward', endOfMonth: true, calendar: weekdays };
    // 29 June 2024 is a Saturday, the 28th the last business day.
    const made = plain('2024-06-29', '2024-09-29', '1M', more);
    expect(isoDays(made)).toEqual(['24-06-29', '24-07-31', '24-08-31', '24-09-29']);
  });

  it('SCHEDULE-7: a month end past the end is dropped, and what remains is irregular', () => {
    const weekdays = businessDayCalendar('monday-to-friday');
    const more: Partial<ScheduleTerms> = { rule: 'Forward', endOfMonth: true, calendar: weekdays };
    const made = plain('2013-03-29', '2015-03-30', '1Y', more);
    expect(isoDays(made)).toEqual(['13-03-29', '14-03-31', '15-03-30']);
    expect(flags(made)).toBe('10');
  });

  it('SCHEDULE-5: third Wednesdays within, or at the ends too', () => {
    const within = plain('2024-01-05', '2024-07-05', '3M', { rule: 'ThirdWednesday' });
    expect(isoDays(within)).toEqual(['24-01-05', '24-04-17', '24-07-05']);
    const ends = plain('2024-01-05', '2024-07-05', '3M', { rule: 'ThirdWednesdayInclusive' });
    expect(isoDays(ends)).toEqual(['24-01-17', '24-04-17', '24-07-17']);
  });

  it('SCHEDULE-5: Zero is one period, whatever the tenor', () => {
    const made = plain('2024-01-05', '2029-07-05', '0D', { rule: 'Zero' });
    expect(isoDays(made)).toEqual(['24-01-05', '29-07-05']);
    expect(flags(made)).toBe('1');
  });
});

describe('days of credit default swaps', () => {
  it.each<[CdsRule, string, string[]]>([
    ['CDS2015', '2016-12-12', ['16-09-20', '16-12-20', '17-03-20', '17-06-20', '17-09-20']],
    ['OldCDS', '2016-12-12', ['16-12-12', '17-03-20', '17-06-20', '17-09-20']],
    ['OldCDS', '2016-11-20', ['16-11-20', '16-12-20', '17-03-20', '17-06-20', '17-09-20']],
    ['OldCDS', '2016-11-12', ['16-11-12', '16-12-20', '17-03-20', '17-06-20', '17-09-20']],
  ])('SCHEDULE-6: %s from %s', (rule, start, expected) => {
    expect(isoDays(plain(start, '2017-09-20', '3M', { rule }))).toEqual(expected);
  });

  it('SCHEDULE-6: protection begins a quarter earlier where the 20th is not yet due', () => {
    const weekdays = businessDayCalendar('monday-to-friday');
    const more = { rule: 'CDS', calendar: weekdays, convention: 'Following' } as const;
    const made = plain('2016-03-20', '2016-09-20', '3M', more);
    expect(isoDays(made)).toEqual(['15-12-21', '16-03-21', '16-06-20', '16-09-20']);
  });

  // Expected: testCDS2015ConventionSampleDates of the public test suite of QuantLib.
  it.each<[string, string, string[]]>([
    ['2015-09-18', '2016-06-20', ['15-06-22', '15-09-21', '15-12-21', '16-03-21', '16-06-20']],
    ['2015-09-21', '2016-06-20', ['15-09-21', '15-12-21', '16-03-21', '16-06-20']],
    ['2009-06-21', '2009-12-20', ['09-03-20', '09-06-22', '09-09-21', '09-12-20']],
    ['2009-06-22', '2009-12-20', ['09-06-22', '09-09-21', '09-12-20']],
  ])('SCHEDULE-6: CDS2015 from %s to %s on weekdays', (start, end, expected) => {
    const weekdays = businessDayCalendar('monday-to-friday');
    const more = { rule: 'CDS2015', calendar: weekdays, convention: 'Following' } as const;
    expect(isoDays(plain(start, end, '3M', more))).toEqual(expected);
  });

  // Expected: ISDA's questions and answers on the semi-annual roll, section 11, as transcribed in
  // the public test suite of QuantLib.
  it.each<[CdsRule, string, string, string]>([
    ['CDS2015', '2016-03-19', '5Y', '2020-12-20'],
    ['CDS2015', '2016-03-20', '5Y', '2021-06-20'],
    ['CDS2015', '2016-09-19', '5Y', '2021-06-20'],
    ['CDS2015', '2016-12-20', '5Y', '2021-12-20'],
    ['CDS2015', '2016-03-20', '0M', '2016-06-20'],
    ['CDS', '2016-12-20', '5Y', '2022-03-20'],
    ['OldCDS', '2016-12-20', '3M', '2017-06-20'],
  ])('SCHEDULE-8: %s traded on %s for %s matures on %s', (rule, trade, tenor, expected) => {
    const maturity = cdsMaturity(dayOf(trade), periodOf(tenor), rule);
    expect(isoFromDay(successOf(maturity))).toBe(expected);
  });

  it.each<[CdsRule, string, string, string]>([
    ['CDS2015', '2016-12-20', '0M', 'cds.matured'],
    ['OldCDS', '2016-12-20', '0M', 'cds.tenor'],
    ['CDS', '2016-12-20', '4M', 'cds.tenor'],
    ['CDS', '2016-12-20', '-3M', 'cds.tenor'],
    ['CDS', '2016-12-20', '90D', 'cds.tenor'],
  ])('SCHEDULE-8: %s traded on %s for %s is refused: %s', (rule, trade, tenor, code) => {
    const maturity = cdsMaturity(dayOf(trade), periodOf(tenor), rule);
    expect(maturity).toMatchObject({ ok: false, issues: [{ code, path: 'tenor' }] });
  });
});

function termsOf(row: ScheduleRow): ScheduleTerms {
  const [start, end, tenor, rule, endOfMonth, convention, termination, first, last] = row;
  return {
    ...{
      start,
      end,
      tenor: periodOf(tenor),
      rule: named(SCHEDULE_RULES, rule),
      endOfMonth,
      calendar,
    },
    convention: named(BUSINESS_DAY_CONVENTIONS, convention),
    terminationConvention: named(BUSINESS_DAY_CONVENTIONS, termination),
    ...(first === null ? {} : { firstDay: first }),
    ...(last === null ? {} : { nextToLastDay: last }),
  };
}

describe('schedules against another library', () => {
  it('SCHEDULE-1, SCHEDULE-2, SCHEDULE-3, SCHEDULE-5, SCHEDULE-6, SCHEDULE-7: random terms', () => {
    expect(vectors.schedules.length).toBeGreaterThan(400);
    for (const row of vectors.schedules) {
      const told = JSON.stringify(row);
      const { days, isRegular } = successOf(schedule(termsOf(row)));
      const steps = days.map((day, index) => (index === 0 ? day : day - (days[index - 1] ?? 0)));
      expect(steps, told).toEqual(row[9]);
      expect(isRegular.map((is) => (is ? '1' : '0')).join(''), told).toBe(row[10]);
    }
  });
});

describe('laws of schedules', () => {
  const terms = fc.record({
    start: fc.integer({ min: 9_000, max: 20_000 }),
    length: fc.integer({ min: 1, max: 5_000 }),
    count: fc.integer({ min: 1, max: 15 }),
    unit: fc.constantFrom('D', 'W', 'M', 'Y' as const),
    rule: fc.constantFrom('Backward', 'Forward'),
    endOfMonth: fc.boolean(),
    convention: fc.constantFrom(...BUSINESS_DAY_CONVENTIONS),
  });

  it('SCHEDULE-7: days increase, and begin and end with the adjusted start and end', () => {
    const law = fc.property(terms, ({ length, count, unit, convention, ...rest }) => {
      const made = schedule({
        ...{
          ...rest,
          end: rest.start + length,
          tenor: { count, unit: named(['D', 'W', 'M', 'Y'], unit) },
        },
        ...{
          rule: named(SCHEDULE_RULES, rest.rule),
          convention,
          terminationConvention: convention,
        },
        calendar,
      });
      const isSingle = !made.ok && made.issues[0]?.code === 'schedule.single';
      const { days, isRegular } = isSingle ? { days: [0], isRegular: [] } : successOf(made);
      expect(isRegular).toHaveLength(days.length - 1);
      expect(isIncreasing(days)).toBe(true);
    });
    fc.assert(law, { seed: SEED, numRuns: 500 });
  });

  it('SCHEDULE-1: unadjusted, each regular period but for month ends is one tenor long', () => {
    const law = fc.property(terms, ({ start, length, count, rule }) => {
      const made = schedule({
        ...{ ...PLAIN, start, end: start + length, tenor: { count, unit: 'W' } },
        rule: named(SCHEDULE_RULES, rule),
      });
      const { days, isRegular } = successOf(made);
      expect([days[0], days.at(-1)]).toEqual([start, start + length]);
      for (const [index, is] of isRegular.entries()) {
        const [from = 0, to = 0] = days.slice(index, index + 2);
        expect(addPeriod(from, { count, unit: 'W' }) === to).toBe(is);
      }
    });
    fc.assert(law, { seed: SEED, numRuns: 300 });
  });
});

describe('cut schedules', () => {
  const whole = successOf(plain('2024-01-15', '2025-01-15', '3M'));

  it.each([
    ['2024-07-15', 'a day of it', '11', '11'],
    ['2024-08-01', 'another day', '110', '01'],
  ])('SCHEDULE-9: cut on %s, %s', (iso, _what, before, after) => {
    const [until, rest] = [scheduleUntil(whole, dayOf(iso)), scheduleAfter(whole, dayOf(iso))];
    expect(isoDays(until).at(-1)).toBe(iso.slice(2));
    expect(isoDays(rest)[0]).toBe(iso.slice(2));
    expect([flags(until), flags(rest)]).toEqual([before, after]);
  });

  it('SCHEDULE-9: cut outside it stays whole, and nothing left is an issue', () => {
    expect(scheduleUntil(whole, dayOf('2026-01-01'))).toMatchObject({ ok: true, value: whole });
    expect(scheduleAfter(whole, dayOf('2023-01-01'))).toMatchObject({ ok: true, value: whole });
    expect(scheduleUntil(whole, dayOf('2024-01-15'))).toMatchObject({
      issues: [{ code: 'schedule.until', expected: 'after 2024-01-15', got: '2024-01-15' }],
    });
    expect(scheduleAfter(whole, dayOf('2025-01-15'))).toMatchObject({
      issues: [{ code: 'schedule.after', expected: 'before 2025-01-15', got: '2025-01-15' }],
    });
  });
});

describe('contradictory terms', () => {
  const first = { firstDay: dayOf('2023-12-01') };
  const last = { nextToLastDay: dayOf('2025-12-01') };
  const crossed = { firstDay: dayOf('2024-10-01'), nextToLastDay: dayOf('2024-06-01') };
  it.each<[string, string, string, Partial<ScheduleTerms>]>([
    ['end', 'schedule.end', '3M', { end: dayOf('2024-01-15') }],
    ['end', 'schedule.end', '3M', { end: dayOf('2023-01-15') }],
    ['tenor', 'schedule.tenor', '0M', {}],
    ['tenor', 'schedule.tenor', '-3M', {}],
    ['tenor', 'schedule.tenor', '3M', { tenor: { count: Number.NaN, unit: 'M' } }],
    ['tenor', 'schedule.length', '1D', { end: dayOf('2424-01-15') }],
    ['endOfMonth', 'schedule.endOfMonth', '3M', { rule: 'CDS', endOfMonth: true }],
    ['firstDay', 'schedule.firstDay', '3M', first],
    ['firstDay', 'schedule.firstDay', '3M', { firstDay: dayOf('2026-01-15') }],
    ['firstDay', 'schedule.firstDay', '3M', { firstDay: dayOf('2024-03-20'), rule: 'Twentieth' }],
    [
      'firstDay',
      'schedule.firstDay',
      '3M',
      { firstDay: dayOf('2024-03-21'), rule: 'ThirdWednesday' },
    ],
    [
      'firstDay',
      'schedule.firstDay',
      '3M',
      { firstDay: dayOf('2025-03-19'), rule: 'ThirdWednesday' },
    ],
    ['tenor', 'schedule.repeated', '1W', { rule: 'ThirdWednesday' }],
    ['nextToLastDay', 'schedule.nextToLastDay', '3M', last],
    ['nextToLastDay', 'schedule.order', '3M', crossed],
  ])('SCHEDULE-10: %s is refused with %s', (path, code, tenor, more) => {
    const made = plain('2024-01-15', '2025-01-15', tenor, more);
    expect(made).toMatchObject({ ok: false, issues: [{ code, path }] });
  });

  it('SCHEDULE-10: any terms give increasing days or an issue, and end', () => {
    const near = fc.integer({ min: 19_000, max: 20_000 });
    const maybe = fc.option(near, { nil: undefined });
    const any = fc.record({
      ...{
        start: near,
        end: near,
        count: fc.integer({ min: -2, max: 14 }),
        endOfMonth: fc.boolean(),
      },
      ...{ unit: fc.constantFrom('D', 'W', 'M', 'Y'), rule: fc.constantFrom(...SCHEDULE_RULES) },
      convention: fc.constantFrom(...BUSINESS_DAY_CONVENTIONS),
      terminationConvention: fc.constantFrom(...BUSINESS_DAY_CONVENTIONS),
      ...{ firstDay: maybe, nextToLastDay: maybe },
    });
    const law = fc.property(any, ({ firstDay, nextToLastDay, count, unit, ...rest }) => {
      const made = schedule({
        ...{ ...rest, calendar, tenor: { count, unit: named(['D', 'W', 'M', 'Y'], unit) } },
        ...(firstDay === undefined ? {} : { firstDay }),
        ...(nextToLastDay === undefined ? {} : { nextToLastDay }),
      });
      const days = made.ok ? made.value.days : [0, made.issues.length];
      expect(days.length).toBeGreaterThan(1);
      expect(isIncreasing(days)).toBe(true);
    });
    fc.assert(law, { seed: SEED, numRuns: 2000 });
  });

  it('SCHEDULE-10: a start that is no day is a programmer error', () => {
    const none = { ...PLAIN, start: Number.NaN, end: 10, tenor: periodOf('1M') };
    expect(() => schedule(none)).toThrow('is not a day');
  });

  it('SCHEDULE-10: start and end on one business day', () => {
    const weekdays = businessDayCalendar('monday-to-friday');
    const both = { convention: 'Following', terminationConvention: 'Following' } as const;
    const made = plain('2024-06-15', '2024-06-16', '1M', { ...both, calendar: weekdays });
    expect(made).toMatchObject({ ok: false, issues: [{ code: 'schedule.single', path: 'end' }] });
  });
});
