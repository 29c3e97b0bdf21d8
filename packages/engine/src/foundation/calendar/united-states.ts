import {
  easterOffset,
  fixedDate,
  type HolidayRule,
  lastMonday,
  NEAREST_WEEKDAY,
  nthWeekday,
  oneOff,
  SUNDAY_TO_MONDAY,
  type WeekendRoll,
} from './holiday-rule.js';

/** First year of the dates that the Uniform Monday Holiday Act (Public Law 90-363) set. */
const UNIFORM_MONDAY_YEAR = 1971;
/** Public Law 98-144 of 1983: observed for the first time in January 1986. */
const KING_DAY_YEAR = 1986;
/** Public Law 117-17 of 17 June 2021: banks closed on it for the first time in 2022. */
const JUNETEENTH_YEAR = 2022;

export const newYearsDay = fixedDate("New Year's Day", [1, 1], { roll: SUNDAY_TO_MONDAY });

export const kingDay = (firstYear: number): HolidayRule =>
  nthWeekday("Martin Luther King's birthday", 'Mon', { nth: 3, month: 1, firstYear });

/** Washington's birthday, Memorial Day: fixed dates until 1970, Mondays since. */
export const washingtonAndMemorialDay = (roll: WeekendRoll): readonly HolidayRule[] => [
  fixedDate("Washington's birthday", [2, 22], { roll, lastYear: UNIFORM_MONDAY_YEAR - 1 }),
  nthWeekday("Washington's birthday", 'Mon', {
    nth: 3,
    month: 2,
    firstYear: UNIFORM_MONDAY_YEAR,
  }),
  fixedDate('Memorial Day', [5, 30], { roll, lastYear: UNIFORM_MONDAY_YEAR - 1 }),
  lastMonday('Memorial Day', 5, { firstYear: UNIFORM_MONDAY_YEAR }),
];

/** Holidays of a fixed date that every American calendar keeps, each with its own roll. */
export const fixedAmericanDays = (roll: WeekendRoll): readonly HolidayRule[] => [
  fixedDate('Juneteenth', [6, 19], { roll, firstYear: JUNETEENTH_YEAR }),
  fixedDate('Independence Day', [7, 4], { roll }),
  fixedDate('Christmas Day', [12, 25], { roll }),
];

export const laborDay = nthWeekday('Labor Day', 'Mon', { nth: 1, month: 9 });
export const thanksgiving = nthWeekday('Thanksgiving', 'Thu', { nth: 4, month: 11 });

/** Veterans Day stood on a Monday of October from 1971 to 1977. */
const columbusAndVeteransDay = (veteransRoll: WeekendRoll): readonly HolidayRule[] => [
  nthWeekday('Columbus Day', 'Mon', { nth: 2, month: 10, firstYear: UNIFORM_MONDAY_YEAR }),
  fixedDate('Veterans Day', [11, 11], { roll: veteransRoll, lastYear: 1970 }),
  nthWeekday('Veterans Day', 'Mon', { nth: 4, month: 10, firstYear: 1971, lastYear: 1977 }),
  fixedDate('Veterans Day', [11, 11], { roll: veteransRoll, firstYear: 1978 }),
];

/** Federal holidays under 5 U.S.C. 6103: a Saturday's is kept on the Friday before. */
export const unitedStatesSettlement: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1], { roll: NEAREST_WEEKDAY }),
  kingDay(KING_DAY_YEAR),
  ...washingtonAndMemorialDay(NEAREST_WEEKDAY),
  ...fixedAmericanDays(NEAREST_WEEKDAY),
  laborDay,
  ...columbusAndVeteransDay(NEAREST_WEEKDAY),
  thanksgiving,
];

/** Holiday schedule of the Reserve Banks: open on the Friday before a Saturday's holiday. */
export const unitedStatesFederalReserve: readonly HolidayRule[] = [
  newYearsDay,
  kingDay(KING_DAY_YEAR),
  ...washingtonAndMemorialDay(SUNDAY_TO_MONDAY),
  ...fixedAmericanDays(SUNDAY_TO_MONDAY),
  laborDay,
  ...columbusAndVeteransDay(SUNDAY_TO_MONDAY),
  thanksgiving,
];

/**
 * Days on which Treasury securities do not settle (SIFMA's recommendations) and no SOFR is
 * published. Good Friday is one of them even in the years in which trading goes on until noon
 * because the employment report comes out that day (rule CALENDAR-4).
 */
export const unitedStatesGovernmentBond: readonly HolidayRule[] = [
  newYearsDay,
  kingDay(KING_DAY_YEAR),
  ...washingtonAndMemorialDay(NEAREST_WEEKDAY),
  easterOffset('Good Friday', -2),
  ...fixedAmericanDays(NEAREST_WEEKDAY),
  laborDay,
  ...columbusAndVeteransDay(SUNDAY_TO_MONDAY),
  thanksgiving,
  oneOff('Funeral of President Reagan', [2004, 6, 11]),
  oneOff('Hurricane Sandy', [2012, 10, 30]),
  oneOff('Funeral of President George H. W. Bush', [2018, 12, 5]),
];
