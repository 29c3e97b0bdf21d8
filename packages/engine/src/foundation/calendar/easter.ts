import { dayFromCivil } from '../calendar-date.js';

/** Easter dates repeat after so many years, which carries the rule to years before 1. */
const EASTER_CYCLE_YEARS = 5_700_000;

/**
 * Day number of Western (Gregorian) Easter Sunday of a year (rule CALENDAR-2), by the computus of
 * the Gregorian reform: age of the moon from the Metonic cycle and the century's corrections, then
 * the Sunday after the full moon. Throws RangeError when `year` is not an integer.
 */
export function easterSunday(year: number): number {
  if (!Number.isInteger(year)) throw new RangeError(`year ${year} is not an integer`);
  const yearOfCycle = year - EASTER_CYCLE_YEARS * Math.floor(year / EASTER_CYCLE_YEARS);
  const century = Math.floor(yearOfCycle / 100);
  const yearOfCentury = yearOfCycle % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const leapCenturies = Math.floor(century / 4);
  const metonic = yearOfCycle % 19;
  const moonAge = (19 * metonic + century - leapCenturies - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - moonAge - (yearOfCentury % 4)) %
    7;
  const late = Math.floor((metonic + 11 * moonAge + 22 * toSunday) / 451);
  return dayFromCivil(year, 3, 22) + moonAge + toSunday - 7 * late;
}
