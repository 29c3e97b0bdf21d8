import {
  type BusinessDayCalendar,
  businessDayCalendar,
  civilFromDay,
  type DayCount,
  type DayCountContext,
  yearFraction,
} from '../foundation/index.js';
import type { ContractTerms } from './contract-terms.js';

/** Years from one day to a later one; zero for the same day. */
export type Years = (startDay: number, endDay: number) => number;

type DayCountConvention = NonNullable<ContractTerms['dayCountConvention']>;

const DAYS_PER_MONTH = 28;
const DAYS_PER_YEAR = 336;

const FOUNDATION: Readonly<Record<Exclude<DayCountConvention, '28E336' | 'A336'>, DayCount>> = {
  AA: 'ACT/ACT ISDA',
  A360: 'ACT/360',
  A365: 'ACT/365F',
  '30E360': '30E/360',
  '30E360ISDA': '30E/360 ISDA',
  B252: 'BUS/252',
};

/** The year fraction of the day count of a contract (rule CONTRACT-3); AA when there is none. */
export function yearsOfTerms(terms: ContractTerms, maturityDay: number | undefined): Years {
  return yearsOf(terms.dayCountConvention ?? 'AA', maturityDay, terms.calendar);
}

/**
 * The year fraction of an ACTUS day count (rule CONTRACT-3). `maturityDay` matters to 30E360ISDA,
 * which spares the end of February when it is the maturity; `calendar` to B252.
 */
export function yearsOf(
  convention: DayCountConvention,
  maturityDay: number | undefined,
  calendar?: ContractTerms['calendar'],
): Years {
  if (convention === '28E336') return (start, end) => days28E(start, end) / DAYS_PER_YEAR;
  if (convention === 'A336') return (start, end) => (end - start) / DAYS_PER_YEAR;
  const dayCount = FOUNDATION[convention];
  const context: DayCountContext = {
    ...(maturityDay === undefined ? {} : { terminationDay: maturityDay }),
    ...(dayCount === 'BUS/252' ? { calendar: businessDays(calendar) } : {}),
  };
  return (start, end) => yearFraction(dayCount, start, end, context);
}

/** Without holidays of its own a contract counts Monday to Friday. */
function businessDays(calendar: ContractTerms['calendar'] = 'MF'): BusinessDayCalendar {
  const isPlain = calendar === 'MF' || calendar === 'NC';
  return businessDayCalendar(isPlain ? 'monday-to-friday' : calendar);
}

/** Every month has 28 days: its later days count as the 28th. */
function days28E(start: number, end: number): number {
  const from = civilFromDay(start);
  const to = civilFromDay(end);
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  const endDay = Math.min(to.dayOfMonth, DAYS_PER_MONTH);
  return months * DAYS_PER_MONTH + endDay - Math.min(from.dayOfMonth, DAYS_PER_MONTH);
}
