import { advanceDay } from '../calendar/advance-day.js';
import { itemAt } from '../item-at.js';
import type { Schedule } from './schedule.js';
import type { ScheduleTerms } from './schedule-terms.js';

/** What a notional coupon period is made with. */
export type CouponTerms = Pick<ScheduleTerms, 'tenor' | 'calendar' | 'convention' | 'endOfMonth'>;

/**
 * The coupon days of a schedule for ACT/ACT ICMA (rule DAYCOUNT-11): an irregular first or last
 * period is replaced by as many notional regular ones as cover it, each a tenor from the one
 * before.
 */
export function notionalCouponDays({ days, isRegular }: Schedule, terms: CouponTerms): number[] {
  const last = days.length - 1;
  const isShort = last === 1 && isRegular[0] === false;
  const first = isRegular[0] === false ? notional(itemAt(days, 1), itemAt(days, 0), -1, terms) : [];
  const final =
    !isShort && isRegular[last - 1] === false
      ? notional(itemAt(days, last - 1), itemAt(days, last), 1, terms)
      : [];
  const inside = days.slice(first.length > 0 ? 1 : 0, final.length > 0 ? last : last + 1);
  return [...first.toReversed(), ...inside, ...final];
}

/** Days from `from` in steps of a tenor until `to` is reached or passed. */
function notional(from: number, to: number, direction: 1 | -1, terms: CouponTerms): number[] {
  const step = { count: direction * terms.tenor.count, unit: terms.tenor.unit };
  const days: number[] = [];
  for (let day = advanceDay(from, step, terms); ; day = advanceDay(day, step, terms)) {
    days.push(day);
    if (direction === 1 ? day >= to : day <= to) return days;
  }
}
