import { easterOffset, fixedDate, type HolidayRule, weekdayFrom } from './holiday-rule.js';

/** Bank holidays; the National Day took the place of Whit Monday in 2005. */
export const sweden: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  fixedDate('Epiphany', [1, 6]),
  easterOffset('Good Friday', -2),
  easterOffset('Easter Monday', 1),
  easterOffset('Ascension', 39),
  easterOffset('Whit Monday', 50, { lastYear: 2004 }),
  fixedDate('Labour Day', [5, 1]),
  fixedDate('National Day', [6, 6], { firstYear: 2005 }),
  weekdayFrom('Midsummer Eve', 'Fri', [6, 19]),
  fixedDate('Christmas Eve', [12, 24]),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate('Second day of Christmas', [12, 26]),
  fixedDate("New Year's Eve", [12, 31]),
];
