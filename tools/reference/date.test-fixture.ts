import {
  type BusinessDayCalendar,
  businessDayCalendar,
  CALENDAR_IDS,
  type CalendarId,
  dayFromIso,
  isoFromDay,
  type Period,
  parsePeriod,
  type Result,
} from '@almfes/engine';

export function successOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues.map((one) => one.message).join('; '));
  return result.value;
}

export const dayOf = (iso: string): number => successOf(dayFromIso(iso));
export const isoOf = (days: readonly number[]): string[] => days.map(isoFromDay);
export const periodOf = (text: string): Period => successOf(parsePeriod(text));

/** Names of calendars in the collected files, in lower case without signs. */
const CALENDAR_NAMES: Readonly<Record<string, string>> = {
  null: 'none',
  nullcalendar: 'none',
  weekendsonly: 'monday-to-friday',
  target: 'target',
  ussettlement: 'us-settlement',
  unitedstatessettlement: 'us-settlement',
  usgovtbond: 'us-government-bond',
  usgovernmentbond: 'us-government-bond',
  usfederalreserve: 'us-federal-reserve',
  ussofr: 'us-sofr',
  nyse: 'us-nyse',
  usnyse: 'us-nyse',
  uksettlement: 'uk-settlement',
  unitedkingdom: 'uk-settlement',
  japan: 'japan',
  canada: 'canada',
  brazil: 'brazil-settlement',
  brazilsettlement: 'brazil-settlement',
  southafrica: 'south-africa',
  switzerland: 'switzerland',
  germany: 'germany-frankfurt',
};

/** The engine's calendar for a name of the files; an unknown name throws. */
export function calendarOf(name: string): BusinessDayCalendar {
  const wanted = CALENDAR_NAMES[name.toLowerCase().replaceAll(/[^a-z]/g, '')];
  const id = CALENDAR_IDS.find((known: CalendarId) => known === wanted);
  if (id === undefined) throw new Error(`no calendar for ${name}`);
  return businessDayCalendar(id);
}
