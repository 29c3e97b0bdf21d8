import type { BusinessDayConvention } from '../calendar/business-day.js';
import { type BusinessDayCalendar, weekdayOf } from '../calendar/business-day-calendar.js';
import { civilFromDay, dayFromCivil, isoFromDay } from '../calendar-date.js';
import type { Period } from '../period.js';
import { type Issue, issue } from '../result.js';

/** How days are laid out between start and end (rules SCHEDULE-1 to SCHEDULE-7). */
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
  /** From month's end to month's end; without effect for tenors in days and weeks. */
  readonly endOfMonth: boolean;
  readonly convention: BusinessDayConvention;
  readonly terminationConvention: BusinessDayConvention;
  readonly calendar: BusinessDayCalendar;
  /** The first day after the start, when the first period is irregular. */
  readonly firstDay?: number;
  /** The last day before the end, when the last period is irregular. */
  readonly nextToLastDay?: number;
}

/** More days than this are taken for a mistake in the terms. */
export const MOST_SCHEDULE_DAYS = 100_000;

const SHORTEST_DAYS = { D: 1, W: 7, M: 28, Y: 365 } as const;

/**
 * Terms that contradict one another, each as an issue whose path is the term (rule SCHEDULE-10).
 * Throws RangeError when start or end is no whole number of days.
 */
export function scheduleTermsIssues(terms: ScheduleTerms): Issue[] {
  const { start, end } = terms;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) {
    throw new RangeError(`start ${start} or end ${end} is not a day`);
  }
  if (end <= start) {
    const expected = `a day after start ${isoFromDay(start)}`;
    return [issue('schedule.end', 'end', expected, isoFromDay(end))];
  }
  return [
    ...tenorIssues(terms),
    ...endOfMonthIssues(terms),
    ...stubIssues(terms, 'firstDay', terms.firstDay),
    ...stubIssues(terms, 'nextToLastDay', terms.nextToLastDay),
    ...orderIssues(terms),
  ];
}

function tenorIssues({ start, end, tenor, rule }: ScheduleTerms): Issue[] {
  const { count, unit } = tenor;
  const got = `${count}${unit}`;
  if (rule === 'Zero') return [];
  if (!Number.isSafeInteger(count) || count <= 0) {
    return [issue('schedule.tenor', 'tenor', 'a whole number of periods above zero', got)];
  }
  if ((end - start) / (count * SHORTEST_DAYS[unit]) <= MOST_SCHEDULE_DAYS) return [];
  const expected = `a tenor that gives at most ${MOST_SCHEDULE_DAYS} days`;
  return [issue('schedule.length', 'tenor', expected, got)];
}

function endOfMonthIssues({ endOfMonth, rule, tenor }: ScheduleTerms): Issue[] {
  const isFree = rule === 'Backward' || rule === 'Forward' || rule === 'Zero';
  if (!endOfMonth || isFree || tenor.unit === 'D' || tenor.unit === 'W') return [];
  return [issue('schedule.endOfMonth', 'endOfMonth', `false with rule ${rule}`, 'true')];
}

function stubIssues(
  { start, end, rule }: ScheduleTerms,
  term: 'firstDay' | 'nextToLastDay',
  day: number | undefined,
): Issue[] {
  if (day === undefined || (term === 'firstDay' ? day === start : day === end)) return [];
  const code = `schedule.${term}`;
  const got = isoFromDay(day);
  const isWednesdayRule = rule === 'ThirdWednesday';
  if (rule !== 'Backward' && rule !== 'Forward' && !isWednesdayRule) {
    return [issue(code, term, `no such term with rule ${rule}`, got)];
  }
  if (isWednesdayRule && day !== thirdWednesday(day)) {
    return [issue(code, term, 'a third Wednesday', got)];
  }
  if (day >= start && day <= end) return [];
  return [issue(code, term, `a day from ${isoFromDay(start)} to ${isoFromDay(end)}`, got)];
}

function orderIssues({ firstDay, nextToLastDay }: ScheduleTerms): Issue[] {
  if (firstDay === undefined || nextToLastDay === undefined || firstDay <= nextToLastDay) return [];
  const expected = `a day not before firstDay ${isoFromDay(firstDay)}`;
  return [issue('schedule.order', 'nextToLastDay', expected, isoFromDay(nextToLastDay))];
}

/** The third Wednesday of the month of `day`. */
export function thirdWednesday(day: number): number {
  const { year, month } = civilFromDay(day);
  const fifteenth = dayFromCivil(year, month, 15);
  const wednesday = 2;
  return fifteenth + ((wednesday - weekdayOf(fifteenth) + 7) % 7);
}
