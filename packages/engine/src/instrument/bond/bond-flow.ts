import { type DayCount, type DayCountContext, yearFraction } from '../../foundation/index.js';
import type { CouponPeriod } from './coupon-periods.js';

/** Interest of one period, per 100 of original face. */
export interface CouponFlow extends CouponPeriod {
  readonly kind: 'coupon';
  readonly amount: number;
  /** Balance that earns the coupon, per 100 of original face. */
  readonly balance: number;
  /** Decimal rate a year, spread included. */
  readonly rate: number;
  /** `annual` coupons pay (1 + rate)^years - 1, `simple` ones rate x years (rule BOND-2). */
  readonly couponCompounding: CouponCompounding;
  readonly dayCount: DayCount;
  readonly context: DayCountContext;
}

export type CouponCompounding = 'simple' | 'annual';

/** Principal repaid, per 100 of original face. */
export interface PrincipalFlow {
  readonly kind: 'principal';
  readonly amount: number;
  /** Balance taken off by the payment: the amount without any premium. */
  readonly repaid: number;
  /** The accrual border the payment belongs to. */
  readonly end: number;
  readonly payDay: number;
}

export type BondFlow = CouponFlow | PrincipalFlow;

/** True when a buyer who settles on `day` receives the flow (rule BOND-3). */
export function isReceived(flow: BondFlow, day: number): boolean {
  if (flow.payDay <= day) return false;
  return flow.kind === 'principal' || flow.exDay === undefined || flow.exDay > day;
}

/** Years of a coupon's own day count between two days of its period. */
export function couponYears(coupon: CouponPeriod & Counting, from: number, to: number): number {
  const { referenceStart, referenceEnd } = coupon;
  const context = { ...coupon.context, referenceStart, referenceEnd };
  return yearFraction(coupon.dayCount, from, to, context);
}

interface Counting {
  readonly dayCount: DayCount;
  readonly context: DayCountContext;
}

/** Balance not yet repaid by `day`, per 100 of original face. */
export function outstandingAfter(flows: readonly BondFlow[], day: number): number {
  let outstanding = 0;
  for (const flow of flows) {
    if (flow.kind === 'principal' && flow.payDay > day) outstanding += flow.repaid;
  }
  return outstanding;
}
