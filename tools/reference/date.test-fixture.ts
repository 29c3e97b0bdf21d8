import {
  type BusinessDayCalendar,
  businessDayCalendar,
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

/** What the file and the suite it comes from call a calendar, in lower case without marks. */
const IDS: Readonly<Record<string, CalendarId>> = {
  null: 'none',
  weekendsonly: 'monday-to-friday',
  ussettlement: 'us-settlement',
  usgovtbond: 'us-government-bond',
  usgovernmentbond: 'us-government-bond',
  usgovernmentbondmarket: 'us-government-bond',
  ussofr: 'us-sofr',
  sofr: 'us-sofr',
  usfederalreserve: 'us-federal-reserve',
  federalreserve: 'us-federal-reserve',
  nyse: 'us-nyse',
  usnyse: 'us-nyse',
  newyorkstockexchange: 'us-nyse',
  target: 'target',
  uksettlement: 'uk-settlement',
  ukexchange: 'uk-exchange',
  lse: 'uk-exchange',
  londonstockexchange: 'uk-exchange',
  ukmetals: 'uk-exchange',
  londonmetalsexchange: 'uk-exchange',
  germany: 'germany-frankfurt',
  germanysettlement: 'germany-settlement',
  frankfurt: 'germany-frankfurt',
  frankfurtstockexchange: 'germany-frankfurt',
  germanyfrankfurt: 'germany-frankfurt',
  xetra: 'germany-xetra',
  germanyxetra: 'germany-xetra',
  eurex: 'germany-eurex',
  germanyeurex: 'germany-eurex',
  italy: 'italy-settlement',
  italysettlement: 'italy-settlement',
  milan: 'italy-exchange',
  milanexchange: 'italy-exchange',
  milanstockexchange: 'italy-exchange',
  italyexchange: 'italy-exchange',
  france: 'france',
  brazil: 'brazil-settlement',
  brazilsettlement: 'brazil-settlement',
  brazilexchange: 'brazil-exchange',
  bovespa: 'brazil-exchange',
  switzerland: 'switzerland',
  japan: 'japan',
  canada: 'canada',
  canadasettlement: 'canada',
  australia: 'australia',
  sweden: 'sweden',
  norway: 'norway',
  denmark: 'denmark',
  poland: 'poland',
  czechrepublic: 'czech-republic',
  hungary: 'hungary',
  southafrica: 'south-africa',
  nullcalendar: 'none',
  unitedstatessettlement: 'us-settlement',
  unitedkingdom: 'uk-settlement',
};

/** The engine's calendar for a name of the files; an unknown name throws. */
export function calendarIdOf(name: string): CalendarId {
  const id = IDS[name.toLowerCase().replaceAll(/[^a-z]/g, '')];
  if (id === undefined) throw new Error(`calendar ${name} is not known`);
  return id;
}

export const calendarOf = (name: string): BusinessDayCalendar =>
  businessDayCalendar(calendarIdOf(name));
