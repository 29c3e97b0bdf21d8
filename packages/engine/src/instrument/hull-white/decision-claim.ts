import { exp, floatAt, itemAt } from '../../foundation/index.js';
import { discountAtTime } from '../../market/index.js';
import { brent, gaussLegendre } from '../../numeric/index.js';
import { type Decision, decided, gainsOf, type Stage, stagesOf } from './decision-stage.js';
import type { HullWhite } from './hull-white.js';

/** The lattice reaches this many deviations on either side: N(-7.5) is 3e-14. */
const REACH_DEVIATIONS = 7.5;
/** Ten points integrate a Gaussian over 2.5 of its deviations with an error below 1e-13. */
const PANEL_DEVIATIONS = 2.5;
const POINTS_PER_PANEL = 10;
const PANEL = gaussLegendre(POINTS_PER_PANEL);
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** The value after the decisions of one time, on nodes with weights between its kinks. */
interface Layer {
  readonly variance: number;
  readonly nodes: Float64Array;
  /** Quadrature weight times value. */
  readonly weighted: Float64Array;
}

/**
 * The value today of a right that ends with nothing unless a decision takes it (rule HW-5). It is
 * rolled back from time to time with the exact Gaussian transition, integrated by Gauss and
 * Legendre on panels as fine as the steps before and after them and cut where a decision turns:
 * there is no error of time steps. Decisions in order of time, none before today; of several at
 * one time the first has the last word.
 */
export function decisionClaimValue(model: HullWhite, decisions: readonly Decision[]): number {
  const ends = decisions.flatMap((one) => [one.years, ...one.flows.map((flow) => flow.years)]);
  if (ends.length === 0) return 0;
  const numeraireYears = Math.max(...ends);
  const unit = discountAtTime(model.curve, numeraireYears);
  const stages = stagesOf(model, decisions, numeraireYears);
  let later: Layer | undefined;
  for (let index = stages.length - 1; index >= 0; index -= 1) {
    const stage = itemAt(stages, index);
    if (!(stage.variance > 0)) return unit * decided(stage, 0, expected(later, 0, 0));
    const before = index === 0 ? 0 : itemAt(stages, index - 1).variance;
    const after = (later?.variance ?? Number.POSITIVE_INFINITY) - stage.variance;
    later = layer(stage, later, Math.sqrt(Math.min(stage.variance - before, after)));
  }
  return unit * expected(later, 0, 0);
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

function layer(stage: Stage, later: Layer | undefined, stepDeviation: number): Layer {
  const edges = panelEdges(stage, later, stepDeviation);
  const count = (edges.length - 1) * POINTS_PER_PANEL;
  const nodes = new Float64Array(count);
  const weighted = new Float64Array(count);
  for (let panel = 0; panel + 1 < edges.length; panel += 1) {
    const half = 0.5 * (itemAt(edges, panel + 1) - itemAt(edges, panel));
    const middle = itemAt(edges, panel) + half;
    for (let point = 0; point < POINTS_PER_PANEL; point += 1) {
      const z = middle + half * itemAt(PANEL.nodes, point);
      const value = decided(stage, z, expected(later, z, stage.variance));
      const at = panel * POINTS_PER_PANEL + point;
      nodes[at] = z;
      weighted[at] = half * itemAt(PANEL.weights, point) * value;
    }
  }
  return { variance: stage.variance, nodes, weighted };
}

/** Panels narrow beside the steps before and after, cut where a decision turns. */
function panelEdges(
  stage: Stage,
  later: Layer | undefined,
  stepDeviation: number,
): readonly number[] {
  const deviation = Math.sqrt(stage.variance);
  const lifts = stage.choices.flatMap(({ claim }) => Array.from(claim.lifts, Math.abs));
  const low = -REACH_DEVIATIONS * deviation;
  const high = (REACH_DEVIATIONS + Math.max(0, ...lifts) * deviation) * deviation;
  const count = Math.ceil(
    (high - low) / (PANEL_DEVIATIONS * Math.min(stepDeviation, deviation / 2)),
  );
  const gains = (z: number): number[] => gainsOf(stage, z, expected(later, z, stage.variance));
  const edges = [low];
  let before = gains(low);
  for (let index = 1; index <= count; index += 1) {
    const edge = low + ((high - low) * index) / count;
    const from = itemAt(edges, edges.length - 1);
    const after = gains(edge);
    edges.push(...kinksBetween(gains, { from, edge, before, after }), edge);
    before = after;
  }
  return edges;
}

interface PanelEnds {
  readonly from: number;
  readonly edge: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Where a gain changes its sign inside a panel, rising. */
function kinksBetween(gains: (z: number) => number[], ends: PanelEnds): number[] {
  const { from, edge, before, after } = ends;
  const found: number[] = [];
  for (const [choice, gain] of before.entries()) {
    if (!(gain * itemAt(after, choice) < 0)) continue;
    const kink = brent((z) => itemAt(gains(z), choice), from, edge, 1e-12 * (edge - from));
    if (kink.ok && kink.value > from && kink.value < edge) found.push(kink.value);
  }
  return found.toSorted((a, b) => a - b);
}
