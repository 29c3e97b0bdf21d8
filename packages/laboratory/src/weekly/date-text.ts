import { civilFromDay, isoFromDay } from '@almfes/engine';

const WEEKDAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
] as const;

/** `Sat, 28 Nov 2026 00:00:00 +0000`: RFC 5322 section 3.3, as RSS 2.0 wants it too. */
export function mailDate(day: number): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  // 1970-01-01, day 0, was a Thursday.
  const weekday = WEEKDAYS[((day % 7) + 7) % 7] ?? 'Thu';
  const name = (MONTHS[month - 1] ?? '').slice(0, 3);
  return `${weekday}, ${String(dayOfMonth).padStart(2, '0')} ${name} ${year} 00:00:00 +0000`;
}

/** `2026-11-28T00:00:00Z`: RFC 3339, for Atom and JSON Feed. */
export function instant(day: number): string {
  return `${isoFromDay(day)}T00:00:00Z`;
}

/** `28 November 2026`. */
export function longDate(day: number): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  return `${dayOfMonth} ${MONTHS[month - 1] ?? ''} ${year}`;
}
