import {
  easterOffset,
  fixedDate,
  type HolidayRule,
  lastMonday,
  NEXT_MONDAY,
  nthWeekday,
  oneOff,
  TWO_DAYS_LATER,
} from './holiday-rule.js';

/**
 * Bank holidays of England and Wales (Banking and Financial Dealings Act 1971 and royal
 * proclamations under it). The London Stock Exchange keeps the same days.
 */
export const unitedKingdom: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1], { roll: NEXT_MONDAY }),
  easterOffset('Good Friday', -2),
  easterOffset('Easter Monday', 1),
  nthWeekday('Early May', 'Mon', { nth: 1, month: 5, firstYear: 1978, exceptYears: [1995, 2020] }),
  oneOff('Early May, moved to the anniversary of VE Day', [1995, 5, 8], [2020, 5, 8]),
  lastMonday('Spring', 5, { exceptYears: [2002, 2012, 2022] }),
  lastMonday('Summer', 8),
  fixedDate('Christmas Day', [12, 25], { roll: TWO_DAYS_LATER }),
  fixedDate('Boxing Day', [12, 26], { roll: TWO_DAYS_LATER }),
  oneOff('Silver Jubilee', [1977, 6, 7]),
  oneOff('Royal wedding', [1981, 7, 29]),
  oneOff('Eve of the millennium', [1999, 12, 31]),
  oneOff('Golden Jubilee, with Spring', [2002, 6, 3], [2002, 6, 4]),
  oneOff('Royal wedding', [2011, 4, 29]),
  oneOff('Diamond Jubilee, with Spring', [2012, 6, 4], [2012, 6, 5]),
  oneOff('Platinum Jubilee, with Spring', [2022, 6, 2], [2022, 6, 3]),
  oneOff('Funeral of Queen Elizabeth II', [2022, 9, 19]),
  oneOff('Coronation of King Charles III', [2023, 5, 8]),
];
