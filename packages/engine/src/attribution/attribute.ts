import { itemAt, ok, type Result } from '../foundation/index.js';
import type { Outcome } from '../study/index.js';
import {
  checkSubsets,
  independentEvaluation,
  type SubsetCheck,
  spreadMasks,
} from './check-subsets.js';
import { checkCommutation } from './commute.js';
import { harsanyiDividends } from './harsanyi.js';
import { orderSpread } from './order-spread.js';
import { memberCount, shapleyValues } from './shapley.js';
import {
  evaluateSubsets,
  idsOfMask,
  readMeasures,
  type SubsetGame,
  type SubsetLattice,
  subsetCount,
} from './subsets.js';
import { waterfallSteps } from './waterfall.js';

const DEFAULT_SUBSETS_CHECKED = 8;

export interface Contribution {
  readonly id: string;
  readonly title: string;
  readonly value: number;
}

/** A Harsanyi dividend: what these groups do together beyond what their subsets do. */
export interface Interaction {
  readonly ids: readonly string[];
  readonly value: number;
}

/** Everything about one measure, in its own unit. Change = to minus from; losses are negative. */
export interface MeasureAttribution {
  readonly measure: string;
  readonly scenario: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** total (from two evaluations outside the lattice) minus the sum of the Shapley values. */
  readonly residual: number;
  /** The same total minus the sum of all Harsanyi dividends. */
  readonly dividendResidual: number;
  readonly waterfall: readonly Contribution[];
  readonly shapley: readonly Contribution[];
  /** Each group alone, from the start: dividends of order 1. */
  readonly main: readonly Contribution[];
  /** Dividends of order 2 and above, in mask order. */
  readonly compounding: readonly Interaction[];
  readonly compoundingTotal: number;
  readonly orderSpread: readonly {
    readonly id: string;
    readonly title: string;
    readonly min: number;
    readonly max: number;
  }[];
}

export interface Attribution {
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  readonly subsetsEvaluated: number;
  readonly check: SubsetCheck;
  readonly measures: readonly MeasureAttribution[];
}

export interface AttributionRequest extends SubsetGame {
  /** How many subsets are evaluated a second time outside the lattice; 8 when not given. */
  readonly subsetsChecked?: number;
}

/**
 * Attributes the change of each measure from `from` to `from` with all groups (rules ATTR-1 to
 * ATTR-8): waterfall in the given order, Shapley values, Harsanyi dividends, order spread, and a
 * residual from evaluations made outside the lattice. Evaluates 2^n subsets, n (n-1) / 2 pairs
 * and a few more. Issues: those of `evaluateSubsets`, `checkCommutation` and `checkSubsets`.
 */
export function attribute(request: AttributionRequest): Result<Attribution> {
  const lattice = evaluateSubsets(request);
  if (!lattice.ok) return lattice;
  const commutes = checkCommutation(request, lattice.value);
  if (!commutes.ok) return commutes;
  const independent = independentEvaluation(request);
  const subsets = subsetCount(request.groups.length);
  const sample = spreadMasks(subsets, request.subsetsChecked ?? DEFAULT_SUBSETS_CHECKED);
  const check = checkSubsets(lattice.value, sample, independent);
  if (!check.ok) return check;
  const from = readEnd(independent(0), request);
  if (!from.ok) return from;
  const to = readEnd(independent(subsets - 1), request);
  if (!to.ok) return to;
  const measures = request.measures.map((_, index) =>
    attributeMeasure(lattice.value, index, {
      from: itemAt(from.value, index),
      to: itemAt(to.value, index),
    }),
  );
  const groups = request.groups.map(({ id, title }) => ({ id, title }));
  return ok({ groups, subsetsEvaluated: subsets, check: check.value, measures });
}

function readEnd(outcome: Result<Outcome>, game: SubsetGame): Result<readonly number[]> {
  return outcome.ok ? readMeasures(outcome.value, game.measures) : outcome;
}

/** One measure of a lattice, with its two ends as evaluated outside the lattice. */
export function attributeMeasure(
  lattice: SubsetLattice,
  index: number,
  ends: { readonly from: number; readonly to: number },
): MeasureAttribution {
  const values = itemAt(lattice.values, index);
  const players = lattice.groups.length;
  const request = itemAt(lattice.measures, index);
  const shapley = shapleyValues(values, players);
  const dividends = harsanyiDividends(values);
  const total = ends.to - ends.from;
  const named = (value: (player: number) => number): Contribution[] =>
    lattice.groups.map(({ id, title }, player) => ({ id, title, value: value(player) }));
  const steps = waterfallSteps(values, players);
  const main = named((player) => itemAt(dividends, 1 << player));
  return {
    measure: request.id,
    scenario: request.scenario,
    unit: itemAt(lattice.units, index),
    from: ends.from,
    to: ends.to,
    total,
    residual: total - sum(shapley),
    dividendResidual: total - (sum(dividends) - itemAt(dividends, 0)),
    waterfall: named((player) => itemAt(steps, player)),
    shapley: named((player) => itemAt(shapley, player)),
    main,
    compounding: interactions(lattice, dividends),
    compoundingTotal: total - main.reduce((subtotal, { value }) => subtotal + value, 0),
    orderSpread: lattice.groups.map(({ id, title }, player) => ({
      id,
      title,
      ...orderSpread(values, player),
    })),
  };
}

function interactions(lattice: SubsetLattice, dividends: Float64Array): Interaction[] {
  const found: Interaction[] = [];
  for (let mask = 1; mask < dividends.length; mask += 1) {
    if (memberCount(mask) < 2) continue;
    found.push({ ids: idsOfMask(lattice.groups, mask), value: itemAt(dividends, mask) });
  }
  return found;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
