import { denmark } from './denmark.js';
import { france } from './france.js';
import { easterOffset, fixedDate, type HolidayRule, NEAREST_WEEKDAY } from './holiday-rule.js';
import { newYorkStockExchange } from './new-york-stock-exchange.js';
import { poland } from './poland.js';
import { JUNETEENTH_YEAR, unitedStatesFederalReserve } from './united-states.js';

function without(
  rules: readonly HolidayRule[],
  ...names: readonly string[]
): readonly HolidayRule[] {
  return rules.filter(({ name }) => !names.includes(name));
}

/**
 * Calendars as QuantLib 1.29 has them from 2020 on, where they depart from the law or custom in
 * force (rule CALENDAR-9): for reconciling with systems and published values built on it.
 */
export const quantlibCalendars = {
  'us-federal-reserve': [
    ...unitedStatesFederalReserve,
    fixedDate('Juneteenth', [6, 19], { roll: NEAREST_WEEKDAY, firstYear: JUNETEENTH_YEAR }),
  ],
  'us-nyse': without(newYorkStockExchange, 'Mourning for President Carter'),
  france: [
    ...without(france, 'Ascension', 'Whit Monday'),
    fixedDate('Ascension', [5, 10]),
    fixedDate('Whit Monday', [5, 21]),
  ],
  denmark: [
    ...without(denmark, 'Great Prayer Day', 'Closing day of banks'),
    easterOffset('Great Prayer Day', 26),
  ],
  poland: without(poland, 'Christmas Eve'),
} as const;
