import { easterOffset, fixedDate, type HolidayRule } from './holiday-rule.js';

/** Public holidays; Good Friday since 2017. */
export const hungary: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  fixedDate('National Day', [3, 15]),
  easterOffset('Good Friday', -2, { firstYear: 2017 }),
  easterOffset('Easter Monday', 1),
  easterOffset('Whit Monday', 50),
  fixedDate('Labour Day', [5, 1]),
  fixedDate('Constitution Day', [8, 20]),
  fixedDate('Republic Day', [10, 23]),
  fixedDate("All Saints' Day", [11, 1]),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate('Second day of Christmas', [12, 26]),
];
