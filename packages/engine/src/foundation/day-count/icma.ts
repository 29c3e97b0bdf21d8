import { addMonths } from '../calendar-date.js';
import { itemAt } from '../item-at.js';

export interface ReferencePeriod {
  readonly start: number;
  readonly end: number;
}

/**
 * Years between two days by the coupon periods they fall in (rule DAYCOUNT-10): the reference
 * period is one regular coupon, whole months long; earlier and later periods are laid beside it.
 * Throws RangeError when the reference period is empty.
 */
export function icmaFromReference(start: number, end: number, period: ReferencePeriod): number {
  if (period.end <= period.start) {
    throw new RangeError(`reference period ${period.start} to ${period.end} is empty`);
  }
  const months = monthsOf(period);
  if (months === 0) return (end - start) / (addMonths(start, 12) - start);
  let years = shareOf(start, end, period, months);
  let earlier = period;
  while (start < earlier.start) {
    earlier = { start: addMonths(earlier.start, -months), end: earlier.start };
    years += shareOf(start, end, earlier, months);
  }
  let later = period;
  for (let times = 1; end > later.end; times += 1) {
    later = { start: later.end, end: addMonths(period.end, months * times) };
    years += shareOf(start, end, later, months);
  }
  return years;
}

/**
 * The same with all coupon days given, irregular first and last periods replaced by notional
 * regular ones (rule DAYCOUNT-11). Throws RangeError when the days do not cover the period.
 */
export function icmaFromCouponDays(
  start: number,
  end: number,
  couponDays: readonly number[],
): number {
  const last = couponDays.length - 1;
  if (last < 1 || start < itemAt(couponDays, 0) || end > itemAt(couponDays, last)) {
    throw new RangeError(`coupon days do not cover day ${start} to day ${end}`);
  }
  let years = 0;
  for (let index = 0; index < last; index += 1) {
    const period = { start: itemAt(couponDays, index), end: itemAt(couponDays, index + 1) };
    if (period.start >= end || period.end <= start) continue;
    const months = monthsOf(period);
    years +=
      months === 0
        ? icmaFromReference(Math.max(start, period.start), Math.min(end, period.end), period)
        : shareOf(start, end, period, months);
  }
  return years;
}

/** The length of a regular coupon in whole months, from its days. */
function monthsOf(period: ReferencePeriod): number {
  return Math.round((12 * (period.end - period.start)) / 365);
}

/** Years of the part of [start, end] inside one period of `months` months. */
function shareOf(start: number, end: number, period: ReferencePeriod, months: number): number {
  const days = Math.min(end, period.end) - Math.max(start, period.start);
  if (days <= 0) return 0;
  return ((months / 12) * days) / (period.end - period.start);
}
