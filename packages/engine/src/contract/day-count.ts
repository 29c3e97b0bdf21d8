import { civilFromDay, daysInMonth, yearFraction } from '../foundation/index.js';
import type { ContractTerms } from './contract-terms.js';

/** Years from one day to a later one; zero for the same day. */
export type Years = (startDay: number, endDay: number) => number;

type DayCountConvention = NonNullable<ContractTerms['dayCountConvention']>;

const DAYS_PER_YEAR_28E336 = 336;

/**
 * The year fraction of an ACTUS day count (rule CONTRACT-3). `maturityDay` matters to 30E360ISDA
 * and 28E336, which spare the end of February when it is the maturity.
 */
export function yearsOf(convention: DayCountConvention, maturityDay: number | undefined): Years {
  switch (convention) {
    case 'AA':
      return (start, end) => yearFraction('ACT/ACT ISDA', start, end);
    case 'A360':
      return (start, end) => (end - start) / 360;
    case 'A365':
      return (start, end) => (end - start) / 365;
    case '30E360':
      return (start, end) => days30E(start, end, dayOfMonth30E) / 360;
    case '30E360ISDA':
      return (start, end) =>
        days30E(start, end, (day) => dayOfMonth30EIsda(day, maturityDay)) / 360;
    case '28E336':
      return (start, end) => days28E336(start, end, maturityDay) / DAYS_PER_YEAR_28E336;
  }
}

function days30E(start: number, end: number, dayOfMonth: (day: number) => number): number {
  const from = civilFromDay(start);
  const to = civilFromDay(end);
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  return months * 30 + dayOfMonth(end) - dayOfMonth(start);
}

function dayOfMonth30E(day: number): number {
  return Math.min(civilFromDay(day).dayOfMonth, 30);
}

function dayOfMonth30EIsda(day: number, maturityDay: number | undefined): number {
  const { year, month, dayOfMonth } = civilFromDay(day);
  const isLast = dayOfMonth === daysInMonth(year, month);
  if (isLast && !(month === 2 && day === maturityDay)) return 30;
  return Math.min(dayOfMonth, 30);
}

/** Every month has 28 days: its later days, and the last day of a shorter month, count as 28. */
function days28E336(start: number, end: number, maturityDay: number | undefined): number {
  const from = civilFromDay(start);
  const to = civilFromDay(end);
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  const endDay = end === maturityDay ? to.dayOfMonth : Math.min(to.dayOfMonth, 28);
  return months * 28 + Math.min(endDay, 28) - Math.min(from.dayOfMonth, 28);
}
