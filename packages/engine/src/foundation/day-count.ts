import { businessDaysBetween } from './calendar/business-day.js';
import type { BusinessDayCalendar } from './calendar/business-day-calendar.js';
import { actualActualAfb, actualActualIsda } from './day-count/actual-actual.js';
import { icmaFromCouponDays, icmaFromReference } from './day-count/icma.js';
import { thirtyDays, thirtyDaysIsda } from './day-count/thirty-360.js';

/**
 * Every day count of the engine. `30/360` is the bond basis of the 2006 ISDA Definitions 4.16(f),
 * `30E/360` is 4.16(g), `30E/360 ISDA` is 4.16(h); `30/360 US` adds to the bond basis the rule for
 * the last day of February used for US securities (rules DAYCOUNT-1 to DAYCOUNT-14).
 */
export const DAY_COUNTS = [
  'ACT/ACT ISDA',
  'ACT/ACT ICMA',
  'ACT/ACT AFB',
  '30/360',
  '30/360 US',
  '30E/360',
  '30E/360 ISDA',
  '30/365',
  'ACT/360',
  'ACT/365F',
  'ACT/365.25',
  'ACT/366',
  'BUS/252',
] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** What some conventions need besides the two days; the others ignore it. */
export interface DayCountContext {
  /** ACT/ACT ICMA: the regular coupon period, real or notional, that the days are measured by. */
  readonly referenceStart?: number;
  readonly referenceEnd?: number;
  /**
   * ACT/ACT ICMA, instead of the reference period: the borders of all regular coupon periods in
   * order, see `notionalCouponDays`.
   */
  readonly couponDays?: readonly number[];
  /** 30E/360 ISDA: the maturity; absent for a contract without one. */
  readonly terminationDay?: number;
  /** BUS/252: whose business days are counted. */
  readonly calendar?: BusinessDayCalendar;
}

const NO_CONTEXT: DayCountContext = {};

/**
 * Years between two day numbers; negative when `end` is before `start` (rule DAYCOUNT-6). Throws
 * RangeError when ACT/ACT ICMA has no reference period or BUS/252 no calendar.
 */
export function yearFraction(
  convention: DayCount,
  start: number,
  end: number,
  context: DayCountContext = NO_CONTEXT,
): number {
  if (end === start) return 0;
  if (end < start) return -yearFraction(convention, end, start, context);
  switch (convention) {
    case 'ACT/365F':
      return (end - start) / 365;
    case 'ACT/360':
      return (end - start) / 360;
    case 'ACT/365.25':
      return (end - start) / 365.25;
    case 'ACT/366':
      return (end - start) / 366;
    case '30/360':
      return thirtyDays('bond', start, end) / 360;
    case '30/360 US':
      return thirtyDays('us', start, end) / 360;
    case '30E/360':
      return thirtyDays('european', start, end) / 360;
    case '30E/360 ISDA':
      return thirtyDaysIsda(start, end, context.terminationDay) / 360;
    case '30/365':
      return thirtyDays('european', start, end) / 365;
    case 'ACT/ACT ISDA':
      return actualActualIsda(start, end);
    case 'ACT/ACT AFB':
      return actualActualAfb(start, end);
    case 'ACT/ACT ICMA':
      return icma(start, end, context);
    case 'BUS/252':
      return business252(start, end, context);
  }
}

function icma(start: number, end: number, context: DayCountContext): number {
  if (context.couponDays !== undefined) return icmaFromCouponDays(start, end, context.couponDays);
  if (context.referenceStart === undefined || context.referenceEnd === undefined) {
    throw new RangeError('ACT/ACT ICMA needs a reference period or coupon days');
  }
  const period = { start: context.referenceStart, end: context.referenceEnd };
  return icmaFromReference(start, end, period);
}

function business252(start: number, end: number, context: DayCountContext): number {
  if (context.calendar === undefined) throw new RangeError('BUS/252 needs a calendar');
  return businessDaysBetween(start, end, context.calendar) / 252;
}
