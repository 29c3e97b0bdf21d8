import { dayFromCivil } from '../calendar-date.js';
import {
  easterOffset,
  type HolidayRule,
  NEAREST_WEEKDAY,
  oneOff,
  oneOffDays,
  weekdayFrom,
} from './holiday-rule.js';
import {
  fixedAmericanDays,
  kingDay,
  laborDay,
  newYearsDay,
  thanksgiving,
  washingtonAndMemorialDay,
} from './united-states.js';

/** Every election day until 1968, then the presidential ones until 1980. */
const electionDays: readonly HolidayRule[] = [
  weekdayFrom('Election day', 'Tue', [11, 2], { lastYear: 1968 }),
  oneOff('Presidential election day', [1972, 11, 7], [1976, 11, 2], [1980, 11, 4]),
];

/** From 12 June to the end of 1968 the exchange closed on Wednesdays to clear its paperwork. */
const paperworkWednesdays: readonly number[] = Array.from(
  { length: 29 },
  (_, week) => dayFromCivil(1968, 6, 12) + 7 * week,
);

/** Unscheduled closes, from the exchange's list of special closings. */
const specialCloses: readonly HolidayRule[] = [
  oneOff('Bridge days', [1954, 12, 24], [1956, 12, 24], [1958, 12, 26], [1961, 5, 29]),
  oneOff('Funeral of President Kennedy', [1963, 11, 25]),
  oneOff('Bridge days', [1965, 12, 24], [1968, 7, 5]),
  oneOff('Mourning for Martin Luther King', [1968, 4, 9]),
  oneOffDays('Paperwork crisis', paperworkWednesdays),
  oneOff('Snow', [1969, 2, 10]),
  oneOff('Funeral of President Eisenhower', [1969, 3, 31]),
  oneOff('First landing on the moon', [1969, 7, 21]),
  oneOff('Funeral of President Truman', [1972, 12, 28]),
  oneOff('Funeral of President Johnson', [1973, 1, 25]),
  oneOff('Blackout of New York', [1977, 7, 14]),
  oneOff('Hurricane Gloria', [1985, 9, 27]),
  oneOff('Funeral of President Nixon', [1994, 4, 27]),
  oneOff('Attack of 11 September', [2001, 9, 11], [2001, 9, 12], [2001, 9, 13], [2001, 9, 14]),
  oneOff('Funeral of President Reagan', [2004, 6, 11]),
  oneOff('Funeral of President Ford', [2007, 1, 2]),
  oneOff('Hurricane Sandy', [2012, 10, 29], [2012, 10, 30]),
  oneOff('Funeral of President George H. W. Bush', [2018, 12, 5]),
  oneOff('Mourning for President Carter', [2025, 1, 9]),
];

/** Rule 7.2 of the exchange: Saturday's holiday on Friday, except New Year's, which is lost. */
export const newYorkStockExchange: readonly HolidayRule[] = [
  newYearsDay,
  kingDay(1998),
  ...washingtonAndMemorialDay(NEAREST_WEEKDAY),
  easterOffset('Good Friday', -2),
  ...fixedAmericanDays(NEAREST_WEEKDAY),
  laborDay,
  thanksgiving,
  ...electionDays,
  ...specialCloses,
];
