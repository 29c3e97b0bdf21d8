import { type Issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Study } from '../study/index.js';
import {
  type CapitalAttribution,
  capitalAttribution,
  readsForCapital,
} from './capital-path/capital-attribution.js';
import { checkValues, evaluateFreshly, type SubsetCheck, spreadMasks } from './check-subsets.js';
import {
  type Coalition,
  type CoalitionColumn,
  type CoalitionGame,
  evaluateCoalitions,
} from './coalition-values.js';
import { checkOrders, orderPairs } from './commute.js';
import type { MeasureRequest, SubsetEngine } from './group.js';
import { unitsAt } from './group-tree.js';
import { attributeMeasure, type Ends, type MeasureAttribution } from './measure-attribution.js';
import { owenValue, stepsOf } from './owen.js';
import { type AttributionShape, type CoalitionPlan, planAttribution } from './plan.js';
import { sampledMeasure, sampledPlaces } from './sampled-attribution.js';
import { askedColumns, indexOf, latticeOf, type SubsetLattice } from './subsets.js';

const DEFAULT_SUBSETS_CHECKED = 8;

/** A measure that has no value in some subset, the first in walking order, and why. */
export interface RefusedAttribution {
  readonly measure: string;
  readonly scenario: string;
  /** Ids of the groups, or parts, of that subset. */
  readonly subset: readonly string[];
  readonly issue: Issue;
}

export interface Attribution {
  /** Whether every value is exact or a mean over sampled orders. */
  readonly method: 'exact' | 'sampled';
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  readonly subsetsEvaluated: number;
  readonly check: SubsetCheck;
  readonly measures: readonly MeasureAttribution[];
  /** Of all measures, those that were left out; none when measures were named. */
  readonly refused: readonly RefusedAttribution[];
  /** Where paths to capital were asked for: those of one scenario, from the same evaluations. */
  readonly capital?: CapitalAttribution;
}

export interface AttributionRequest extends SubsetEngine, AttributionShape {
  readonly from: Study;
  /** The measures to attribute; absent: every measure of the Outcome (ATTR-9). */
  readonly measures?: readonly MeasureRequest[];
  /** How many subsets are evaluated a second time outside the lattice; 8 when not given. */
  readonly subsetsChecked?: number;
  /** Dividends of order 2 and above that are listed for each measure; absent: all. */
  readonly interactions?: number;
}

/**
 * Attributes the change of each measure from `from` to `from` with all groups (rules ATTR-1 to
 * ATTR-12): waterfall in the given order, Shapley values, Harsanyi dividends, order spread, and a
 * residual from evaluations made outside the lattice. Exact up to 12 groups, whose parts are told
 * apart by Owen values; orders are sampled where that is asked. Issues: those of
 * `planAttribution`, `evaluateCoalitions`, `checkOrder` and `checkSubsets`;
 * `attribution.measure` for a named measure without a value.
 */
export function attribute(request: AttributionRequest): Result<Attribution> {
  const plan = planAttribution(request);
  if (!plan.ok) return plan;
  const game = gameOf(request, plan.value);
  const columns = evaluateCoalitions(game, plan.value.coalitions);
  if (!columns.ok) return columns;
  return attributionOf(request, plan.value, {
    columns: columns.value,
    orders: checkOrders(game, orderPairs(plan.value.tree, request)),
    again: evaluateFreshly(game, checkedCoalitions(request, plan.value)),
  });
}

/** All that is evaluated for an attribution, wherever it was. */
export interface AttributionEvaluations {
  /** Those of the plan's coalitions. */
  readonly columns: readonly CoalitionColumn[];
  /** Of `orderPairs`, the issues of the first that has some (ATTR-6). */
  readonly orders: Result<null>;
  /** `checkedCoalitions` outside the lattice (ATTR-7). */
  readonly again: Result<readonly CoalitionColumn[]>;
}

/** The game of a request whose units are those of its plan. */
export function gameOf(request: AttributionRequest, { tree }: CoalitionPlan): CoalitionGame {
  const { from, apply, evaluate } = request;
  return { from, apply, evaluate, units: tree.units };
}

/** What is left when all is evaluated: comparison and arithmetic. */
export function attributionOf(
  request: AttributionRequest,
  plan: CoalitionPlan,
  { columns, orders, again }: AttributionEvaluations,
): Result<Attribution> {
  const kept = keptColumns(request, columns);
  if (!kept.ok) return kept;
  if (!orders.ok) return orders;
  if (!again.ok) return again;
  const fresh = askedColumns(again.value, kept.value);
  if (!fresh.ok) return fresh;
  const sample = sampleOf(request, plan);
  const check = checkSample(plan, sample, { kept: kept.value, fresh: fresh.value });
  if (!check.ok) return check;
  const { groups, measures: asked } = request;
  const told = kept.value.slice(0, asked?.length);
  return ok({
    method: plan.orders === null ? 'exact' : 'sampled',
    groups: groups.map(({ id, title }) => ({ id, title })),
    subsetsEvaluated: plan.coalitions.length,
    check: check.value,
    measures: attributed(request, plan, told, endsOf(plan, sample, fresh.value)),
    refused: asked === undefined ? refusedOf(plan, columns) : [],
    ...capitalOf(request, plan, { columns, kept: kept.value }),
  });
}

/** The columns that are told; after named ones those that the paths to capital read beside them. */
function keptColumns(
  { measures, capital }: AttributionRequest,
  columns: readonly CoalitionColumn[],
): Result<readonly CoalitionColumn[]> {
  const valued = columns.filter(({ refusal }) => refusal === null);
  if (measures === undefined) return ok(valued);
  const asked = askedColumns(columns, measures);
  if (!asked.ok || capital === undefined) return asked;
  const beside = valued.filter((each) => readsForCapital(each.id) && !asked.value.includes(each));
  return ok([...asked.value, ...beside]);
}

function refusedOf(
  plan: CoalitionPlan,
  columns: readonly CoalitionColumn[],
): readonly RefusedAttribution[] {
  return columns.flatMap(({ id, scenario, refusal }) =>
    refusal === null
      ? []
      : [{ measure: id, scenario, subset: idsOf(plan, refusal.coalition), issue: refusal.issue }],
  );
}

function idsOf({ tree, coalitions }: CoalitionPlan, index: number): readonly string[] {
  return itemAt(coalitions, index).map((unit) => itemAt(tree.units, unit).id);
}

/** None, all, and a fixed spread of the subsets in walking order: their places (ATTR-7). */
function sampleOf(
  { subsetsChecked }: Pick<AttributionRequest, 'subsetsChecked'>,
  plan: CoalitionPlan,
): readonly number[] {
  const all = placeOfAll(plan);
  const spread = spreadMasks(plan.coalitions.length, subsetsChecked ?? DEFAULT_SUBSETS_CHECKED);
  return spread.includes(all) ? spread : [...spread.slice(0, -1), all];
}

function placeOfAll({ tree, coalitions }: CoalitionPlan): number {
  return indexOf(coalitions)([...tree.units.keys()]);
}

/** The coalitions that are evaluated a second time, outside the lattice (ATTR-7). */
export function checkedCoalitions(
  request: Pick<AttributionRequest, 'subsetsChecked'>,
  plan: CoalitionPlan,
): readonly Coalition[] {
  return sampleOf(request, plan).map((place) => itemAt(plan.coalitions, place));
}

function checkSample(
  plan: CoalitionPlan,
  sample: readonly number[],
  { kept, fresh }: Readonly<Record<'kept' | 'fresh', readonly CoalitionColumn[]>>,
): Result<SubsetCheck> {
  const subsets = {
    measures: kept,
    values: kept.map(({ values }) => values),
    idsOf: (index: number) => idsOf(plan, index),
  };
  return checkValues(subsets, sample, (index) => {
    const at = sample.indexOf(index);
    return ok(fresh.map(({ values }) => itemAt(values, at)));
  });
}

/** None and all stand in every sample. */
function endsOf(
  plan: CoalitionPlan,
  sample: readonly number[],
  fresh: readonly CoalitionColumn[],
): readonly Ends[] {
  const [from, to] = [sample.indexOf(0), sample.indexOf(placeOfAll(plan))];
  return fresh.map(({ values }) => ({ from: itemAt(values, from), to: itemAt(values, to) }));
}

function attributed(
  request: AttributionRequest,
  plan: CoalitionPlan,
  columns: readonly CoalitionColumn[],
  ends: readonly Ends[],
): readonly MeasureAttribution[] {
  const placeOf = indexOf(plan.coalitions);
  if (plan.orders !== null) {
    const places = sampledPlaces(plan, plan.orders, placeOf);
    return columns.map((column, index) => sampledMeasure(column, places, itemAt(ends, index)));
  }
  const lattice = exactLattice(request, plan, columns);
  const parts = plan.parts.map((part) => ({
    part,
    places: stepsOf(part).map(([without, with_]) => [placeOf(without), placeOf(with_)] as const),
  }));
  return columns.map(({ values }, index) => ({
    ...attributeMeasure(lattice, index, itemAt(ends, index), request.interactions),
    parts: parts.map(({ part, places }) => ({
      id: part.node.group.id,
      title: part.node.group.title,
      within: part.within,
      value: owenValue(part, places, values),
    })),
  }));
}

function capitalOf(
  request: AttributionRequest,
  plan: CoalitionPlan,
  { columns, kept }: Readonly<Record<'columns' | 'kept', readonly CoalitionColumn[]>>,
): Pick<Attribution, 'capital'> {
  const { from, capital } = request;
  if (capital === undefined) return {};
  const lattice = exactLattice(request, plan, kept);
  return { capital: capitalAttribution({ from, lattice, columns }, capital) };
}

function exactLattice(
  { groups }: AttributionRequest,
  { tree, coalitions }: CoalitionPlan,
  columns: readonly CoalitionColumn[],
): SubsetLattice {
  return latticeOf(groups, indexOf(coalitions), columns, unitsAt(tree.nodes));
}
