import { dayFromCivil } from '../calendar-date.js';
import { weekdayOf } from './business-day-calendar.js';
import {
  computedDate,
  fixedDate,
  type HolidayRule,
  nthWeekday,
  oneOff,
  SUNDAY_TO_MONDAY,
} from './holiday-rule.js';

const roll = SUNDAY_TO_MONDAY;
const TUESDAY = 1;
/** Solar year less 365 days, as the approximation of the equinoxes takes it. */
const DRIFT_DAYS_PER_YEAR = 0.242194;

/** The equinoxes of 1980 in days of the month, as they serve the years up to `lastYear`. */
const EQUINOX_ERAS = [
  { lastYear: 1979, march: 20.8357, september: 23.2588 },
  { lastYear: 2099, march: 20.8431, september: 23.2488 },
  { lastYear: 2150, march: 21.851, september: 24.2488 },
] as const;

/** Day of an equinox in Tokyo, for 1900 to 2150 (rule CALENDAR-8); none outside. */
function equinox(year: number, season: 'march' | 'september'): number | undefined {
  const era = year < 1900 ? undefined : EQUINOX_ERAS.find(({ lastYear }) => year <= lastYear);
  if (era === undefined) return undefined;
  const drift = DRIFT_DAYS_PER_YEAR * (year - 1980) - Math.floor((year - 1980) / 4);
  return dayFromCivil(year, season === 'march' ? 3 : 9, Math.floor(era[season] + drift));
}

/** A single day between Respect for the Aged (a Monday) and the equinox is a holiday too. */
function dayBeforeSeptemberEquinox(year: number): number | undefined {
  const autumn = equinox(year, 'september');
  if (autumn === undefined || weekdayOf(autumn - 1) !== TUESDAY) return undefined;
  return autumn - 1 <= dayFromCivil(year, 9, 22) ? autumn - 1 : undefined;
}

/** Days of the year that depend on no formula; moved to Mondays from 2000 and 2003 on. */
const civilDays: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  fixedDate('Bank holiday', [1, 2]),
  fixedDate('Bank holiday', [1, 3]),
  fixedDate('Coming of Age', [1, 15], { roll, lastYear: 1999 }),
  nthWeekday('Coming of Age', 'Mon', { nth: 2, month: 1, firstYear: 2000 }),
  fixedDate('Foundation Day', [2, 11], { roll }),
  fixedDate("Emperor's Birthday", [2, 23], { roll, firstYear: 2020 }),
  fixedDate('Showa Day', [4, 29], { roll }),
  fixedDate('Constitution Day', [5, 3], { roll, lastYear: 2006 }),
  fixedDate('Constitution Day', [5, 3], { roll: { saturday: 0, sunday: 3 }, firstYear: 2007 }),
  fixedDate('Day between two holidays', [5, 4], { firstYear: 1986, lastYear: 2006 }),
  fixedDate('Greenery Day', [5, 4], { roll: { saturday: 0, sunday: 2 }, firstYear: 2007 }),
  fixedDate("Children's Day", [5, 5], { roll }),
  fixedDate('Marine Day', [7, 20], { roll, firstYear: 1996, lastYear: 2002 }),
  nthWeekday('Marine Day', 'Mon', {
    nth: 3,
    month: 7,
    firstYear: 2003,
    exceptYears: [2020, 2021],
  }),
  fixedDate('Mountain Day', [8, 11], { roll, firstYear: 2016, exceptYears: [2020, 2021] }),
  fixedDate('Respect for the Aged', [9, 15], { roll, lastYear: 2002 }),
  nthWeekday('Respect for the Aged', 'Mon', { nth: 3, month: 9, firstYear: 2003 }),
  fixedDate('Sports Day', [10, 10], { roll, lastYear: 1999 }),
  nthWeekday('Sports Day', 'Mon', {
    nth: 2,
    month: 10,
    firstYear: 2000,
    exceptYears: [2020, 2021],
  }),
  fixedDate('Culture Day', [11, 3], { roll }),
  fixedDate('Labour Thanksgiving', [11, 23], { roll }),
  fixedDate("Emperor's Birthday", [12, 23], { roll, firstYear: 1989, lastYear: 2018 }),
  fixedDate('Bank holiday', [12, 31]),
];

/** Public holidays (act 178 of 1948, as amended) and bank holidays at the turn of the year. */
export const japan: readonly HolidayRule[] = [
  ...civilDays,
  computedDate('Vernal equinox', (year) => equinox(year, 'march'), { roll }),
  computedDate('Autumnal equinox', (year) => equinox(year, 'september'), { roll }),
  computedDate('Day between two holidays', dayBeforeSeptemberEquinox, { firstYear: 2003 }),
  oneOff('Games of Tokyo, in place of three holidays', [2020, 7, 23], [2020, 7, 24], [2020, 8, 10]),
  oneOff('Games of Tokyo, in place of three holidays', [2021, 7, 22], [2021, 7, 23], [2021, 8, 9]),
  oneOff('Imperial wedding', [1959, 4, 10], [1993, 6, 9]),
  oneOff('Funeral of Emperor Showa', [1989, 2, 24]),
  oneOff('Enthronement', [1990, 11, 12], [2019, 10, 22]),
  oneOff('Abdication and accession', [2019, 4, 30], [2019, 5, 1], [2019, 5, 2]),
];
