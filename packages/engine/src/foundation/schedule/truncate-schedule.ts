import { isoFromDay } from '../calendar-date.js';
import { itemAt } from '../item-at.js';
import { fail, issue, ok, type Result } from '../result.js';
import type { Schedule } from './schedule.js';

/**
 * The part of a schedule up to `day`, which becomes the last day; its period is irregular unless it
 * was one of the days (rule SCHEDULE-9). Issue `schedule.until` when no day is before it.
 */
export function scheduleUntil({ days, isRegular }: Schedule, day: number): Result<Schedule> {
  const first = itemAt(days, 0);
  if (day <= first) {
    return fail(issue('schedule.until', 'day', `after ${isoFromDay(first)}`, isoFromDay(day)));
  }
  if (day >= itemAt(days, days.length - 1)) return ok({ days, isRegular });
  const kept = days.filter((one) => one <= day);
  if (itemAt(kept, kept.length - 1) === day) {
    return ok({ days: kept, isRegular: isRegular.slice(0, kept.length - 1) });
  }
  return ok({
    days: [...kept, day],
    isRegular: [...isRegular.slice(0, kept.length - 1), false],
  });
}

/**
 * The part of a schedule from `day`, which becomes the first day; its period is irregular unless it
 * was one of the days (rule SCHEDULE-9). Issue `schedule.after` when no day is after it.
 */
export function scheduleAfter({ days, isRegular }: Schedule, day: number): Result<Schedule> {
  const last = itemAt(days, days.length - 1);
  if (day >= last) {
    return fail(issue('schedule.after', 'day', `before ${isoFromDay(last)}`, isoFromDay(day)));
  }
  if (day <= itemAt(days, 0)) return ok({ days, isRegular });
  const dropped = days.filter((one) => one < day).length;
  const kept = days.slice(dropped);
  if (itemAt(kept, 0) === day) return ok({ days: kept, isRegular: isRegular.slice(dropped) });
  return ok({ days: [day, ...kept], isRegular: [false, ...isRegular.slice(dropped)] });
}
