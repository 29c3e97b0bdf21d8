import {
  type CivilDate,
  civilFromDay,
  dayFromCivil,
  daysInMonth,
  isLeapYear,
} from './calendar-date.js';

/**
 * `30/360` is the bond basis of the 2006 ISDA Definitions 4.16(f); `30/360 US` adds the rule
 * for the last day of February used for US securities (rules DAYCOUNT-3, DAYCOUNT-4).
 */
export type DayCount = 'ACT/365F' | 'ACT/360' | '30/360' | '30/360 US' | 'ACT/ACT ISDA';

/** Years between two day numbers; negative when `end` is before `start`. */
export function yearFraction(convention: DayCount, start: number, end: number): number {
  if (end < start) return -yearFraction(convention, end, start);
  switch (convention) {
    case 'ACT/365F':
      return (end - start) / 365;
    case 'ACT/360':
      return (end - start) / 360;
    case '30/360':
      return days30360(start, end, false) / 360;
    case '30/360 US':
      return days30360(start, end, true) / 360;
    case 'ACT/ACT ISDA':
      return actualActualIsda(start, end);
  }
}

function isEndOfFebruary(date: CivilDate): boolean {
  return date.month === 2 && date.dayOfMonth === daysInMonth(date.year, 2);
}

function days30360(start: number, end: number, appliesFebruaryRule: boolean): number {
  const from = civilFromDay(start);
  const to = civilFromDay(end);
  const isFromEndOfFebruary = appliesFebruaryRule && isEndOfFebruary(from);
  let fromDay = isFromEndOfFebruary ? 30 : from.dayOfMonth;
  let toDay = isFromEndOfFebruary && isEndOfFebruary(to) ? 30 : to.dayOfMonth;
  if (toDay === 31 && fromDay >= 30) toDay = 30;
  if (fromDay === 31) fromDay = 30;
  return 360 * (to.year - from.year) + 30 * (to.month - from.month) + (toDay - fromDay);
}

/** Days in each calendar year over the length of that year (rule DAYCOUNT-5). */
function actualActualIsda(start: number, end: number): number {
  const fromYear = civilFromDay(start).year;
  const toYear = civilFromDay(end).year;
  if (fromYear === toYear) return (end - start) / daysInYear(fromYear);
  const first = (dayFromCivil(fromYear + 1, 1, 1) - start) / daysInYear(fromYear);
  const last = (end - dayFromCivil(toYear, 1, 1)) / daysInYear(toYear);
  return first + (toYear - fromYear - 1) + last;
}

function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}
