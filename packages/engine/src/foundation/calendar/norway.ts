import { easterOffset, fixedDate, type HolidayRule } from './holiday-rule.js';

/** Bank holidays and, since 2002, the exchange's Christmas Eve. */
export const norway: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  easterOffset('Maundy Thursday', -3),
  easterOffset('Good Friday', -2),
  easterOffset('Easter Monday', 1),
  easterOffset('Ascension', 39),
  easterOffset('Whit Monday', 50),
  fixedDate('Labour Day', [5, 1]),
  fixedDate('Constitution Day', [5, 17]),
  fixedDate('Christmas Eve', [12, 24], { firstYear: 2002 }),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate('Second day of Christmas', [12, 26]),
];
