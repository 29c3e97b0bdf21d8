import { easterOffset, fixedDate, type HolidayRule, oneOff } from './holiday-rule.js';

/**
 * Closing days of TARGET and of T2, which follows it (ECB decision of 14 December 2000, in force
 * from 2002); 1999 to 2001 by the yearly announcements.
 */
export const target: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  easterOffset('Good Friday', -2, { firstYear: 2000 }),
  easterOffset('Easter Monday', 1, { firstYear: 2000 }),
  fixedDate('Labour Day', [5, 1], { firstYear: 2000 }),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate('Second day of Christmas', [12, 26], { firstYear: 2000 }),
  oneOff(
    'Change of the millennium and of currency',
    [1998, 12, 31],
    [1999, 12, 31],
    [2001, 12, 31],
  ),
];
