import type { BusinessDayConvention } from '../calendar/business-day.js';
import { adjustDay } from '../calendar/business-day.js';
import type { BusinessDayCalendar } from '../calendar/business-day-calendar.js';
import { addPeriod, type Period } from '../period.js';
import { fail, issue, ok, type Result } from '../result.js';

/** How dates are laid out between start and end. */
export const SCHEDULE_RULES = [
  'Backward',
  'Forward',
  'Zero',
  'ThirdWednesday',
  'ThirdWednesdayInclusive',
  'Twentieth',
  'TwentiethIMM',
  'OldCDS',
  'CDS',
  'CDS2015',
] as const;
export type ScheduleRule = (typeof SCHEDULE_RULES)[number];

export interface ScheduleTerms {
  readonly start: number;
  readonly end: number;
  readonly tenor: Period;
  readonly rule: ScheduleRule;
  readonly endOfMonth: boolean;
  readonly convention: BusinessDayConvention;
  readonly terminationConvention: BusinessDayConvention;
  readonly calendar: BusinessDayCalendar;
  readonly firstDay?: number;
  readonly nextToLastDay?: number;
}

/** `isRegular[i]` tells of the period from `days[i]` to `days[i + 1]`. */
export interface Schedule {
  readonly days: readonly number[];
  readonly isRegular: readonly boolean[];
}

/** Days from start to end, each adjusted; issues for contradictory terms. */
export function schedule(terms: ScheduleTerms): Result<Schedule> {
  if (terms.end <= terms.start) {
    return fail(issue('schedule.end', 'end', 'a day after start', String(terms.end)));
  }
  if (terms.tenor.count <= 0) {
    return fail(issue('schedule.tenor', 'tenor', 'above zero', String(terms.tenor.count)));
  }
  const isForward = terms.rule !== 'Backward';
  const seed = isForward ? terms.start : terms.end;
  const days: number[] = [];
  for (let times = 0; ; times += 1) {
    const day = addPeriod(seed, terms.tenor, isForward ? times : -times);
    if (day < terms.start || day > terms.end) break;
    days.push(day);
  }
  if (!isForward) days.reverse();
  if (days[0] !== terms.start) days.unshift(terms.start);
  if (days.at(-1) !== terms.end) days.push(terms.end);
  const last = days.length - 1;
  return ok({
    days: days.map((day, index) =>
      adjustDay(
        day,
        index === last ? terms.terminationConvention : terms.convention,
        terms.calendar,
      ),
    ),
    isRegular: days
      .slice(1)
      .map((day, index) => day === addPeriod(days[index] ?? day, terms.tenor, 1)),
  });
}
