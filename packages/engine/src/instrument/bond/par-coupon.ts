import { type DatedCurve, discountOnDay } from '../../market/index.js';
import type { InstrumentMeasure } from '../valuation.js';
import { accruedInterest } from './accrued-interest.js';
import { couponYears, isReceived, outstandingAfter } from './bond-flow.js';
import type { SettledBond } from './bond-yield.js';

/**
 * The one coupon rate at which the bond, same days and repayments, has a clean price of 100 on
 * the curve (rule BOND-11); undefined for coupons that compound or a bond without coupons.
 */
export function parCoupon(bond: SettledBond, curve: DatedCurve): InstrumentMeasure | undefined {
  const { flows, settlementDay } = bond;
  const settled = discountOnDay(curve, settlementDay);
  let principal = 0;
  let annuity = 0;
  for (const flow of flows) {
    if (flow.kind === 'coupon' && flow.couponCompounding !== 'simple') return undefined;
    if (!isReceived(flow, settlementDay)) continue;
    const discount = discountOnDay(curve, flow.payDay) / settled;
    if (flow.kind === 'principal') principal += flow.amount * discount;
    else annuity += flow.balance * couponYears(flow, flow.start, flow.end) * discount;
  }
  const oneOfEach = flows.map((flow) => (flow.kind === 'coupon' ? { ...flow, rate: 1 } : flow));
  const perUnit = annuity - accruedInterest(oneOfEach, settlementDay);
  if (!(perUnit > 0)) return undefined;
  const value = (outstandingAfter(flows, settlementDay) - principal) / perUnit;
  return { id: 'par-rate', value, unit: 'decimal rate', convention: 'coupon at a clean 100' };
}
