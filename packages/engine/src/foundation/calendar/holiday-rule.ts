import { dayFromCivil } from '../calendar-date.js';
import { SATURDAY, SUNDAY, weekdayOf } from './business-day-calendar.js';
import { easterSunday } from './easter.js';

/** Days of the week, in the order of ISO 8601. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** By how many days a holiday moves when its date is a Saturday or a Sunday. */
export interface WeekendRoll {
  readonly saturday: number;
  readonly sunday: number;
}

/** On which day of a year a holiday falls, before its years of validity are asked. */
export type Occurrence =
  | {
      readonly kind: 'fixed';
      readonly month: number;
      readonly dayOfMonth: number;
      readonly roll: WeekendRoll;
    }
  | {
      readonly kind: 'weekday-from';
      readonly month: number;
      readonly dayOfMonth: number;
      readonly weekday: Weekday;
    }
  | { readonly kind: 'easter'; readonly offsetDays: number }
  | {
      readonly kind: 'computed';
      readonly dayInYear: (year: number) => number | undefined;
      readonly roll: WeekendRoll;
    }
  | { readonly kind: 'one-off'; readonly days: readonly number[] };

/**
 * A holiday: its name or, for a one-off, its reason; where in the year it falls; the first and
 * last year of validity, and the years in between in which it was moved or dropped.
 */
export interface HolidayRule {
  readonly name: string;
  readonly occurrence: Occurrence;
  readonly firstYear?: number;
  readonly lastYear?: number;
  readonly exceptYears?: readonly number[];
}

/** Years in which a rule holds. */
export type Validity = Pick<HolidayRule, 'firstYear' | 'lastYear' | 'exceptYears'>;

/** Stays where it is: a holiday on a weekend is lost. */
export const UNMOVED: WeekendRoll = { saturday: 0, sunday: 0 };
export const SUNDAY_TO_MONDAY: WeekendRoll = { saturday: 0, sunday: 1 };
export const NEAREST_WEEKDAY: WeekendRoll = { saturday: -1, sunday: 1 };
export const NEXT_MONDAY: WeekendRoll = { saturday: 2, sunday: 1 };
/** For two adjacent holidays: both of them clear the weekend in every case. */
export const TWO_DAYS_LATER: WeekendRoll = { saturday: 2, sunday: 2 };

/** The same date each year, moved off the weekend by `roll`. */
export function fixedDate(
  name: string,
  [month, dayOfMonth]: readonly [month: number, dayOfMonth: number],
  { roll = UNMOVED, ...validity }: Validity & { readonly roll?: WeekendRoll } = {},
): HolidayRule {
  return { name, occurrence: { kind: 'fixed', month, dayOfMonth, roll }, ...validity };
}

/** The first such weekday on or after a date. */
export function weekdayFrom(
  name: string,
  weekday: Weekday,
  [month, dayOfMonth]: readonly [month: number, dayOfMonth: number],
  validity: Validity = {},
): HolidayRule {
  return { name, occurrence: { kind: 'weekday-from', month, dayOfMonth, weekday }, ...validity };
}

/** The nth such weekday of a month, n from 1 to 4. */
export function nthWeekday(
  name: string,
  weekday: Weekday,
  { nth, month, ...validity }: Validity & { readonly nth: number; readonly month: number },
): HolidayRule {
  return weekdayFrom(name, weekday, [month, 7 * nth - 6], validity);
}

/** The last Monday of a month of 31 days, which is the first one from the 25th. */
export function lastMonday(name: string, month: number, validity: Validity = {}): HolidayRule {
  return weekdayFrom(name, 'Mon', [month, 25], validity);
}

/** So many days after (before when negative) Easter Sunday. */
export function easterOffset(
  name: string,
  offsetDays: number,
  validity: Validity = {},
): HolidayRule {
  return { name, occurrence: { kind: 'easter', offsetDays }, ...validity };
}

/** Single days, each [year, month, day of month], with the reason for all of them. */
export function oneOff(
  reason: string,
  ...dates: readonly (readonly [year: number, month: number, dayOfMonth: number])[]
): HolidayRule {
  return oneOffDays(
    reason,
    dates.map((date) => dayFromCivil(...date)),
  );
}

/** As `oneOff`, with days since 1970-01-01. */
export function oneOffDays(reason: string, days: readonly number[]): HolidayRule {
  return { name: reason, occurrence: { kind: 'one-off', days } };
}

/** A day of each year that only a formula gives; `undefined` in a year without it. */
export function computedDate(
  name: string,
  dayInYear: (year: number) => number | undefined,
  { roll = UNMOVED, ...validity }: Validity & { readonly roll?: WeekendRoll } = {},
): HolidayRule {
  return { name, occurrence: { kind: 'computed', dayInYear, roll }, ...validity };
}

/**
 * Days on which a rule closes the calendar for its own `year`; rolls may carry them into the year
 * before or after. A one-off gives all its days, whatever the year.
 */
export function daysOfRule(rule: HolidayRule, year: number): readonly number[] {
  const { occurrence } = rule;
  if (occurrence.kind === 'one-off') return occurrence.days;
  if (!holdsInYear(rule, year)) return [];
  const day = dayOfOccurrence(occurrence, year);
  return day === undefined ? [] : [day];
}

function holdsInYear(rule: HolidayRule, year: number): boolean {
  if (rule.firstYear !== undefined && year < rule.firstYear) return false;
  if (rule.lastYear !== undefined && year > rule.lastYear) return false;
  return rule.exceptYears?.includes(year) !== true;
}

function dayOfOccurrence(
  occurrence: Exclude<Occurrence, { kind: 'one-off' }>,
  year: number,
): number | undefined {
  switch (occurrence.kind) {
    case 'fixed':
      return rolled(dayFromCivil(year, occurrence.month, occurrence.dayOfMonth), occurrence.roll);
    case 'weekday-from': {
      const from = dayFromCivil(year, occurrence.month, occurrence.dayOfMonth);
      return from + ((WEEKDAYS.indexOf(occurrence.weekday) - weekdayOf(from) + 7) % 7);
    }
    case 'easter':
      return easterSunday(year) + occurrence.offsetDays;
    case 'computed': {
      const day = occurrence.dayInYear(year);
      return day === undefined ? undefined : rolled(day, occurrence.roll);
    }
  }
}

function rolled(day: number, roll: WeekendRoll): number {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY) return day + roll.saturday;
  return weekday === SUNDAY ? day + roll.sunday : day;
}
