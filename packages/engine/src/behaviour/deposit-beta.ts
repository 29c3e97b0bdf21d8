import { exp, log1p } from '../foundation/index.js';
import type { BetaCurve, DepositModel } from './model.js';

/** Levels of the one-month rate, decimals a year. */
export interface RateMove {
  readonly from: number;
  readonly to: number;
}

/**
 * Change of the rate paid when the one-month rate has moved (rules NMD-2, NMD-11, NMD-12): beta
 * times the change; `betaDown` times a change downwards; or the integral of the beta curve over
 * the levels between. It depends on the two levels alone, never on the way between them.
 */
export function rateChangePaid(model: DepositModel, move: RateMove): number {
  const { beta, betaDown, betaCurve } = model;
  if (betaCurve !== undefined) return betaIntegral(betaCurve, beta.value, move);
  const change = move.to - move.from;
  return (change < 0 && betaDown !== undefined ? betaDown.value : beta.value) * change;
}

/** Beta at a level of the one-month rate: low + (high - low) / (1 + e^(-slope (r - midpoint))). */
export function betaAtLevel(curve: BetaCurve, high: number, level: number): number {
  const { low, midpoint, slope } = curve;
  return low.value + (high - low.value) / (1 + exp(-slope.value * (level - midpoint.value)));
}

/** The logistic function integrates to ln(1 + e^x): no quadrature is needed. */
function betaIntegral(curve: BetaCurve, high: number, { from, to }: RateMove): number {
  const low = curve.low.value;
  const slope = curve.slope.value;
  const primitive = (level: number): number =>
    low * level + ((high - low) / slope) * logOnePlusExp(slope * (level - curve.midpoint.value));
  return primitive(to) - primitive(from);
}

/** ln(1 + e^x) without overflow. */
function logOnePlusExp(x: number): number {
  return Math.max(0, x) + log1p(exp(-Math.abs(x)));
}
