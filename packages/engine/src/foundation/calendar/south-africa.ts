import {
  easterOffset,
  fixedDate,
  type HolidayRule,
  oneOff,
  SUNDAY_TO_MONDAY,
} from './holiday-rule.js';

const roll = SUNDAY_TO_MONDAY;

/** Public Holidays Act 36 of 1994, with the days declared under its section 2A. */
export const southAfrica: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1], { roll }),
  easterOffset('Good Friday', -2),
  easterOffset('Family Day', 1),
  fixedDate('Human Rights Day', [3, 21], { roll }),
  fixedDate('Freedom Day', [4, 27], { roll }),
  fixedDate("Workers' Day", [5, 1], { roll }),
  fixedDate('Youth Day', [6, 16], { roll }),
  fixedDate("National Women's Day", [8, 9], { roll }),
  fixedDate('Heritage Day', [9, 24], { roll }),
  fixedDate('Day of Reconciliation', [12, 16], { roll }),
  fixedDate('Christmas Day', [12, 25]),
  fixedDate('Day of Goodwill', [12, 26], { roll }),
  oneOff('National election', [1999, 6, 2], [2004, 4, 14], [2009, 4, 22], [2014, 5, 7]),
  oneOff('National election', [2019, 5, 8], [2024, 5, 29]),
  oneOff('Local election', [2000, 12, 5], [2006, 3, 1], [2011, 5, 18], [2016, 8, 3], [2021, 11, 1]),
  oneOff('Change of the millennium', [1999, 12, 31], [2000, 1, 3]),
  oneOff('Human Rights Day fell on Good Friday', [2008, 5, 2]),
  oneOff('Christmas fell on a Sunday', [2011, 12, 27], [2016, 12, 27], [2022, 12, 27]),
  oneOff('Rugby World Cup', [2023, 12, 15]),
];
