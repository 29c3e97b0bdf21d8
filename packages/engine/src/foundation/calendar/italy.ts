import { easterOffset, fixedDate, type HolidayRule, oneOff } from './holiday-rule.js';

/** Public holidays; 2 June again since 2001 (law 336 of 20 November 2000). */
export const italySettlement: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  fixedDate('Epiphany', [1, 6]),
  easterOffset('Easter Monday', 1),
  fixedDate('Liberation Day', [4, 25]),
  fixedDate('Labour Day', [5, 1]),
  fixedDate('Republic Day', [6, 2], { firstYear: 2001 }),
  fixedDate('Assumption', [8, 15]),
  fixedDate("All Saints' Day", [11, 1]),
  fixedDate('Immaculate Conception', [12, 8]),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate("Saint Stephen's Day", [12, 26]),
  oneOff('Eve of the millennium', [1999, 12, 31]),
];

/** Milan Stock Exchange. */
export const italyExchange: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  easterOffset('Good Friday', -2),
  easterOffset('Easter Monday', 1),
  fixedDate('Labour Day', [5, 1]),
  fixedDate('Assumption', [8, 15]),
  fixedDate('Christmas Eve', [12, 24]),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate("Saint Stephen's Day", [12, 26]),
  fixedDate("New Year's Eve", [12, 31]),
];
