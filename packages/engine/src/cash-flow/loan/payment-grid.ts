import {
  businessDayShift,
  type ContractTerms,
  dayOfTime,
  timeOfDay,
  yearsOf,
} from '../../contract/index.js';
import { civilFromDay, dayFromCivil, daysInMonth } from '../../foundation/index.js';
import type { Timetable } from './loan-columns.js';

const MONTHS_PER_YEAR = 12;
const LAST_DAY_OF_MONTH = 31;

/**
 * The days that a monthly cycle reaches through all time: step k falls in the month
 * `phaseMonths + k * cycleMonths` (counted from year 0), on `dayOfMonth` or the month's last day.
 */
export interface PaymentGrid {
  readonly cycleMonths: number;
  readonly phaseMonths: number;
  readonly dayOfMonth: number;
}

/** The grid through an anchor; with the end-of-month convention a last day stays a last day. */
export function gridThrough(
  anchorDay: number,
  cycleMonths: number,
  keepsEndOfMonth: boolean,
): PaymentGrid {
  const { year, month, dayOfMonth } = civilFromDay(anchorDay);
  const isLastDay = dayOfMonth === daysInMonth(year, month);
  return {
    cycleMonths,
    phaseMonths: monthIndex(year, month) % cycleMonths,
    dayOfMonth: keepsEndOfMonth && isLastDay ? LAST_DAY_OF_MONTH : dayOfMonth,
  };
}

function monthIndex(year: number, month: number): number {
  return year * MONTHS_PER_YEAR + month - 1;
}

/** The day of step `step`. */
export function gridDay(grid: PaymentGrid, step: number): number {
  const index = grid.phaseMonths + step * grid.cycleMonths;
  const year = Math.floor(index / MONTHS_PER_YEAR);
  const month = index - year * MONTHS_PER_YEAR + 1;
  return dayFromCivil(year, month, Math.min(grid.dayOfMonth, daysInMonth(year, month)));
}

/** The first step on or after a day. */
export function stepAtOrAfter(grid: PaymentGrid, day: number): number {
  const { year, month } = civilFromDay(day);
  const step = Math.floor((monthIndex(year, month) - grid.phaseMonths) / grid.cycleMonths);
  return gridDay(grid, step) >= day ? step : step + 1;
}

/** Payment days and year fractions of the steps `first` to `last`, by the calendar of `terms`. */
export function timetableOf(
  grid: PaymentGrid,
  terms: ContractTerms,
  first: number,
  last: number,
): Timetable {
  const shift = businessDayShift(terms);
  const years = yearsOf(terms.dayCountConvention ?? 'AA', undefined);
  const payDays = new Int32Array(last - first + 1);
  const yearFractions = new Float64Array(last - first + 1);
  let previous = shift.accrualDay(timeOfDay(gridDay(grid, first - 1)));
  for (let at = 0; at < payDays.length; at += 1) {
    const time = timeOfDay(gridDay(grid, first + at));
    const accrued = shift.accrualDay(time);
    payDays[at] = dayOfTime(shift.eventTime(time));
    yearFractions[at] = years(previous, accrued);
    previous = accrued;
  }
  return { payDays, yearFractions };
}
