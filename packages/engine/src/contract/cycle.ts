import {
  addMonths,
  civilFromDay,
  daysInMonth,
  fail,
  issue,
  ok,
  type Result,
} from '../foundation/index.js';
import { dayOfTime, onDay } from './date-time.js';

/** A period of whole months and days (years and quarters are months, weeks are days). */
export interface TermPeriod {
  readonly months: number;
  readonly days: number;
}

/** A repeated period and what to do with a last stub: kept short, or joined to a long one. */
export interface TermCycle extends TermPeriod {
  readonly stub: 'short' | 'long';
}

const MONTHS_PER_UNIT: Readonly<Record<string, number>> = { M: 1, Q: 3, H: 6, Y: 12 };
const DAYS_PER_UNIT: Readonly<Record<string, number>> = { D: 1, W: 7 };
const PERIOD = /^P((?:\d{1,5}[DWMQHY])+)(?:L([01]))?$/;

/** `P<n><D|W|M|Q|H|Y>`, also joined (`P1Y6M`); a stub mark is allowed. Issue: `period.format`. */
export function periodFromText(text: string, path: string): Result<TermPeriod> {
  const cycle = readPeriod(text);
  if (cycle === undefined) return fail(issue('period.format', path, 'P<n><D|W|M|Q|H|Y>', text));
  return ok({ months: cycle.months, days: cycle.days });
}

/**
 * A period with stub mark: `L1` leaves a last short stub, `L0` joins it to the period before.
 * Issues: `cycle.format`; `cycle.zero` for a cycle that never moves on.
 */
export function cycleFromText(text: string, path: string): Result<TermCycle> {
  const cycle = readPeriod(text);
  if (cycle?.stub === undefined) {
    return fail(issue('cycle.format', path, 'P<n><D|W|M|Q|H|Y>L<0|1>', text));
  }
  if (cycle.months === 0 && cycle.days === 0) {
    return fail(issue('cycle.zero', path, 'a cycle longer than zero', text));
  }
  return ok({ months: cycle.months, days: cycle.days, stub: cycle.stub });
}

function readPeriod(
  text: string,
): (TermPeriod & { readonly stub: TermCycle['stub'] | undefined }) | undefined {
  const parts = PERIOD.exec(text.trim());
  if (parts === null) return undefined;
  let [months, days] = [0, 0];
  for (const [, count, unit = ''] of (parts[1] ?? '').matchAll(/(\d+)([DWMQHY])/g)) {
    months += Number(count) * (MONTHS_PER_UNIT[unit] ?? 0);
    days += Number(count) * (DAYS_PER_UNIT[unit] ?? 0);
  }
  const stub = parts[2] === undefined ? undefined : parts[2] === '0' ? 'long' : 'short';
  return { months, days, stub };
}

/** The time `times` periods later; the day of the month is kept where the month has it. */
export function addTermPeriod(time: number, period: TermPeriod, times = 1): number {
  const day = dayOfTime(time);
  const months = period.months === 0 ? day : addMonths(day, period.months * times);
  return onDay(time, months + period.days * times);
}

/** True when the time stands on the last day of its month. */
export function isEndOfMonth(time: number): boolean {
  const { year, month, dayOfMonth } = civilFromDay(dayOfTime(time));
  return dayOfMonth === daysInMonth(year, month);
}

/** The same time of day on the last day of the month. */
export function endOfMonth(time: number): number {
  const day = dayOfTime(time);
  const { year, month, dayOfMonth } = civilFromDay(day);
  return onDay(time, day + daysInMonth(year, month) - dayOfMonth);
}
