import { easterOffset, fixedDate, type HolidayRule } from './holiday-rule.js';

/** Public holidays and closing days of banks; Great Prayer Day until 2023 (law of March 2023). */
export const denmark: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  easterOffset('Maundy Thursday', -3),
  easterOffset('Good Friday', -2),
  easterOffset('Easter Monday', 1),
  easterOffset('Great Prayer Day', 26, { lastYear: 2023 }),
  easterOffset('Ascension', 39),
  easterOffset('Closing day of banks', 40, { firstYear: 2009 }),
  easterOffset('Whit Monday', 50),
  fixedDate('Constitution Day', [6, 5]),
  fixedDate('Closing day of banks', [12, 24]),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate('Second day of Christmas', [12, 26]),
  fixedDate('Closing day of banks', [12, 31]),
];
