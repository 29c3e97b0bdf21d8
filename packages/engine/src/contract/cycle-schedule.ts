import { addTermPeriod, endOfMonth, isEndOfMonth, type TermCycle } from './cycle.js';

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
  let next = anchor;
  let count = 0;
  while (next < terms.end && count <= MAX_SCHEDULE_DATES) {
    times.push(next);
    count += 1;
    const plain = addTermPeriod(anchor, cycle, count);
    next = toMonthEnd ? endOfMonth(plain) : plain;
  }
  const dates = times.length + (terms.includesEnd ? 1 : 0);
  if (cycle.stub === 'long' && dates > 2 && next !== terms.end) times.pop();
}
