import {
  easterOffset,
  fixedDate,
  type HolidayRule,
  NEXT_MONDAY,
  nthWeekday,
  oneOff,
  TWO_DAYS_LATER,
} from './holiday-rule.js';

/** Bank holidays of New South Wales, with the national days. */
export const australia: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1], { roll: NEXT_MONDAY }),
  fixedDate('Australia Day', [1, 26], { roll: NEXT_MONDAY }),
  easterOffset('Good Friday', -2),
  easterOffset('Easter Monday', 1),
  fixedDate('ANZAC Day', [4, 25]),
  nthWeekday("King's Birthday", 'Mon', { nth: 2, month: 6 }),
  nthWeekday('Bank holiday', 'Mon', { nth: 1, month: 8 }),
  nthWeekday('Labour Day', 'Mon', { nth: 1, month: 10 }),
  fixedDate('Christmas Day', [12, 25], { roll: TWO_DAYS_LATER }),
  fixedDate('Boxing Day', [12, 26], { roll: TWO_DAYS_LATER }),
  oneOff('Mourning for Queen Elizabeth II', [2022, 9, 22]),
];
