import {
  dayFromCivil,
  dayFromIso,
  fail,
  isoFromDay,
  issue,
  ok,
  type Result,
} from '../foundation/index.js';

const SECONDS_PER_DAY = 86400;
const LAST_SECOND = SECONDS_PER_DAY - 1;
const ISO_LOCAL = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.0+)?)?)?$/;

/**
 * Local date and time in whole seconds since 1970-01-01T00:00:00, from ISO 8601 text with or
 * without seconds, or a date alone. Issues: `date.format`, `date.none`, `date.time`.
 */
export function timeFromIso(text: string, path: string): Result<number> {
  const parts = ISO_LOCAL.exec(text.trim());
  if (parts === null) return fail(issue('date.format', path, 'YYYY-MM-DDTHH:MM:SS', text));
  const day = dayFromIso(parts[1] ?? '', path);
  if (!day.ok) return day;
  const [hours, minutes, seconds] = [
    Number(parts[2] ?? 0),
    Number(parts[3] ?? 0),
    Number(parts[4] ?? 0),
  ];
  if (hours > 23 || minutes > 59 || seconds > 59) {
    return fail(issue('date.time', path, 'a time of day up to 23:59:59', text));
  }
  return ok(day.value * SECONDS_PER_DAY + hours * 3600 + minutes * 60 + seconds);
}

/** The last second with a four-digit year. */
export const LAST_TIME = dayFromCivil(9999, 12, 31) * SECONDS_PER_DAY + LAST_SECOND;

/** `YYYY-MM-DDTHH:MM:SS` of a local time in seconds; a later time than the last is said so. */
export function isoFromTime(time: number): string {
  if (!(time <= LAST_TIME)) return 'after the year 9999';
  const day = dayOfTime(time);
  const seconds = time - day * SECONDS_PER_DAY;
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  const clock = [hours, Math.floor(rest / 60), rest % 60];
  return `${isoFromDay(day)}T${clock.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** The calendar day of a time. */
export function dayOfTime(time: number): number {
  return Math.floor(time / SECONDS_PER_DAY);
}

/** Midnight at the start of a day. */
export function timeOfDay(day: number): number {
  return day * SECONDS_PER_DAY;
}

/** The same time of day on another day. */
export function onDay(time: number, day: number): number {
  return time + (day - dayOfTime(time)) * SECONDS_PER_DAY;
}

/** One second before midnight counts as that midnight (rule CONTRACT-2). */
export function effectiveTime(time: number): number {
  return time - dayOfTime(time) * SECONDS_PER_DAY === LAST_SECOND ? time + 1 : time;
}

/** The day of a time for accruals: of the midnight that follows a last second. */
export function effectiveDay(time: number): number {
  return dayOfTime(effectiveTime(time));
}
