import { fail, issue, ok, type Result } from './result.js';

/** A proleptic Gregorian date; month 1..12, day of month 1..31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

const DAYS_PER_ERA = 146097;
const DAYS_FROM_0000_03_01_TO_1970 = 719468;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Throws RangeError for a month outside 1..12. */
export function daysInMonth(year: number, month: number): number {
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    throw new RangeError(`month ${month} is outside 1..12`);
  }
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isCivilDate(year: number, month: number, dayOfMonth: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(dayOfMonth)) {
    return false;
  }
  if (month < 1 || month > 12 || dayOfMonth < 1) return false;
  return dayOfMonth <= daysInMonth(year, month);
}

/**
 * Days since 1970-01-01 of a civil date (rule DATE-1). Throws RangeError when there is no
 * such date; text from outside goes through `dayFromIso`, which returns issues instead.
 */
export function dayFromCivil(year: number, month: number, dayOfMonth: number): number {
  if (!isCivilDate(year, month, dayOfMonth)) {
    throw new RangeError(`no such date: year ${year}, month ${month}, day ${dayOfMonth}`);
  }
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - DAYS_FROM_0000_03_01_TO_1970;
}

/** Years whose days are looked up: contracts read the same days millions of times. */
const TABLE_YEARS = { first: 1900, end: 2200 };
const TABLE_FIRST_DAY = dayFromCivil(TABLE_YEARS.first, 1, 1);
/** Year, month and day of the month of each day from TABLE_FIRST_DAY on, in 23, 4 and 5 bits. */
const CIVIL_TABLE = civilTable();

function civilTable(): Int32Array {
  const table = new Int32Array(dayFromCivil(TABLE_YEARS.end, 1, 1) - TABLE_FIRST_DAY);
  let at = 0;
  for (let month = TABLE_YEARS.first * 12; month < TABLE_YEARS.end * 12; month += 1) {
    const [year, monthOfYear] = [Math.floor(month / 12), (month % 12) + 1];
    for (let dayOfMonth = 1; dayOfMonth <= daysInMonth(year, monthOfYear); dayOfMonth += 1) {
      table[at] = (year << 9) | (monthOfYear << 5) | dayOfMonth;
      at += 1;
    }
  }
  return table;
}

/** The civil date of a day number. Throws RangeError when `day` is not a safe integer. */
export function civilFromDay(day: number): CivilDate {
  const packed = CIVIL_TABLE[day - TABLE_FIRST_DAY];
  if (packed === undefined) return civilByRule(day);
  return { year: packed >> 9, month: (packed >> 5) & 15, dayOfMonth: packed & 31 };
}

function civilByRule(day: number): CivilDate {
  if (!Number.isSafeInteger(day)) throw new RangeError(`day ${day} is not an integer`);
  const shifted = day + DAYS_FROM_0000_03_01_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = yearOfEraFromDay(dayOfEra);
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth };
}

/** Leap days are taken out at the end of every 4, 100 and 400 years, then years have 365 days. */
function yearOfEraFromDay(dayOfEra: number): number {
  const withoutLeapDays =
    dayOfEra -
    Math.floor(dayOfEra / 1460) +
    Math.floor(dayOfEra / 36524) -
    Math.floor(dayOfEra / (DAYS_PER_ERA - 1));
  return Math.floor(withoutLeapDays / 365);
}

/**
 * Day number of an ISO 8601 calendar date `YYYY-MM-DD`.
 * Issues: `date.format` when the text has another shape, `date.none` when no such day exists.
 */
export function dayFromIso(iso: string, path = 'date'): Result<number> {
  const parts = ISO_DATE.exec(iso);
  if (parts === null) return fail(issue('date.format', path, 'YYYY-MM-DD', iso));
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (!isCivilDate(year, month, dayOfMonth)) {
    return fail(issue('date.none', path, 'a day of the calendar', iso));
  }
  return ok(dayFromCivil(year, month, dayOfMonth));
}

/** ISO 8601 `YYYY-MM-DD`, for years 0000 to 9999; throws RangeError outside. */
export function isoFromDay(day: number): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  if (year < 0 || year > 9999) throw new RangeError(`year ${year} has no four-digit form`);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/**
 * The same day of the month `months` later (earlier when negative); where that month is too
 * short, its last day (rule DATE-3).
 */
export function addMonths(day: number, months: number): number {
  if (!Number.isInteger(months)) throw new RangeError(`months ${months} is not an integer`);
  const { year, month, dayOfMonth } = civilFromDay(day);
  const monthIndex = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthIndex / 12);
  const newMonth = monthIndex - newYear * 12 + 1;
  return dayFromCivil(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/**
 * Whole months from `start` to `end`: the largest n with addMonths(start, n) <= end;
 * negative with the dates exchanged when `end` is before `start` (rule DATE-4).
 */
export function monthsBetween(start: number, end: number): number {
  if (end < start) {
    const months = monthsBetween(end, start);
    return months === 0 ? 0 : -months;
  }
  const from = civilFromDay(start);
  const to = civilFromDay(end);
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  return addMonths(start, months) <= end ? months : months - 1;
}
