import { addPeriod, type Period } from '../period.js';
import {
  addBusinessDays,
  adjustDay,
  type BusinessDayConvention,
  endOfMonth,
  lastBusinessDayOfMonth,
} from './business-day.js';
import type { BusinessDayCalendar } from './business-day-calendar.js';

export interface AdvanceTerms {
  readonly calendar: BusinessDayCalendar;
  readonly convention: BusinessDayConvention;
  readonly endOfMonth: boolean;
}

/**
 * `day` moved by a period and adjusted (rule BUSINESSDAY-6): days are business days; a period of
 * nothing only adjusts; with `endOfMonth` months and years go from a month's end to a month's end.
 */
export function advanceDay(day: number, period: Period, terms: AdvanceTerms): number {
  const { calendar, convention } = terms;
  if (period.count === 0) return adjustDay(day, convention, calendar);
  if (period.unit === 'D') return addBusinessDays(day, period.count, calendar);
  const moved = addPeriod(day, period);
  if (terms.endOfMonth && period.unit !== 'W') {
    if (convention === 'Unadjusted') {
      if (day === endOfMonth(day)) return endOfMonth(moved);
    } else if (day >= lastBusinessDayOfMonth(day, calendar)) {
      return lastBusinessDayOfMonth(moved, calendar);
    }
  }
  return adjustDay(moved, convention, calendar);
}
