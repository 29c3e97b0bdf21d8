import { civilFromDay, dayFromCivil, fail, issue, ok, type Result } from '@almfes/engine';

const WEEK = /^(\d{4})-W(\d{2})$/;
const DAYS = 7;

/** Days from Monday, 0..6; 1970-01-01, day 0, was a Thursday. */
function daysAfterMonday(day: number): number {
  return (((day + 3) % DAYS) + DAYS) % DAYS;
}

/** The Monday of the week with 4 January: the first of an ISO 8601 week-year. */
function firstMonday(year: number): number {
  const fourth = dayFromCivil(year, 1, 4);
  return fourth - daysAfterMonday(fourth);
}

/** The ISO 8601 week of a day: it belongs to the year of its Thursday. */
export function isoWeekOf(day: number): string {
  const thursday = day - daysAfterMonday(day) + 3;
  const { year } = civilFromDay(thursday);
  const week = (thursday - 3 - firstMonday(year)) / DAYS + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of `2026-W48` as a day; an issue for a text that names no week. */
export function mondayOf(week: string, path: string): Result<number> {
  const [, year, number] = WEEK.exec(week) ?? [];
  const refused = fail(issue('week', path, 'an ISO 8601 week such as 2026-W48', week));
  if (year === undefined || number === undefined) return refused;
  const monday = firstMonday(Number(year)) + (Number(number) - 1) * DAYS;
  return isoWeekOf(monday) === week ? ok(monday) : refused;
}
