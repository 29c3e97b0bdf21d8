import { easterOffset, fixedDate, type HolidayRule } from './holiday-rule.js';

/** Public holidays. */
export const france: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  easterOffset('Easter Monday', 1),
  fixedDate('Labour Day', [5, 1]),
  fixedDate('Victory in Europe', [5, 8]),
  easterOffset('Ascension', 39),
  easterOffset('Whit Monday', 50),
  fixedDate('National Day', [7, 14]),
  fixedDate('Assumption', [8, 15]),
  fixedDate("All Saints' Day", [11, 1]),
  fixedDate('Armistice', [11, 11]),
  fixedDate('Christmas Day', [12, 25]),
];
