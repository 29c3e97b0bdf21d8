import {
  addBusinessDays,
  adjustDay,
  type BusinessDayCalendar,
  collect,
  type DayCount,
  itemAt,
  ok,
  type Result,
} from '../../foundation/index.js';
import type { PricingMarket } from '../pricing-market.js';
import type { TermIndex } from '../swap/rate-index.js';
import { termFixing } from '../swap/term-rate.js';
import { type BondFlow, couponYears } from './bond-flow.js';
import { type CouponPeriod, type CouponSchedule, couponPeriods } from './coupon-periods.js';
import type { SettlementTerms } from './fixed-rate-bond.js';

/** A bond whose coupons follow a term index; amounts per 100 of face (rule BOND-15). */
export interface FloatingRateBond {
  readonly coupons: CouponSchedule;
  readonly index: TermIndex;
  /** Business days from the fixing to the start of the period, by the calendar of the index. */
  readonly fixingLagDays: number;
  readonly gearing: number;
  /** Added to gearing x index, by period (decimal); the last one holds. */
  readonly spreads: readonly number[];
  readonly dayCount: DayCount;
  readonly dayCountCalendar?: BusinessDayCalendar;
  readonly redemption: number;
  readonly settlement: SettlementTerms;
  readonly issueDay?: number;
}

/**
 * Coupons paid after the valuation day at fixed or forecast rates, and the redemption. Issues of
 * the schedule; `fixing.missing` and `curve.missing` with the index and the day.
 */
export function floatingFlows(bond: FloatingRateBond, market: PricingMarket): Result<BondFlow[]> {
  const periods = couponPeriods(bond.coupons);
  if (!periods.ok) return periods;
  const coupons = collect(
    periods.value.flatMap((period, at) =>
      period.payDay > market.valuationDay ? [couponOf(bond, period, at, market)] : [],
    ),
  );
  if (!coupons.ok) return coupons;
  const { end, payDay } = itemAt(periods.value, periods.value.length - 1);
  const redemption = {
    kind: 'principal',
    amount: bond.redemption,
    repaid: 100,
    end,
    payDay,
  } as const;
  return ok([...coupons.value, redemption]);
}

function couponOf(
  bond: FloatingRateBond,
  period: CouponPeriod,
  at: number,
  market: PricingMarket,
): Result<BondFlow> {
  const { calendar } = bond.index;
  const lagged = addBusinessDays(period.start, -bond.fixingLagDays, calendar);
  const fixed = termFixing(bond.index, adjustDay(lagged, 'Preceding', calendar), market);
  if (!fixed.ok) return fixed;
  const spread = itemAt(bond.spreads, Math.min(at, bond.spreads.length - 1));
  const context = {
    terminationDay: bond.coupons.terms.end,
    ...(bond.dayCountCalendar === undefined ? {} : { calendar: bond.dayCountCalendar }),
  };
  const counting = { ...period, dayCount: bond.dayCount, context };
  const rate = bond.gearing * fixed.value + spread;
  const years = couponYears(counting, period.start, period.end);
  const amount = 100 * rate * years;
  const couponCompounding = 'simple';
  return ok({ ...counting, kind: 'coupon', balance: 100, rate, couponCompounding, amount });
}
