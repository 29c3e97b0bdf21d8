import {
  adjustDay,
  type BusinessDayConvention,
  businessDayCalendar,
  type CalendarId,
} from '../foundation/index.js';
import type { ContractTerms } from './contract-terms.js';
import { dayOfTime, effectiveDay, onDay } from './date-time.js';

/** Where an event of a scheduled time happens, and the day up to which it accrues. */
export interface BusinessDayShift {
  readonly eventTime: (scheduleTime: number) => number;
  readonly accrualDay: (scheduleTime: number) => number;
}

type Convention = NonNullable<ContractTerms['businessDayConvention']>;

const UNSHIFTED: BusinessDayShift = { eventTime: (time) => time, accrualDay: effectiveDay };

const FOUNDATION: Readonly<Record<Convention, BusinessDayConvention>> = {
  NOS: 'Unadjusted',
  SCF: 'Following',
  CSF: 'Following',
  SCMF: 'ModifiedFollowing',
  CSMF: 'ModifiedFollowing',
  SCP: 'Preceding',
  CSP: 'Preceding',
  SCMP: 'ModifiedPreceding',
  CSMP: 'ModifiedPreceding',
};

/**
 * The shift of a contract's calendar and convention (rule CONTRACT-6). SC*: shift first, then
 * accrue to the shifted day; CS*: accrue to the scheduled day, pay on the shifted one.
 */
export function businessDayShift(terms: ContractTerms): BusinessDayShift {
  const { businessDayConvention = 'NOS', calendar = 'NC' } = terms;
  if (businessDayConvention === 'NOS' || calendar === 'NC') return UNSHIFTED;
  const days = businessDayCalendar(calendarId(calendar));
  const convention = FOUNDATION[businessDayConvention];
  const eventTime = (time: number) => onDay(time, adjustDay(dayOfTime(time), convention, days));
  return {
    eventTime,
    accrualDay: businessDayConvention.startsWith('CS')
      ? effectiveDay
      : (time) => effectiveDay(eventTime(time)),
  };
}

function calendarId(calendar: Exclude<ContractTerms['calendar'], 'NC' | undefined>): CalendarId {
  return calendar === 'MF' ? 'monday-to-friday' : calendar;
}
