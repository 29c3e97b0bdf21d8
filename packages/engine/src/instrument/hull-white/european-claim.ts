import { exp, itemAt } from '../../foundation/index.js';
import { discountAtTime } from '../../market/index.js';
import { brent, normalDistribution } from '../../numeric/index.js';
import { type ClaimFlow, claimValue, type FlowClaim, flowClaim } from './flow-claim.js';
import { type HullWhite, stateVariance } from './hull-white.js';

export interface EuropeanClaim {
  /** Expiry in years of the curve. */
  readonly years: number;
  /** What the holder receives on exercise, all at or after expiry; strikes are negative flows. */
  readonly flows: readonly ClaimFlow[];
}

/** Exercise boundaries are looked for this many deviations around the centre. */
const SEARCH_DEVIATIONS = 12;
const SEARCH_STEPS = 96;

/**
 * The value today of the right to receive the flows at expiry (rule HW-4): between the exact
 * boundaries of exercise every flow is the integral of an exponential over a Gaussian. One
 * boundary is Jamshidian's decomposition.
 */
export function europeanClaimValue(model: HullWhite, claim: EuropeanClaim): number {
  const { years, flows } = claim;
  const numeraireYears = Math.max(years, ...flows.map((flow) => flow.years));
  const unit = discountAtTime(model.curve, numeraireYears);
  const seen = flowClaim(model, years, flows, numeraireYears);
  if (!(stateVariance(model, years) > 0)) return unit * Math.max(0, claimValue(seen, 0));
  const edges = [Number.NEGATIVE_INFINITY, ...boundaries(seen), Number.POSITIVE_INFINITY];
  let value = 0;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const low = itemAt(edges, index);
    const high = itemAt(edges, index + 1);
    const inside = pointWithin(low, high, Math.sqrt(seen.variance));
    if (claimValue(seen, inside) > 0) value += partialExpectation(seen, low, high);
  }
  return unit * value;
}

function pointWithin(low: number, high: number, deviation: number): number {
  if (Number.isFinite(low) && Number.isFinite(high)) return 0.5 * (low + high);
  if (Number.isFinite(low)) return low + deviation;
  return Number.isFinite(high) ? high - deviation : 0;
}

/** Where the claim changes sign, rising. */
function boundaries(claim: FlowClaim): number[] {
  const deviation = Math.sqrt(claim.variance);
  const widest = Math.max(...Array.from(claim.lifts, Math.abs)) * deviation;
  const from = -SEARCH_DEVIATIONS * deviation;
  const step = ((2 * SEARCH_DEVIATIONS + widest) * deviation) / SEARCH_STEPS;
  const found: number[] = [];
  let left = from;
  let before = claimValue(claim, left);
  for (let index = 1; index <= SEARCH_STEPS; index += 1) {
    const z = from + index * step;
    const value = claimValue(claim, z);
    if (before < 0 !== value < 0) found.push(rootBetween(claim, left, z));
    left = z;
    before = value;
  }
  return found;
}

/** The two ends have opposite signs, so that a root is there. */
function rootBetween(claim: FlowClaim, low: number, high: number): number {
  const root = brent((z) => claimValue(claim, z), low, high, 1e-12 * Math.sqrt(claim.variance));
  if (!root.ok) throw new RangeError(`no boundary of exercise: ${root.issues[0]?.message}`);
  return root.value;
}

/** E[claim(z); low < z < high]: each exponential tilts the Gaussian by -lift variance. */
function partialExpectation(claim: FlowClaim, low: number, high: number): number {
  const deviation = Math.sqrt(claim.variance);
  let value = 0;
  for (let index = 0; index < claim.weights.length; index += 1) {
    const lift = itemAt(claim.lifts, index);
    const tilt = lift * deviation;
    const top = high / deviation + tilt;
    const bottom = low / deviation + tilt;
    // Both ends above 0: the upper tails differ, where 1 - 1 would leave nothing.
    const share =
      bottom > 0
        ? normalDistribution(-bottom) - normalDistribution(-top)
        : normalDistribution(top) - normalDistribution(bottom);
    value += itemAt(claim.weights, index) * exp(0.5 * tilt * tilt) * share;
  }
  return value;
}
