import { type CalendarId, easterSunday, weekdayOf } from '@almfes/engine';
import { dayOf } from './date.test-fixture.js';

/** Whether the library closes on a weekday; undefined where it agrees with the engine. */
type Departure = (iso: string, daysAfterEaster: number) => boolean | undefined;

const FRIDAY = 4;

/**
 * Where QuantLib 1.29, which computed some of the collected lists, departs from 2020 on from the
 * law or custom that the engine follows (docs/method/calendars.md, CALENDAR-9).
 */
const DEPARTURES: Partial<Record<CalendarId, Departure>> = {
  // A Saturday's Juneteenth moved to Friday, on which Reserve Banks are open.
  'us-federal-reserve': (iso) =>
    iso >= '2022' && iso.endsWith('-06-18') && weekdayOf(dayOf(iso)) === FRIDAY ? true : undefined,
  // It is older than the day of mourning.
  'us-nyse': (iso) => (iso === '2025-01-09' ? false : undefined),
  // Ascension and Whit Monday stand on fixed days.
  france: (iso, daysAfterEaster) => {
    if (iso.endsWith('-05-10') || iso.endsWith('-05-21')) return true;
    if (iso.endsWith('-05-01') || iso.endsWith('-05-08')) return undefined;
    return daysAfterEaster === 39 || daysAfterEaster === 50 ? false : undefined;
  },
  // Great Prayer Day goes on after 2023; the closing days of banks are not known.
  denmark: (iso, daysAfterEaster) => {
    if (daysAfterEaster === 26) return true;
    const isOfBanks = daysAfterEaster === 40 || iso.endsWith('-12-24') || iso.endsWith('-12-31');
    return isOfBanks ? false : undefined;
  },
  // It is older than the law of 2024.
  poland: (iso) => (iso.endsWith('-12-24') ? false : undefined),
};

/** Whether QuantLib 1.29 closes on a weekday from 2020 on; `isClosed` is what the engine says. */
export function isClosedInLibrary(id: CalendarId, iso: string, isClosed: boolean): boolean {
  const daysAfterEaster = dayOf(iso) - easterSunday(Number(iso.slice(0, 4)));
  return DEPARTURES[id]?.(iso, daysAfterEaster) ?? isClosed;
}
