import { civilFromDay, daysInMonth } from '../calendar-date.js';
import type { BusinessDayCalendar } from './business-day-calendar.js';

/** Every business-day convention of the engine. */
export const BUSINESS_DAY_CONVENTIONS = [
  'Unadjusted',
  'Following',
  'ModifiedFollowing',
  'Preceding',
  'ModifiedPreceding',
  'HalfMonthModifiedFollowing',
  'Nearest',
] as const;
export type BusinessDayConvention = (typeof BUSINESS_DAY_CONVENTIONS)[number];

/** No calendar closes for longer; a longer search means a calendar without business days. */
const LONGEST_CLOSURE_DAYS = 400;

/**
 * The business day that stands for `day` (rules BUSINESSDAY-1 to BUSINESSDAY-4). Throws
 * RangeError when the calendar has no business day near it.
 */
export function adjustDay(
  day: number,
  convention: BusinessDayConvention,
  calendar: BusinessDayCalendar,
): number {
  if (convention === 'Unadjusted' || calendar.isBusinessDay(day)) return day;
  switch (convention) {
    case 'Following':
      return nextOpen(day, 1, calendar);
    case 'Preceding':
      return nextOpen(day, -1, calendar);
    case 'ModifiedFollowing':
      return unlessMonthChanges(day, 1, calendar);
    case 'ModifiedPreceding':
      return unlessMonthChanges(day, -1, calendar);
    case 'HalfMonthModifiedFollowing':
      return halfMonthFollowing(day, calendar);
    case 'Nearest':
      return nearest(day, calendar);
  }
}

/** The first business day strictly after (`step` 1) or before (`step` -1) `day`. */
function nextOpen(day: number, step: 1 | -1, calendar: BusinessDayCalendar): number {
  for (let away = 1; away <= LONGEST_CLOSURE_DAYS; away += 1) {
    if (calendar.isBusinessDay(day + step * away)) return day + step * away;
  }
  throw new RangeError(`calendar ${calendar.id} has no business day near day ${day}`);
}

function unlessMonthChanges(day: number, step: 1 | -1, calendar: BusinessDayCalendar): number {
  const candidate = nextOpen(day, step, calendar);
  return civilFromDay(candidate).month === civilFromDay(day).month
    ? candidate
    : nextOpen(day, step === 1 ? -1 : 1, calendar);
}

/** As ModifiedFollowing, but the 15th is a border as well. */
function halfMonthFollowing(day: number, calendar: BusinessDayCalendar): number {
  const candidate = nextOpen(day, 1, calendar);
  const from = civilFromDay(day);
  const to = civilFromDay(candidate);
  const isCrossing = from.month !== to.month || (from.dayOfMonth <= 15 && to.dayOfMonth > 15);
  return isCrossing ? nextOpen(day, -1, calendar) : candidate;
}

/** The later of two business days equally far away. */
function nearest(day: number, calendar: BusinessDayCalendar): number {
  const before = nextOpen(day, -1, calendar);
  const after = nextOpen(day, 1, calendar);
  return after - day <= day - before ? after : before;
}

/**
 * The `count`-th business day after `day`, before it when negative; 0 gives `day` itself, open or
 * not (rule BUSINESSDAY-5).
 */
export function addBusinessDays(day: number, count: number, calendar: BusinessDayCalendar): number {
  if (!Number.isInteger(count)) throw new RangeError(`count ${count} is not an integer`);
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; left -= 1) at = nextOpen(at, step, calendar);
  return at;
}

/** Which of the two days count when they are business days themselves. */
export type CountedEnds = 'start' | 'end' | 'both' | 'neither';

/**
 * Business days from `start` to `end`, negative when `end` is earlier; by default the start counts
 * and the end does not (rule BUSINESSDAY-7).
 */
export function businessDaysBetween(
  start: number,
  end: number,
  calendar: BusinessDayCalendar,
  counted: CountedEnds = 'start',
): number {
  const countsStart = counted === 'start' || counted === 'both';
  const countsEnd = counted === 'end' || counted === 'both';
  if (start === end) return countsStart && countsEnd && calendar.isBusinessDay(start) ? 1 : 0;
  let open = 0;
  for (let day = Math.min(start, end) + 1; day < Math.max(start, end); day += 1) {
    if (calendar.isBusinessDay(day)) open += 1;
  }
  if (countsStart && calendar.isBusinessDay(start)) open += 1;
  if (countsEnd && calendar.isBusinessDay(end)) open += 1;
  return end < start ? 0 - open : open;
}

/** The last day of the month of `day`. */
export function endOfMonth(day: number): number {
  const { year, month, dayOfMonth } = civilFromDay(day);
  return day - dayOfMonth + daysInMonth(year, month);
}

/** The last business day of the month of `day`. */
export function lastBusinessDayOfMonth(day: number, calendar: BusinessDayCalendar): number {
  return adjustDay(endOfMonth(day), 'Preceding', calendar);
}
