import {
  businessDayCalendar,
  businessDaysBetween,
  type CalendarId,
  easterSunday,
  isoFromDay,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { calendarIdOf, dayOf } from './date.test-fixture.js';
import { isClosedInLibrary } from './library-calendar.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

interface HolidayList {
  readonly calendar: string;
  readonly from: string;
  readonly to: string;
  readonly expectedHolidays: readonly string[];
}

type IntervalKind = 'fromIncl_toExcl' | 'fromExcl_toIncl' | 'bothIncl' | 'bothExcl';

interface Count extends Readonly<Partial<Record<IntervalKind, number>>> {
  readonly from: string;
  readonly to: string;
}

interface Calendars {
  readonly holiday_lists: readonly HolidayList[];
  readonly us_sofr_good_friday_holidays: readonly string[];
  readonly us_federal_reserve_juneteenth: {
    readonly holidays: readonly string[];
    readonly notHolidays: readonly string[];
  };
  readonly business_days_between_brazil: readonly Count[];
  readonly advance_conventions: {
    readonly holidays_southafrica_2015_computed_ql129: readonly string[];
  };
  readonly computed_ql129: {
    readonly calendars: Readonly<
      Record<string, { from: string; to: string; holidays: readonly string[] }>
    >;
  };
  readonly western_easter: { readonly dates: Readonly<Record<string, string>> };
}

/** Who says whether a weekday is closed, given what the engine says. */
type Source = (id: CalendarId, iso: string, isClosed: boolean) => boolean;

const engine: Source = (_id, _iso, isClosed) => isClosed;

function holidaysOnWeekdays(
  id: CalendarId,
  from: string,
  to: string,
  source: Source = engine,
): string[] {
  const weekdays = businessDayCalendar('monday-to-friday');
  const { isBusinessDay } = businessDayCalendar(id);
  const days: string[] = [];
  for (let day = dayOf(from); day <= dayOf(to); day += 1) {
    const iso = isoFromDay(day);
    if (weekdays.isBusinessDay(day) && source(id, iso, !isBusinessDay(day))) days.push(iso);
  }
  return days;
}

/** Business days from one date to another, each end counted or not; negative when reversed. */
function countOfDays(from: string, to: string, kind: IntervalKind): number {
  const ends = [
    { day: dayOf(from), isIn: kind === 'fromIncl_toExcl' || kind === 'bothIncl' },
    { day: dayOf(to), isIn: kind === 'fromExcl_toIncl' || kind === 'bothIncl' },
  ] as const;
  const isReversed = ends[1].day < ends[0].day;
  const [low, high] = isReversed ? [ends[1], ends[0]] : ends;
  const start = low.isIn ? low.day : low.day + 1;
  const end = high.isIn ? high.day + 1 : high.day;
  if (end <= start) return 0;
  const count = businessDaysBetween(start, end, businessDayCalendar('brazil-settlement'));
  return isReversed && count !== 0 ? -count : count;
}

const INTERVAL_KINDS: readonly IntervalKind[] = [
  'fromIncl_toExcl',
  'fromExcl_toIncl',
  'bothIncl',
  'bothExcl',
];

describe.skipIf(!hasReference)('reference calendars (needs ../shared)', () => {
  const data = hasReference ? reference<Calendars>('calendars.json') : undefined;

  it.each(data?.holiday_lists ?? [])('CALENDAR-9: holidays of $calendar from $from', (list) => {
    const found = holidaysOnWeekdays(calendarIdOf(list.calendar), list.from, list.to);
    expect(found).toEqual(list.expectedHolidays);
  });

  it.each(data?.us_sofr_good_friday_holidays ?? [])('CALENDAR-4: no SOFR on %s', (iso) => {
    expect(isoFromDay(easterSunday(Number(iso.slice(0, 4))) - 2)).toBe(iso);
    expect(businessDayCalendar('us-sofr').isBusinessDay(dayOf(iso))).toBe(false);
  });

  it('CALENDAR-4: Juneteenth at the Federal Reserve', () => {
    const { isBusinessDay } = businessDayCalendar('us-federal-reserve');
    const { holidays, notHolidays } = data?.us_federal_reserve_juneteenth ?? {
      holidays: [],
      notHolidays: [],
    };
    expect(holidays.length + notHolidays.length).toBeGreaterThan(0);
    for (const iso of holidays) expect(isBusinessDay(dayOf(iso)), iso).toBe(false);
    for (const iso of notHolidays) expect(isBusinessDay(dayOf(iso)), iso).toBe(true);
  });

  it.each(data?.business_days_between_brazil ?? [])(
    'CALENDAR-7: business days of Brazil from $from to $to',
    (count) => {
      const kinds = INTERVAL_KINDS.filter((kind) => count[kind] !== undefined);
      expect(kinds.length).toBeGreaterThan(0);
      for (const kind of kinds) {
        expect(countOfDays(count.from, count.to, kind), kind).toBe(count[kind]);
      }
    },
  );

  it('CALENDAR-7: South Africa in 2015', () => {
    const expected = data?.advance_conventions.holidays_southafrica_2015_computed_ql129;
    expect(holidaysOnWeekdays('south-africa', '2015-01-01', '2015-12-31')).toEqual(expected);
  });

  it.each(Object.entries(data?.computed_ql129.calendars ?? {}))(
    'CALENDAR-9: %s as QuantLib 1.29 computes it',
    (name, { from, to, holidays }) => {
      const id = calendarIdOf(name);
      expect(holidaysOnWeekdays(id, from, to, isClosedInLibrary)).toEqual(holidays);
    },
  );

  it('CALENDAR-2: Easter', () => {
    const dates = Object.entries(data?.western_easter.dates ?? {});
    expect(dates.length).toBeGreaterThan(0);
    for (const [year, iso] of dates) expect(isoFromDay(easterSunday(Number(year)))).toBe(iso);
  });
});
