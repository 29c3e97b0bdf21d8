import {
  easterOffset,
  fixedDate,
  type HolidayRule,
  NEXT_MONDAY,
  nthWeekday,
  TWO_DAYS_LATER,
  weekdayFrom,
} from './holiday-rule.js';

/** Days without settlement of Canadian dollars (banks of Ontario). */
export const canada: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1], { roll: NEXT_MONDAY }),
  nthWeekday('Family Day', 'Mon', { nth: 3, month: 2, firstYear: 2008 }),
  easterOffset('Good Friday', -2),
  weekdayFrom('Victoria Day', 'Mon', [5, 18]),
  fixedDate('Canada Day', [7, 1], { roll: NEXT_MONDAY }),
  nthWeekday('Civic holiday', 'Mon', { nth: 1, month: 8 }),
  nthWeekday('Labour Day', 'Mon', { nth: 1, month: 9 }),
  fixedDate('Truth and Reconciliation', [9, 30], { roll: NEXT_MONDAY, firstYear: 2021 }),
  nthWeekday('Thanksgiving', 'Mon', { nth: 2, month: 10 }),
  fixedDate('Remembrance Day', [11, 11], { roll: NEXT_MONDAY }),
  fixedDate('Christmas Day', [12, 25], { roll: TWO_DAYS_LATER }),
  fixedDate('Boxing Day', [12, 26], { roll: TWO_DAYS_LATER }),
];
