import { easterOffset, fixedDate, type HolidayRule } from './holiday-rule.js';

/** Public holidays; Epiphany since 2011, Christmas Eve since 2025. */
export const poland: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  fixedDate('Epiphany', [1, 6], { firstYear: 2011 }),
  easterOffset('Easter Monday', 1),
  fixedDate('May Day', [5, 1]),
  fixedDate('Constitution Day', [5, 3]),
  easterOffset('Corpus Christi', 60),
  fixedDate('Assumption', [8, 15]),
  fixedDate("All Saints' Day", [11, 1]),
  fixedDate('Independence Day', [11, 11]),
  fixedDate('Christmas Eve', [12, 24], { firstYear: 2025 }),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate('Second day of Christmas', [12, 26]),
];
