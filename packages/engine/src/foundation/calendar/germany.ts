import { easterOffset, fixedDate, type HolidayRule } from './holiday-rule.js';

const nationalDays: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  easterOffset('Good Friday', -2),
  easterOffset('Easter Monday', 1),
  fixedDate('Labour Day', [5, 1]),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate('Second day of Christmas', [12, 26]),
];

/** Public holidays; Corpus Christi holds in the states of the west and south only. */
export const germanySettlement: readonly HolidayRule[] = [
  ...nationalDays,
  easterOffset('Ascension', 39),
  easterOffset('Whit Monday', 50),
  easterOffset('Corpus Christi', 60),
  fixedDate('Unity Day', [10, 3]),
  fixedDate('Christmas Eve', [12, 24]),
];

/** Frankfurt Stock Exchange and Xetra. */
export const germanyFrankfurt: readonly HolidayRule[] = [
  ...nationalDays,
  fixedDate('Christmas Eve', [12, 24]),
];

/** Eurex also closes on the last day of the year. */
export const germanyEurex: readonly HolidayRule[] = [
  ...germanyFrankfurt,
  fixedDate("New Year's Eve", [12, 31]),
];
