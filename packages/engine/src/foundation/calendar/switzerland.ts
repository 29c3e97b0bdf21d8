import { easterOffset, fixedDate, type HolidayRule } from './holiday-rule.js';

/** Days of the SIX interbank clearing, which are those of Zurich. */
export const switzerland: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  fixedDate("Saint Berchtold's Day", [1, 2]),
  easterOffset('Good Friday', -2),
  easterOffset('Easter Monday', 1),
  easterOffset('Ascension', 39),
  easterOffset('Whit Monday', 50),
  fixedDate('Labour Day', [5, 1]),
  fixedDate('National Day', [8, 1]),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate("Saint Stephen's Day", [12, 26]),
];
