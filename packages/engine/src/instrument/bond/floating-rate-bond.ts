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
import { overnightRate } from '../swap/overnight-rate.js';
import type { RateIndex } from '../swap/rate-index.js';
import type { OvernightAveraging } from '../swap/swap-terms.js';
import { termFixing } from '../swap/term-rate.js';
import { type BondFlow, couponYears } from './bond-flow.js';
import { type CouponPeriod, type CouponSchedule, couponPeriods } from './coupon-periods.js';
import type { SettlementTerms } from './fixed-rate-bond.js';

/** A bond whose coupons follow an index; amounts per 100 of face (rule BOND-15). */
export interface FloatingRateBond {
  readonly coupons: CouponSchedule;
  readonly index: RateIndex;
  /** Term index: business days from the fixing to the start of the period, by its calendar. */
  readonly fixingLagDays: number;
  /** Overnight index: how nights make a period's rate; absent: compounded, none left out. */
  readonly averaging?: OvernightAveraging;
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
  const fixed = indexRate(bond, period, market);
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

/** Every night of the period counts, with its own days. */
const EVERY_NIGHT: OvernightAveraging = {
  method: 'compounded',
  lookbackDays: 0,
  observationShift: false,
  lockoutDays: 0,
};

/** The index (decimal) of one period: fixed in advance, or made by its nights (SWAP-4, SWAP-6). */
function indexRate(
  bond: FloatingRateBond,
  period: CouponPeriod,
  market: PricingMarket,
): Result<number> {
  const { index, fixingLagDays, averaging = EVERY_NIGHT } = bond;
  if (index.kind === 'overnight') {
    return overnightRate({ index, startDay: period.start, endDay: period.end, averaging }, market);
  }
  const lagged = addBusinessDays(period.start, -fixingLagDays, index.calendar);
  return termFixing(index, adjustDay(lagged, 'Preceding', index.calendar), market);
}
