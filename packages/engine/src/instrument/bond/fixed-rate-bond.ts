import {
  type BusinessDayCalendar,
  type DayCount,
  exp,
  fail,
  issue,
  itemAt,
  log1p,
  ok,
  type Result,
} from '../../foundation/index.js';
import { type BondFlow, type CouponCompounding, couponYears } from './bond-flow.js';
import { type CouponPeriod, type CouponSchedule, couponPeriods } from './coupon-periods.js';

/** Settlement `days` business days after the trade, and not before the issue. */
export interface SettlementTerms {
  readonly days: number;
  readonly calendar: BusinessDayCalendar;
}

/** A bond of known coupons; amounts are per 100 of original face (rules BOND-1 and BOND-2). */
export interface FixedRateBond {
  readonly coupons: CouponSchedule;
  /** Rate of each period (decimal); the last one holds for all that follow. */
  readonly rates: readonly number[];
  readonly couponCompounding: CouponCompounding;
  readonly dayCount: DayCount;
  /** For BUS/252 coupons. */
  readonly dayCountCalendar?: BusinessDayCalendar;
  /** Balance of each period over the original face; absent: all of it until maturity. */
  readonly balances?: readonly number[];
  /** Paid at maturity per 100 of the last balance. */
  readonly redemption: number;
  readonly settlement: SettlementTerms;
  /** Where it is not the first accrual day. */
  readonly issueDay?: number;
}

/** All flows in order of their periods, the coupon before the principal; issues of the schedule. */
export function fixedFlows(bond: FixedRateBond): Result<BondFlow[]> {
  const periods = couponPeriods(bond.coupons);
  if (!periods.ok) return periods;
  const wrong = balanceIssue(bond, periods.value.length);
  if (wrong !== undefined) return wrong;
  const flows = periods.value.flatMap((period, index): BondFlow[] => [
    couponOf(bond, period, index),
    ...principalAfter(bond, period, index, periods.value.length),
  ]);
  return ok(flows);
}

function balanceIssue(bond: FixedRateBond, count: number): Result<never> | undefined {
  const { balances, rates } = bond;
  if (rates.length === 0 || rates.length > count) {
    return fail(issue('bond.rates', 'rates', `1 to ${count} rates`, `${rates.length}`));
  }
  if (balances !== undefined && (balances.length === 0 || balances.length > count)) {
    return fail(issue('bond.balances', 'balances', `1 to ${count}`, `${balances.length}`));
  }
  return undefined;
}

function couponOf(bond: FixedRateBond, period: CouponPeriod, index: number): BondFlow {
  const { terms } = bond.coupons;
  const context = {
    terminationDay: terms.end,
    ...(bond.dayCountCalendar === undefined ? {} : { calendar: bond.dayCountCalendar }),
  };
  const counting = { ...period, dayCount: bond.dayCount, context };
  const rate = itemAt(bond.rates, Math.min(index, bond.rates.length - 1));
  const balance = balanceOf(bond, index);
  const years = couponYears(counting, period.start, period.end);
  return {
    ...counting,
    kind: 'coupon',
    balance,
    rate,
    couponCompounding: bond.couponCompounding,
    amount: balance * interestFactor(bond.couponCompounding, rate, years),
  };
}

/** Interest per unit of balance over `years`. */
export function interestFactor(form: CouponCompounding, rate: number, years: number): number {
  return form === 'simple' ? rate * years : exp(years * log1p(rate)) - 1;
}

function balanceOf({ balances }: FixedRateBond, index: number): number {
  return balances === undefined
    ? 100
    : 100 * itemAt(balances, Math.min(index, balances.length - 1));
}

/** Repaid at the end of period `index`; a rising balance is a drawing, paid by the holder. */
function principalAfter(
  bond: FixedRateBond,
  period: CouponPeriod,
  index: number,
  count: number,
): BondFlow[] {
  const isLast = index === count - 1;
  const repaid = balanceOf(bond, index) - (isLast ? 0 : balanceOf(bond, index + 1));
  if (repaid === 0) return [];
  const amount = isLast ? (repaid * bond.redemption) / 100 : repaid;
  return [{ kind: 'principal', amount, repaid, end: period.end, payDay: period.payDay }];
}
