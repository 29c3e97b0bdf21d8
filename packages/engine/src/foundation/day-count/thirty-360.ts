import { type CivilDate, civilFromDay, daysInMonth } from '../calendar-date.js';

/** Days of months of thirty: bond basis, with the last day of February as a 30th, European. */
export type ThirtyDayRule = 'bond' | 'us' | 'european';

/** Days between two day numbers in a year of 12 months of 30 days (rules DAYCOUNT-3, 4, 7). */
export function thirtyDays(rule: ThirtyDayRule, start: number, end: number): number {
  const from = civilFromDay(start);
  const to = civilFromDay(end);
  if (rule === 'european') {
    return thirtyDaysBetween(from, to, Math.min(from.dayOfMonth, 30), Math.min(to.dayOfMonth, 30));
  }
  const isFromEndOfFebruary = rule === 'us' && isEndOfFebruary(from);
  const fromDay = isFromEndOfFebruary ? 30 : Math.min(from.dayOfMonth, 30);
  const isToThirtieth =
    (isFromEndOfFebruary && isEndOfFebruary(to)) || (to.dayOfMonth === 31 && fromDay === 30);
  return thirtyDaysBetween(from, to, fromDay, isToThirtieth ? 30 : to.dayOfMonth);
}

/**
 * 2006 ISDA 4.16(h): the last day of February is a 30th, except where it is the termination
 * day at the end of the period (rule DAYCOUNT-8).
 */
export function thirtyDaysIsda(start: number, end: number, terminationDay?: number): number {
  const from = civilFromDay(start);
  const to = civilFromDay(end);
  const fromDay = isEndOfFebruary(from) ? 30 : Math.min(from.dayOfMonth, 30);
  const isToThirtieth = isEndOfFebruary(to) && end !== terminationDay;
  return thirtyDaysBetween(from, to, fromDay, isToThirtieth ? 30 : Math.min(to.dayOfMonth, 30));
}

function thirtyDaysBetween(from: CivilDate, to: CivilDate, fromDay: number, toDay: number): number {
  return 360 * (to.year - from.year) + 30 * (to.month - from.month) + (toDay - fromDay);
}

function isEndOfFebruary(date: CivilDate): boolean {
  return date.month === 2 && date.dayOfMonth === daysInMonth(date.year, 2);
}
