import { exp } from '../../foundation/index.js';
import { discountAtTime } from '../../market/index.js';
import { type HullWhite, reach, stateVariance } from './hull-white.js';

/** One dated amount, positive when the holder of the claim receives; years of the curve. */
export interface ClaimFlow {
  readonly years: number;
  readonly amount: number;
}

/**
 * Flows seen from an earlier time: their value over the numeraire is the sum of
 * weight exp(-lift z), z the state with variance `variance` (rule HW-3).
 */
export interface FlowClaim {
  readonly years: number;
  readonly variance: number;
  readonly weights: Float64Array;
  readonly lifts: Float64Array;
}

/**
 * The claim on `flows` at time `years`, none of the flows before it. The numeraire is the bond to
 * `numeraireYears`: the value today is the expectation times that bond's discount factor.
 */
export function flowClaim(
  model: HullWhite,
  years: number,
  flows: readonly ClaimFlow[],
  numeraireYears: number,
): FlowClaim {
  const variance = stateVariance(model, years);
  const base = reach(model.reversion, numeraireYears);
  const unit = discountAtTime(model.curve, numeraireYears);
  const lifts = Float64Array.from(flows, (flow) => reach(model.reversion, flow.years) - base);
  const weights = Float64Array.from(flows, (flow, index) => {
    const lift = lifts[index] ?? 0;
    const discount = discountAtTime(model.curve, flow.years) / unit;
    return flow.amount * discount * exp(-0.5 * lift * lift * variance);
  });
  return { years, variance, weights, lifts };
}

/** Value over the numeraire at state z. */
export function claimValue(claim: FlowClaim, z: number): number {
  let value = 0;
  for (let index = 0; index < claim.weights.length; index += 1) {
    value += (claim.weights[index] ?? 0) * exp(-(claim.lifts[index] ?? 0) * z);
  }
  return value;
}
