import { australia } from './australia.js';
import { brazilExchange, brazilSettlement } from './brazil.js';
import type { BusinessDayCalendar } from './business-day-calendar.js';
import { canada } from './canada.js';
import { czechRepublic } from './czech-republic.js';
import { denmark } from './denmark.js';
import { france } from './france.js';
import { germanyEurex, germanyFrankfurt, germanySettlement } from './germany.js';
import type { HolidayRule } from './holiday-rule.js';
import { hungary } from './hungary.js';
import { italyExchange, italySettlement } from './italy.js';
import { japan } from './japan.js';
import { newYorkStockExchange } from './new-york-stock-exchange.js';
import { norway } from './norway.js';
import { poland } from './poland.js';
import { calendarFromRules } from './rule-calendar.js';
import { southAfrica } from './south-africa.js';
import { sweden } from './sweden.js';
import { switzerland } from './switzerland.js';
import { target } from './target.js';
import { unitedKingdom } from './united-kingdom.js';
import {
  unitedStatesFederalReserve,
  unitedStatesGovernmentBond,
  unitedStatesSettlement,
} from './united-states.js';

/** Every calendar the engine knows by name. */
export const CALENDAR_IDS = [
  'none',
  'monday-to-friday',
  'us-settlement',
  'us-federal-reserve',
  'us-government-bond',
  'us-sofr',
  'us-nyse',
  'target',
  'uk-settlement',
  'uk-exchange',
  'germany-settlement',
  'germany-frankfurt',
  'germany-xetra',
  'germany-eurex',
  'italy-settlement',
  'italy-exchange',
  'france',
  'brazil-settlement',
  'brazil-exchange',
  'switzerland',
  'japan',
  'canada',
  'australia',
  'sweden',
  'norway',
  'denmark',
  'poland',
  'czech-republic',
  'hungary',
  'south-africa',
] as const;
export type CalendarId = (typeof CALENDAR_IDS)[number];

const everyDay: BusinessDayCalendar = { id: 'none', isBusinessDay: () => true };

const HOLIDAY_RULES: Readonly<Record<Exclude<CalendarId, 'none'>, readonly HolidayRule[]>> = {
  'monday-to-friday': [],
  'us-settlement': unitedStatesSettlement,
  'us-federal-reserve': unitedStatesFederalReserve,
  'us-government-bond': unitedStatesGovernmentBond,
  'us-sofr': unitedStatesGovernmentBond,
  'us-nyse': newYorkStockExchange,
  target,
  'uk-settlement': unitedKingdom,
  'uk-exchange': unitedKingdom,
  'germany-settlement': germanySettlement,
  'germany-frankfurt': germanyFrankfurt,
  'germany-xetra': germanyFrankfurt,
  'germany-eurex': germanyEurex,
  'italy-settlement': italySettlement,
  'italy-exchange': italyExchange,
  france: france,
  'brazil-settlement': brazilSettlement,
  'brazil-exchange': brazilExchange,
  switzerland,
  japan,
  canada,
  australia,
  sweden,
  norway,
  denmark,
  poland,
  'czech-republic': czechRepublic,
  hungary,
  'south-africa': southAfrica,
};

const CALENDARS: ReadonlyMap<CalendarId, BusinessDayCalendar> = new Map(
  CALENDAR_IDS.map((id) => [
    id,
    id === 'none' ? everyDay : calendarFromRules(id, HOLIDAY_RULES[id]),
  ]),
);

/**
 * The calendar of a name (rules CALENDAR-3 to CALENDAR-9). `none` has no holiday and no weekend;
 * `monday-to-friday` has the weekend alone.
 */
export function businessDayCalendar(id: CalendarId): BusinessDayCalendar {
  const calendar = CALENDARS.get(id);
  if (calendar === undefined) throw new RangeError(`no calendar is named ${id}`);
  return calendar;
}
