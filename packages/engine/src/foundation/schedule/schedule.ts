import {
  adjustDay,
  type BusinessDayConvention,
  endOfMonth,
  lastBusinessDayOfMonth,
} from '../calendar/business-day.js';
import { isoFromDay } from '../calendar-date.js';
import { itemAt } from '../item-at.js';
import { fail, issue, ok, type Result } from '../result.js';
import { type ScheduleTerms, scheduleTermsIssues, thirdWednesday } from './schedule-terms.js';
import { type UnadjustedDays, unadjustedDays } from './unadjusted-days.js';

/** `isRegular[i]` tells of the period from `days[i]` to `days[i + 1]`; one fewer than days. */
export interface Schedule {
  readonly days: readonly number[];
  readonly isRegular: readonly boolean[];
}

/**
 * Days from start to end, increasing, adjusted to business days (rules SCHEDULE-1 to SCHEDULE-7).
 * Issues name the contradictory term: `schedule.end`, `.tenor`, `.length`, `.endOfMonth`,
 * `.firstDay`, `.nextToLastDay`, `.order`; `schedule.single` where start and end fall on one day,
 * `schedule.repeated` where month ends or third Wednesdays fall on one another.
 */
export function schedule(terms: ScheduleTerms): Result<Schedule> {
  const issues = scheduleTermsIssues(terms);
  if (issues.length > 0) return fail(...issues);
  const laid = unadjustedDays(terms);
  const days = adjusted(terms, laid);
  const tidy = withoutTouchingDays({ days, isRegular: laid.isRegular });
  if (tidy.days.length < 2) {
    const expected = 'a business day after the start';
    return fail(issue('schedule.single', 'end', expected, 'the same business day as the start'));
  }
  const repeated = tidy.days.find((day, index) => index > 0 && day <= itemAt(tidy.days, index - 1));
  if (repeated === undefined) return ok(tidy);
  const expected = 'a tenor and stubs that give each day once';
  return fail(issue('schedule.repeated', 'tenor', expected, `${isoFromDay(repeated)} repeated`));
}

/** Every day moved to its third Wednesday, month's end or business day (rules SCHEDULE-3 to 6). */
function adjusted(terms: ScheduleTerms, laid: UnadjustedDays): number[] {
  const last = laid.days.length - 1;
  const isMonthEnd = keepsMonthEnd(terms, laid.seed);
  return laid.days.map((day, index) => {
    const isInside = index > 0 && index < last;
    const convention = conventionAt(terms, index, last);
    return adjustDay(moved(terms, day, isInside, isMonthEnd), convention, terms.calendar);
  });
}

function moved(
  { rule }: ScheduleTerms,
  day: number,
  isInside: boolean,
  isMonthEnd: boolean,
): number {
  const isWednesday = rule === 'ThirdWednesdayInclusive' || (rule === 'ThirdWednesday' && isInside);
  if (isWednesday) return thirdWednesday(day);
  return isInside && isMonthEnd ? endOfMonth(day) : day;
}

function keepsMonthEnd({ endOfMonth: isAsked, tenor, calendar }: ScheduleTerms, seed: number) {
  const isMonths = tenor.unit === 'M' || tenor.unit === 'Y';
  return isAsked && isMonths && seed >= lastBusinessDayOfMonth(seed, calendar);
}

/** Old default swaps begin on the day itself; newer ones end on the twentieth itself. */
function conventionAt(terms: ScheduleTerms, index: number, last: number): BusinessDayConvention {
  const { rule } = terms;
  if (index === 0 && rule === 'OldCDS') return 'Unadjusted';
  if (index < last) return terms.convention;
  return rule === 'CDS' || rule === 'CDS2015' ? 'Unadjusted' : terms.terminationConvention;
}

/**
 * Month's ends and adjustment may carry the second day to the first or the last but one to the
 * last; such a day is dropped, and the neighbour's period is regular where they met exactly.
 */
function withoutTouchingDays({ days, isRegular }: Schedule): Schedule {
  return withoutTouchingStart(withoutTouchingEnd({ days, isRegular }));
}

function withoutTouchingEnd({ days, isRegular }: Schedule): Schedule {
  const last = days.length - 1;
  if (last < 1) return { days, isRegular };
  const [before, end] = [itemAt(days, last - 1), itemAt(days, last)];
  if (before < end) return { days, isRegular };
  const kept = isRegular.slice(0, -1);
  if (kept.length > 0) kept[kept.length - 1] = before === end;
  return { days: [...days.slice(0, -2), end], isRegular: kept };
}

function withoutTouchingStart({ days, isRegular }: Schedule): Schedule {
  if (days.length < 2) return { days, isRegular };
  const [start, after] = [itemAt(days, 0), itemAt(days, 1)];
  if (after > start) return { days, isRegular };
  const kept = isRegular.slice(1);
  if (kept.length > 0) kept[0] = after === start;
  return { days: [start, ...days.slice(2)], isRegular: kept };
}
