import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayFromCivil, isoFromDay } from '../calendar-date.js';
import { SATURDAY, weekdayOf } from './business-day-calendar.js';
import { businessDayCalendar, CALENDAR_IDS, type CalendarId } from './calendar-by-id.js';

/** Holidays on weekdays by year, made by tools/vectors/calendars.py with QuantLib 1.29. */
interface Vectors {
  readonly calendars: Readonly<
    Record<string, { readonly from: number; readonly years: readonly string[] }>
  >;
}

const VECTORS = '../../../../../tools/vectors/calendars.json';
const vectors: Vectors = JSON.parse(readFileSync(new URL(VECTORS, import.meta.url), 'utf8'));

/** Days on which the engine departs from QuantLib 1.29 (docs/method/calendars.md). */
const DEPARTURES: readonly {
  readonly id: CalendarId;
  readonly reason: string;
  readonly days: RegExp;
}[] = [
  {
    id: 'us-settlement',
    reason: "King's birthday was first kept in 1986",
    days: /^198[345]-01/,
  },
  {
    id: 'us-government-bond',
    reason: "King's birthday was first kept in 1986",
    days: /^198[345]-01/,
  },
  {
    id: 'us-federal-reserve',
    reason: "King's birthday was first kept in 1986",
    days: /^198[345]-01/,
  },
  {
    id: 'us-federal-reserve',
    reason: "Reserve Banks do not move a Saturday's holiday",
    days: /^19(64|69)-02-21|^19(64|70)-05-29|-06-18/,
  },
  {
    id: 'us-government-bond',
    reason: 'noon close, no settlement',
    days: /^2015-04-03/,
  },
  {
    id: 'us-nyse',
    reason: 'first Tuesday after the first Monday',
    days: /^19(60|66)-11-0[18]/,
  },
  { id: 'us-nyse', reason: 'mourning of 2025', days: /^2025-01-09/ },
  { id: 'uk-settlement', reason: 'first kept in 1978', days: /^197[4-7]-05-0/ },
  { id: 'uk-exchange', reason: 'first kept in 1978', days: /^197[4-7]-05-0/ },
  { id: 'uk-settlement', reason: 'jubilee and wedding', days: /^1977-06-07|^1981-07-29/ },
  { id: 'uk-exchange', reason: 'jubilee and wedding', days: /^1977-06-07|^1981-07-29/ },
  { id: 'italy-settlement', reason: 'law of November 2000', days: /^2000-06-02/ },
  { id: 'france', reason: 'moves with Easter', days: /-0[56]-/ },
  { id: 'brazil-settlement', reason: 'law 14.759 of 2023', days: /^20..-11-20/ },
  { id: 'brazil-exchange', reason: "city's days since 2022", days: /^20..-(01-25|07-09)/ },
  { id: 'brazil-exchange', reason: "city's days since 2022", days: /^2023-11-20/ },
  { id: 'japan', reason: 'equinoxes before 2000', days: /^199.-0[39]-/ },
  { id: 'japan', reason: 'substitute of 6 May since 2007', days: /^(199.|2003)-05-06/ },
  { id: 'denmark', reason: 'Great Prayer Day until 2023', days: /-0[45]-/ },
  { id: 'denmark', reason: 'closing days of banks', days: /-0[56]-|-12-(24|31)/ },
  { id: 'poland', reason: 'law of 2024', days: /-12-24/ },
  {
    id: 'south-africa',
    reason: 'days declared by the president',
    days: /^(1999|20(0[068]|1[14689]|2[134]))-/,
  },
];

function quantlibDays(id: string, firstYear: number): string[] {
  const { from, years } = vectors.calendars[id] ?? { from: 0, years: [] };
  return years.flatMap((days, i) =>
    from + i < firstYear || days === ''
      ? []
      : days.split(' ').map((d) => isoFromDay(dayFromCivil(from + i, 1, 1) + Number(d) - 1)),
  );
}

function engineDays(id: CalendarId, firstYear: number): string[] {
  const { isBusinessDay } = businessDayCalendar(id);
  const days: string[] = [];
  for (let day = dayFromCivil(firstYear, 1, 1); day <= dayFromCivil(2060, 12, 31); day += 1) {
    if (weekdayOf(day) < SATURDAY && !isBusinessDay(day)) days.push(isoFromDay(day));
  }
  return days;
}

function differences(left: readonly string[], right: readonly string[]): string[] {
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  return [
    ...left.filter((d) => !inRight.has(d)),
    ...right.filter((d) => !inLeft.has(d)),
  ].toSorted();
}

describe('calendars against QuantLib 1.29', () => {
  const named = CALENDAR_IDS.filter((id) => vectors.calendars[id] !== undefined);

  it('CALENDAR-9: the vectors hold 27 calendars, all known to the engine', () => {
    expect(named).toHaveLength(27);
    expect(Object.keys(vectors.calendars)).toHaveLength(27);
  });

  it.each(named)('CALENDAR-9: %s agrees but for the departures listed', (id) => {
    const firstYear = vectors.calendars[id]?.from ?? 0;
    const found = differences(quantlibDays(id, firstYear), engineDays(id, firstYear));
    const listed = DEPARTURES.filter((departure) => departure.id === id);
    expect(found.filter((day) => !listed.some(({ days }) => days.test(day)))).toEqual([]);
    for (const { reason, days } of listed) {
      expect(
        found.some((day) => days.test(day)),
        `${reason} is a departure`,
      ).toBe(true);
    }
  });
});
