import { addMonths, civilFromDay, dayFromCivil, isLeapYear } from '../calendar-date.js';

/** Days in each calendar year over the length of that year (rule DAYCOUNT-5); start <= end. */
export function actualActualIsda(start: number, end: number): number {
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

/**
 * Whole years counted back from the end, and what is left at the start over 366 when it holds a
 * 29 February, else over 365 (rule DAYCOUNT-9); start <= end.
 */
export function actualActualAfb(start: number, end: number): number {
  let years = 0;
  let rest = end;
  for (let back = yearEarlier(rest); back >= start; back = yearEarlier(rest)) {
    rest = back;
    years += 1;
  }
  return years + (rest - start) / (holdsLeapDay(start, rest) ? 366 : 365);
}

/** From 28 February one year back is the last day of February. */
function yearEarlier(day: number): number {
  const back = addMonths(day, -12);
  const { year, month, dayOfMonth } = civilFromDay(back);
  return month === 2 && dayOfMonth === 28 && isLeapYear(year) ? back + 1 : back;
}

/** Whether [start, end), at most a year long, holds a 29 February. */
function holdsLeapDay(start: number, end: number): boolean {
  return [civilFromDay(start).year, civilFromDay(end).year].some((year) => {
    if (!isLeapYear(year)) return false;
    const leapDay = dayFromCivil(year, 2, 29);
    return start <= leapDay && leapDay < end;
  });
}
