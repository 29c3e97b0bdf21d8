import { easterOffset, fixedDate, type HolidayRule, oneOff } from './holiday-rule.js';

/** Days of the Prague Stock Exchange. */
export const czechRepublic: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  easterOffset('Good Friday', -2, { firstYear: 2016 }),
  easterOffset('Easter Monday', 1),
  fixedDate('Labour Day', [5, 1]),
  fixedDate('Liberation Day', [5, 8]),
  fixedDate('Saints Cyril and Methodius', [7, 5]),
  fixedDate('Jan Hus', [7, 6]),
  fixedDate('Statehood Day', [9, 28]),
  fixedDate('Independence Day', [10, 28]),
  fixedDate('Struggle for Freedom', [11, 17]),
  fixedDate('Christmas Eve', [12, 24]),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate("Saint Stephen's Day", [12, 26]),
  oneOff('Closes of the exchange', [2004, 1, 2], [2004, 12, 31]),
];
