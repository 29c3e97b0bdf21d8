import { civilFromDay } from '../foundation/index.js';
import type { ContractTerms } from './contract-terms.js';
import { dayOfTime, effectiveDay, onDay } from './date-time.js';

/** Where an event of a scheduled time happens, and the day up to which it accrues. */
export interface BusinessDayShift {
  readonly eventTime: (scheduleTime: number) => number;
  readonly accrualDay: (scheduleTime: number) => number;
}

type Convention = NonNullable<ContractTerms['businessDayConvention']>;
type Adjust = (day: number) => number;

const DAYS_PER_WEEK = 7;
/** 1970-01-01, day 0, was a Thursday: with Monday as 0 it is 3. */
const WEEKDAY_OF_DAY_ZERO = 3;
const SATURDAY = 5;

/**
 * The shift of a contract's calendar and convention (rule CONTRACT-6). SC*: shift first, then
 * accrue to the shifted day; CS*: accrue to the scheduled day, pay on the shifted one.
 */
export function businessDayShift(terms: ContractTerms): BusinessDayShift {
  const convention = terms.businessDayConvention ?? 'NOS';
  if (convention === 'NOS' || terms.calendar !== 'MF') {
    return { eventTime: (time) => time, accrualDay: (time) => effectiveDay(time) };
  }
  const adjust = adjustmentOf(convention);
  return {
    eventTime: (time) => onDay(time, adjust(dayOfTime(time))),
    accrualDay: convention.startsWith('CS')
      ? (time) => effectiveDay(time)
      : (time) => adjust(effectiveDay(time)),
  };
}

function adjustmentOf(convention: Convention): Adjust {
  switch (convention) {
    case 'NOS':
      return (day) => day;
    case 'SCF':
    case 'CSF':
      return following;
    case 'SCP':
    case 'CSP':
      return preceding;
    case 'SCMF':
    case 'CSMF':
      return (day) => withinMonth(day, following(day), preceding);
    case 'SCMP':
    case 'CSMP':
      return (day) => withinMonth(day, preceding(day), following);
  }
}

function isWeekend(day: number): boolean {
  const weekday = (((day + WEEKDAY_OF_DAY_ZERO) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
  return weekday >= SATURDAY;
}

function following(day: number): number {
  let shifted = day;
  while (isWeekend(shifted)) shifted += 1;
  return shifted;
}

function preceding(day: number): number {
  let shifted = day;
  while (isWeekend(shifted)) shifted -= 1;
  return shifted;
}

function withinMonth(day: number, shifted: number, otherwise: Adjust): number {
  return civilFromDay(day).month === civilFromDay(shifted).month ? shifted : otherwise(day);
}
