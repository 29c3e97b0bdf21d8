import { fail, issue, type Result } from '../../foundation/index.js';
import { brent } from '../../numeric/index.js';
import { type CouponFlow, couponYears, isReceived, outstandingAfter } from './bond-flow.js';
import { accruedPer100, type SettledBond } from './bond-yield.js';

/**
 * The margin over the index at which the projected flows of a floating bond are worth a clean
 * price (rule BOND-16): each period discounts by 1 / (1 + (index + margin) x years), the first
 * from settlement. `quotedSpread` is taken off each coupon's rate to find its index. Issue
 * `margin.none` where no margin gives the price.
 */
export function discountMargin(
  bond: SettledBond,
  quotedSpread: number,
  cleanPrice: number,
): Result<number> {
  const dirty = cleanPrice + accruedPer100(bond);
  const miss = (margin: number): number => valueAtMargin(bond, quotedSpread, margin) / dirty - 1;
  const [low, high] = [miss(-WIDEST_MARGIN), miss(WIDEST_MARGIN)];
  if (!(dirty > 0) || !(low >= 0) || !(high <= 0)) {
    return fail(issue('margin.none', 'price', 'a price some margin gives', String(cleanPrice)));
  }
  return brent(miss, -WIDEST_MARGIN, WIDEST_MARGIN, 1e-14);
}

const WIDEST_MARGIN = 0.9;

/** Dirty price per 100 outstanding at a margin. */
function valueAtMargin(bond: SettledBond, quotedSpread: number, margin: number): number {
  const { flows, settlementDay } = bond;
  let discount = 1;
  let value = 0;
  let from = settlementDay;
  for (const flow of flows) {
    if (!isReceived(flow, settlementDay)) continue;
    if (flow.kind === 'coupon') {
      discount /= 1 + (flow.rate - quotedSpread + margin) * yearsFrom(flow, from);
      from = flow.end;
    }
    value += flow.amount * discount;
  }
  return (100 * value) / outstandingAfter(flows, settlementDay);
}

function yearsFrom(coupon: CouponFlow, from: number): number {
  return couponYears(coupon, Math.max(from, coupon.start), coupon.end);
}
