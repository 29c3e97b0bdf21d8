import { yearFraction } from '../../foundation/index.js';
import { curveTime, type DatedCurve, discountOnDay } from '../../market/index.js';
import type { EuropeanClaim } from '../hull-white/european-claim.js';
import type { Caplet } from './caplet.js';
import type { OptionSide } from './option-terms.js';

export interface CapletOption {
  readonly caplet: Caplet;
  readonly side: OptionSide;
  /** On the rate of the index (decimal). */
  readonly strike: number;
}

/**
 * A caplet as a right on two bonds, in currency (rule HW-4): the growth from the start to the pay
 * day, as a rate of the index, less what the strike would pay. What the forecast is above or below
 * that growth stays as it is. A rate already fixed leaves a payment that is certain.
 */
export function capletClaim(
  { caplet, side, strike }: CapletOption,
  curve: DatedCurve,
): EuropeanClaim {
  const scale = caplet.amountPerRate * (side === 'call' ? 1 : -1);
  const end = curveTime(curve, caplet.payDay);
  if (caplet.isFixed) {
    return { years: 0, flows: [{ years: end, amount: scale * (caplet.forward - strike) }] };
  }
  const expiry = Math.max(0, curveTime(curve, caplet.fixingDay));
  const start = Math.max(expiry, curveTime(curve, caplet.startDay));
  const unit = 1 / yearFraction(caplet.indexDayCount, caplet.startDay, caplet.payDay);
  const basis = caplet.forward - unit * growthOver(caplet, curve);
  return {
    years: expiry,
    flows: [
      { years: start, amount: scale * unit },
      { years: end, amount: scale * (basis - strike - unit) },
    ],
  };
}

/** What one unit grows by from the start to the pay day on the discount curve. */
function growthOver({ startDay, discount }: Caplet, curve: DatedCurve): number {
  return discountOnDay(curve, Math.max(startDay, curve.referenceDay)) / discount - 1;
}
