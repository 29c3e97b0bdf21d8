import {
  addBusinessDays,
  adjustDay,
  advanceDay,
  type BusinessDayCalendar,
  type BusinessDayConvention,
  itemAt,
  ok,
  type Period,
  type Result,
  type ScheduleTerms,
  schedule,
} from '../../foundation/index.js';

/** From `count` days before a payment on, the buyer no longer receives it (rule BOND-3). */
export interface ExDividendPeriod {
  readonly count: number;
  readonly unit: 'calendar-days' | 'business-days';
  readonly calendar: BusinessDayCalendar;
}

/** When coupons accrue and when they are paid (rule BOND-1). */
export interface CouponSchedule {
  /** Accrual borders by rule; used where `couponDays` is absent. */
  readonly terms: ScheduleTerms;
  /** Accrual borders one by one, from the first accrual day to maturity, all periods regular. */
  readonly couponDays?: readonly number[];
  readonly paymentCalendar: BusinessDayCalendar;
  readonly paymentConvention: BusinessDayConvention;
  readonly exDividend?: ExDividendPeriod;
}

/** One accrual period; the reference period is the regular coupon it is measured by. */
export interface CouponPeriod {
  readonly start: number;
  readonly end: number;
  readonly referenceStart: number;
  readonly referenceEnd: number;
  readonly payDay: number;
  /** First day on which a buyer does not receive the coupon; absent without ex-dividend period. */
  readonly exDay?: number;
}

/** The periods of a bond in order; issues of `schedule`. */
export function couponPeriods(coupons: CouponSchedule): Result<CouponPeriod[]> {
  const { couponDays } = coupons;
  if (couponDays !== undefined) {
    const isRegular = couponDays.slice(1).map(() => true);
    return ok(periodsBetween(coupons, couponDays, isRegular));
  }
  const laid = schedule(coupons.terms);
  return laid.ok ? ok(periodsBetween(coupons, laid.value.days, laid.value.isRegular)) : laid;
}

function periodsBetween(
  coupons: CouponSchedule,
  days: readonly number[],
  isRegular: readonly boolean[],
): CouponPeriod[] {
  const last = days.length - 2;
  return days.slice(1).map((end, index) => {
    const start = itemAt(days, index);
    const regular = itemAt(isRegular, index);
    const isStubFirst = !regular && index === 0 && !(last === 0 && isCountedFromStart(coupons));
    const isStubLast = !regular && !isStubFirst && index === last;
    const referenceStart = isStubFirst ? advanced(coupons.terms, end, -1) : start;
    const referenceEnd = isStubLast ? advanced(coupons.terms, start, 1) : end;
    return { start, end, referenceStart, referenceEnd, ...paymentDays(coupons, end) };
  });
}

const isCountedFromStart = ({ terms }: CouponSchedule): boolean => terms.rule === 'Forward';

/** The border of the notional regular period beside `day`. */
function advanced(terms: ScheduleTerms, day: number, times: 1 | -1): number {
  const tenor: Period = { count: terms.tenor.count * times, unit: terms.tenor.unit };
  const { calendar, convention, endOfMonth } = terms;
  return advanceDay(day, tenor, { calendar, convention, endOfMonth });
}

function paymentDays(
  { paymentCalendar, paymentConvention, exDividend }: CouponSchedule,
  end: number,
): { readonly payDay: number; readonly exDay?: number } {
  const payDay = adjustDay(end, paymentConvention, paymentCalendar);
  if (exDividend === undefined) return { payDay };
  const { count, unit, calendar } = exDividend;
  const exDay =
    unit === 'calendar-days' ? payDay - count : addBusinessDays(payDay, -count, calendar);
  return { payDay, exDay };
}
