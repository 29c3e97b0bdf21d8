import { type Issue, issue } from '../foundation/index.js';
import { type CycleScheduleTerms, cycleSchedule, MAX_SCHEDULE_DATES } from './cycle-schedule.js';
import { isoFromTime } from './date-time.js';

/** As `cycleSchedule`; beyond its bound no date but the issue `cycle.too-many` with this path. */
export function boundedSchedule(
  terms: CycleScheduleTerms,
  path: string,
  issues: Issue[],
): number[] {
  const times = cycleSchedule(terms);
  if (times.length <= MAX_SCHEDULE_DATES) return times;
  const expected = `at most ${MAX_SCHEDULE_DATES} dates up to ${isoFromTime(terms.end)}`;
  issues.push(issue('cycle.too-many', path, expected, 'more'));
  return [];
}
