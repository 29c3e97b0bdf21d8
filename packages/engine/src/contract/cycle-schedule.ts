import { civilFromDay, daysInMonth } from '../foundation/index.js';
import { addTermPeriod, endOfMonth, isEndOfMonth, type TermCycle } from './cycle.js';
import { dayOfTime, onDay } from './date-time.js';

/** More dates than this of one schedule are a mistake in the terms, not a contract. */
export const MAX_SCHEDULE_DATES = 20000;

export interface CycleScheduleTerms {
  /** First date; undefined when the term is absent. */
  readonly anchor: number | undefined;
  readonly end: number;
  readonly cycle: TermCycle | undefined;
  /** EOM: dates of a monthly cycle from a month's last day stay on last days (CONTRACT-5). */
  readonly keepsEndOfMonth: boolean;
  /** True when the end itself belongs to the schedule. */
  readonly includesEnd: boolean;
}

/**
 * Dates (seconds, ascending) from the anchor by the cycle to before the end, with the end itself
 * if asked for. Without a cycle: the anchor alone. A long last stub drops the last date before an
 * end that is off the cycle (rule CONTRACT-4). Stops after MAX_SCHEDULE_DATES + 1 dates.
 */
export function cycleSchedule(terms: CycleScheduleTerms): number[] {
  const { anchor, end, cycle, includesEnd } = terms;
  const times: number[] = [];
  if (anchor !== undefined) {
    if (cycle === undefined) {
      if (anchor !== end) times.push(anchor);
    } else addCyclicTimes(times, anchor, cycle, terms);
  }
  if (includesEnd) times.push(end);
  return times;
}

function addCyclicTimes(
  times: number[],
  anchor: number,
  cycle: TermCycle,
  terms: CycleScheduleTerms,
): void {
  const toMonthEnd = terms.keepsEndOfMonth && cycle.months > 0 && isEndOfMonth(anchor);
  const next =
    cycle.days === 0
      ? addMonthlyTimes(times, { anchor, months: cycle.months, end: terms.end, toMonthEnd })
      : addOtherTimes(times, { anchor, cycle, end: terms.end, toMonthEnd });
  const dates = times.length + (terms.includesEnd ? 1 : 0);
  if (cycle.stub === 'long' && dates > 2 && next !== terms.end) times.pop();
}

interface CyclicTimes {
  readonly anchor: number;
  readonly end: number;
  readonly toMonthEnd: boolean;
}

/** Days or mixed cycles, each from the anchor; returns the first date not before the end. */
function addOtherTimes(
  times: number[],
  { anchor, cycle, end, toMonthEnd }: CyclicTimes & { readonly cycle: TermCycle },
): number {
  let next = anchor;
  for (let count = 1; next < end && count <= MAX_SCHEDULE_DATES + 1; count += 1) {
    times.push(next);
    const plain = addTermPeriod(anchor, cycle, count);
    next = toMonthEnd ? endOfMonth(plain) : plain;
  }
  return next;
}

/** Whole months: steps from month to month, which is most of the time of a long schedule. */
function addMonthlyTimes(
  times: number[],
  { anchor, months, end, toMonthEnd }: CyclicTimes & { readonly months: number },
): number {
  const anchorDay = dayOfTime(anchor);
  const { year: anchorYear, month: anchorMonth, dayOfMonth } = civilFromDay(anchorDay);
  let [year, month, length] = [anchorYear, anchorMonth, daysInMonth(anchorYear, anchorMonth)];
  let firstDay = anchorDay - dayOfMonth + 1;
  let next = anchor;
  while (next < end && times.length <= MAX_SCHEDULE_DATES) {
    times.push(next);
    for (let step = 0; step < months; step += 1) {
      firstDay += length;
      month = month === 12 ? 1 : month + 1;
      if (month === 1) year += 1;
      length = daysInMonth(year, month);
    }
    const day = firstDay + (toMonthEnd ? length : Math.min(dayOfMonth, length)) - 1;
    next = onDay(anchor, day);
  }
  return next;
}
