import { fail, issue, type Result } from '../../foundation/index.js';
import { type DatedCurve, discountOnDay, shiftedCurve } from '../../market/index.js';
import { brent } from '../../numeric/index.js';
import { isReceived } from './bond-flow.js';
import { priceOfValue, type SettledBond } from './bond-yield.js';

/**
 * Dirty price per 100 of the balance at settlement: flows discounted to their payment days and
 * carried forward to settlement on the same curve (rule BOND-11).
 */
export function dirtyPriceOnCurve(bond: SettledBond, curve: DatedCurve): number {
  return priceOfValue(bond, forwardValue(bond, curve)).dirty;
}

function forwardValue({ flows, settlementDay }: SettledBond, curve: DatedCurve): number {
  let value = 0;
  for (const flow of flows) {
    if (isReceived(flow, settlementDay)) value += flow.amount * discountOnDay(curve, flow.payDay);
  }
  return value / discountOnDay(curve, settlementDay);
}

const WIDEST_SPREAD = 5;

/**
 * The constant added to the curve's continuous zero rates at which the bond has its dirty price
 * (rule BOND-12). Issue `spread.none` where none between -500% and 500% does.
 */
export function zeroSpread(
  bond: SettledBond,
  curve: DatedCurve,
  dirtyPrice: number,
): Result<number> {
  if (!(dirtyPrice > 0)) {
    return fail(issue('spread.none', 'price', 'a dirty price above zero', String(dirtyPrice)));
  }
  const miss = (spread: number): number =>
    dirtyPriceOnCurve(bond, shiftedCurve(curve, spread)) / dirtyPrice - 1;
  for (let width = 0.05; width <= WIDEST_SPREAD; width *= 2) {
    if (miss(-width) >= 0 && miss(width) <= 0) return brent(miss, -width, width, 1e-15);
  }
  return fail(issue('spread.none', 'price', 'a price some spread gives', String(dirtyPrice)));
}
