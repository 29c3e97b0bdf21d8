import { exp, floatAt, itemAt } from '../../foundation/index.js';
import { discountAtTime } from '../../market/index.js';
import { brent, gaussLegendre } from '../../numeric/index.js';
import { type ClaimFlow, claimValue, type FlowClaim, flowClaim } from './flow-claim.js';
import { type HullWhite, stateVariance } from './hull-white.js';

/**
 * At `years` somebody may exchange what is left for the flows: the holder, who takes the larger
 * value, or the other side (an issuer who calls), who leaves the holder the smaller one.
 */
export interface Decision {
  readonly years: number;
  readonly by: 'holder' | 'issuer';
  /** What the holder receives instead, at or after `years`; amounts paid are negative. */
  readonly flows: readonly ClaimFlow[];
}

/** The lattice reaches this many deviations on either side: N(-8.5) is 1e-17. */
const REACH_DEVIATIONS = 8.5;
const POINTS_PER_PANEL = 6;
const PANEL = gaussLegendre(POINTS_PER_PANEL);
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** Two values this near, relative to their size, are the same: no kink is looked for. */
const NOISE = 1e-12;

/** The value after the decision of one date, on nodes with weights between its kinks. */
interface Layer {
  readonly variance: number;
  readonly nodes: Float64Array;
  /** Quadrature weight times value. */
  readonly weighted: Float64Array;
}

/**
 * The value today of a right that ends with nothing unless a decision takes it (rule HW-5). It is
 * rolled back from date to date with the exact Gaussian transition, integrated by Gauss and
 * Legendre on panels no wider than one deviation of the step and cut where the decision turns:
 * there is no error of time steps. Decisions with rising times, none before today.
 */
export function decisionClaimValue(model: HullWhite, decisions: readonly Decision[]): number {
  const ends = decisions.flatMap((one) => [one.years, ...one.flows.map((flow) => flow.years)]);
  if (ends.length === 0) return 0;
  const numeraireYears = Math.max(...ends);
  const unit = discountAtTime(model.curve, numeraireYears);
  let later: Layer | undefined;
  for (let index = decisions.length - 1; index >= 0; index -= 1) {
    const { years, by, flows } = itemAt(decisions, index);
    const claim = flowClaim(model, years, flows, numeraireYears);
    const before = index === 0 ? 0 : stateVariance(model, itemAt(decisions, index - 1).years);
    if (!(claim.variance > 0))
      return unit * decided(by, claimValue(claim, 0), expected(later, 0, 0));
    later = layer(claim, by, later, Math.sqrt(claim.variance - before));
  }
  return unit * expected(later, 0, 0);
}

function decided(by: Decision['by'], taken: number, kept: number): number {
  return by === 'holder' ? Math.max(taken, kept) : Math.min(taken, kept);
}

/** The expectation of a layer from state z with `variance`; nothing is left after the last. */
function expected(later: Layer | undefined, z: number, variance: number): number {
  if (later === undefined) return 0;
  const inverse = 1 / Math.sqrt(later.variance - variance);
  const { nodes, weighted } = later;
  const reachedNodes = REACH_DEVIATIONS / inverse;
  let index = firstAbove(nodes, z - reachedNodes);
  let sum = 0;
  for (; index < nodes.length; index += 1) {
    const move = floatAt(nodes, index) - z;
    if (move > reachedNodes) break;
    const scaled = move * inverse;
    sum += floatAt(weighted, index) * exp(-0.5 * scaled * scaled);
  }
  return sum * INVERSE_SQRT_TWO_PI * inverse;
}

function firstAbove(nodes: Float64Array, bound: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (floatAt(nodes, middle) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function layer(
  claim: FlowClaim,
  by: Decision['by'],
  later: Layer | undefined,
  stepDeviation: number,
): Layer {
  const edges = panelEdges(claim, later, stepDeviation);
  const count = (edges.length - 1) * POINTS_PER_PANEL;
  const nodes = new Float64Array(count);
  const weighted = new Float64Array(count);
  for (let panel = 0; panel + 1 < edges.length; panel += 1) {
    const half = 0.5 * (itemAt(edges, panel + 1) - itemAt(edges, panel));
    const middle = itemAt(edges, panel) + half;
    for (let point = 0; point < POINTS_PER_PANEL; point += 1) {
      const z = middle + half * itemAt(PANEL.nodes, point);
      const kept = expected(later, z, claim.variance);
      const at = panel * POINTS_PER_PANEL + point;
      nodes[at] = z;
      weighted[at] = half * itemAt(PANEL.weights, point) * decided(by, claimValue(claim, z), kept);
    }
  }
  return { variance: claim.variance, nodes, weighted };
}

/** Panels no wider than the step's deviation, cut where taking and keeping are worth the same. */
function panelEdges(
  claim: FlowClaim,
  later: Layer | undefined,
  stepDeviation: number,
): readonly number[] {
  const deviation = Math.sqrt(claim.variance);
  const tilt = Math.max(...Array.from(claim.lifts, Math.abs)) * deviation;
  const low = -REACH_DEVIATIONS * deviation;
  const high = (REACH_DEVIATIONS + tilt) * deviation;
  const count = Math.ceil((high - low) / Math.min(stepDeviation, deviation / 2));
  const gain = (z: number): number => {
    const [taken, kept] = [claimValue(claim, z), expected(later, z, claim.variance)];
    const isNoise = Math.abs(taken - kept) <= NOISE * (Math.abs(taken) + Math.abs(kept));
    return isNoise ? 0 : taken - kept;
  };
  const edges = [low];
  let before = gain(low);
  for (let index = 1; index <= count; index += 1) {
    const from = itemAt(edges, edges.length - 1);
    const edge = low + ((high - low) * index) / count;
    const value = gain(edge);
    if (before * value < 0) {
      const kink = brent(gain, from, edge, 1e-14 * deviation);
      if (kink.ok && kink.value > from && kink.value < edge) edges.push(kink.value);
    }
    edges.push(edge);
    before = value;
  }
  return edges;
}
