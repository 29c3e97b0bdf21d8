import { type BondFlow, type CouponFlow, couponYears, isReceived } from './bond-flow.js';
import { interestFactor } from './fixed-rate-bond.js';

/**
 * Interest accrued at settlement, per 100 of original face (rule BOND-4): of the coupon paid next,
 * from its start; within the ex-dividend period the negative of what is left to its end.
 */
export function accruedInterest(flows: readonly BondFlow[], settlementDay: number): number {
  const nextPay = Math.min(
    ...flows.map((flow) => (flow.payDay > settlementDay ? flow.payDay : Number.POSITIVE_INFINITY)),
  );
  let accrued = 0;
  for (const flow of flows) {
    if (flow.kind === 'coupon' && flow.payDay === nextPay)
      accrued += accruedOf(flow, settlementDay);
  }
  return accrued;
}

function accruedOf(coupon: CouponFlow, day: number): number {
  if (day <= coupon.start) return 0;
  const { rate, balance, couponCompounding } = coupon;
  if (isReceived(coupon, day)) {
    const years = couponYears(coupon, coupon.start, Math.min(day, coupon.end));
    return balance * interestFactor(couponCompounding, rate, years);
  }
  const left = couponYears(coupon, day, Math.max(day, coupon.end));
  return 0 - balance * interestFactor(couponCompounding, rate, left);
}
