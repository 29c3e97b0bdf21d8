import {
  BUSINESS_DAY_CONVENTIONS,
  type BusinessDayConvention,
  CALENDAR_IDS,
  type CalendarId,
  type DayCount,
  dayFromIso,
  issue,
  type Period,
  parsePeriod,
  type Read,
  read,
} from '../foundation/index.js';
import { type Compounding, FREQUENCY_PER_YEAR, type FrequencyName } from './compounding.js';
import { CURVE_INTERPOLATIONS } from './curve-shape.js';
import type { CurveExtrapolation, CurveInterpolation } from './dated-curve.js';

const LONGEST_TENOR_YEARS = 100;
const PERIODS_PER_YEAR = { D: 365, W: 52, M: 12, Y: 1 } as const;

/** Day counts that need no schedule: the ones a curve can count its time in. */
const CURVE_DAY_COUNTS = [
  'ACT/365F',
  'ACT/360',
  'ACT/365.25',
  'ACT/366',
  'ACT/ACT ISDA',
  'ACT/ACT AFB',
  '30/360',
  '30/360 US',
  '30E/360',
  '30/365',
] as const satisfies readonly DayCount[];

const FIRST_DATE = '1900-01-01';
const LAST_DATE = '2199-12-31';

/** A date of the calendar as days since 1970-01-01, in years for which markets have calendars. */
export const readDay: Read<number> = (value, path, issues) => {
  const iso = read.isoDate(value, path, issues);
  if (iso === undefined) return undefined;
  if (iso < FIRST_DATE || iso > LAST_DATE) {
    issues.push(issue('range', path, `a date from ${FIRST_DATE} to ${LAST_DATE}`, iso));
    return undefined;
  }
  const day = dayFromIso(iso, path);
  return day.ok ? day.value : undefined;
};

/** `3M`, `10Y`: above nothing and at most a hundred years. */
export const readTenor: Read<Period> = (value, path, issues) => {
  const text = read.text({ min: 1, max: 10 })(value, path, issues);
  if (text === undefined) return undefined;
  const period = parsePeriod(text, path);
  if (!period.ok) {
    issues.push(...period.issues);
    return undefined;
  }
  const { count, unit } = period.value;
  if (count > 0 && count <= LONGEST_TENOR_YEARS * PERIODS_PER_YEAR[unit]) return period.value;
  const expected = `above zero and at most ${LONGEST_TENOR_YEARS} years`;
  issues.push(issue('curve.tenor', path, expected, text));
  return undefined;
};

/** The time between two payments: whole months or years. */
export const readMonths: Read<Period> = (value, path, issues) => {
  const tenor = readTenor(value, path, issues);
  if (tenor === undefined || tenor.unit === 'M' || tenor.unit === 'Y') return tenor;
  issues.push(issue('curve.tenor', path, 'months or years', `${tenor.count}${tenor.unit}`));
  return undefined;
};

/** Per cent given for decimals is found where the curve is made (rules CURVE-15, CURVE-21). */
export const readRate: Read<number> = read.number({ what: 'a decimal rate' });
export const readCalendar: Read<CalendarId> = read.oneOf<CalendarId>(CALENDAR_IDS);
export const readBusinessDay: Read<BusinessDayConvention> =
  read.oneOf<BusinessDayConvention>(BUSINESS_DAY_CONVENTIONS);
export const readDayCount: Read<DayCount> = read.oneOf<DayCount>(CURVE_DAY_COUNTS);
export const readInterpolation: Read<CurveInterpolation> =
  read.oneOf<CurveInterpolation>(CURVE_INTERPOLATIONS);
export const readExtrapolation: Read<CurveExtrapolation> = read.oneOf<CurveExtrapolation>([
  'flat-forward',
  'flat-zero',
  'none',
]);
export const readCompounding: Read<Compounding> = read.oneOf<Compounding>([
  'simple',
  'compounded',
  'continuous',
  'simple-then-compounded',
  'compounded-then-simple',
]);
const frequencyNames = Object.keys(FREQUENCY_PER_YEAR) as FrequencyName[];

/** A frequency by name, as periods a year. */
export const readFrequency: Read<number> = (value, path, issues) => {
  const name = read.oneOf<FrequencyName>(frequencyNames)(value, path, issues);
  return name === undefined ? undefined : FREQUENCY_PER_YEAR[name];
};

/** A small whole number of days. */
export const readDays: Read<number> = read.number({ min: 0, max: 60, integer: true, what: 'days' });

/** One of a table by its name, or the terms themselves. */
export function named<T>(known: Readonly<Record<string, T>>, readTerms: Read<T>): Read<T> {
  return (value, path, issues) => {
    if (typeof value !== 'string') return readTerms(value, path, issues);
    if (Object.hasOwn(known, value)) return known[value];
    const expected = `one of ${Object.keys(known).join(', ')}, or the terms`;
    issues.push(issue('enum', path, expected, read.describe(value)));
    return undefined;
  };
}
