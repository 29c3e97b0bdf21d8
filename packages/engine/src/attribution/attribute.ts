import { floatAt, type Issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Outcome, Study } from '../study/index.js';
import { checkValues, freshEvaluation, type SubsetCheck, spreadMasks } from './check-subsets.js';
import {
  type Coalition,
  type CoalitionColumn,
  type CoalitionGame,
  coalitionKey,
  evaluateCoalitions,
} from './coalition-values.js';
import { checkCommutation } from './commute.js';
import type { MeasureRequest, SubsetEngine } from './group.js';
import { unitsAt } from './group-tree.js';
import { attributeMeasure, type Ends, type MeasureAttribution } from './measure-attribution.js';
import { owenValue, stepsOf } from './owen.js';
import { type AttributionShape, type CoalitionPlan, planAttribution } from './plan.js';
import { sampledMeasure, sampledPlaces } from './sampled-attribution.js';
import { askedColumns, indexOf, latticeOf, readMeasures } from './subsets.js';

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
 * `planAttribution`, `evaluateCoalitions`, `checkCommutation` and `checkSubsets`;
 * `attribution.measure` for a named measure without a value.
 */
export function attribute(request: AttributionRequest): Result<Attribution> {
  const plan = planAttribution(request);
  if (!plan.ok) return plan;
  const columns = evaluateCoalitions(gameOf(request, plan.value), plan.value.coalitions);
  return columns.ok ? attributionOf(request, plan.value, columns.value) : columns;
}

/** The game of a request whose units are those of its plan. */
export function gameOf(request: AttributionRequest, { tree }: CoalitionPlan): CoalitionGame {
  const { from, apply, evaluate } = request;
  return { from, apply, evaluate, units: tree.units };
}

/** What is left when the coalitions of a plan are evaluated: checks and arithmetic. */
export function attributionOf(
  request: AttributionRequest,
  plan: CoalitionPlan,
  columns: readonly CoalitionColumn[],
): Result<Attribution> {
  const kept = keptColumns(request, columns);
  if (!kept.ok) return kept;
  const commutes = checkOrders(request, plan, kept.value);
  if (!commutes.ok) return commutes;
  const evaluated = onceEach(freshEvaluation(gameOf(request, plan)));
  const check = checkSample(request, plan, kept.value, evaluated);
  if (!check.ok) return check;
  const ends = readEnds(plan, kept.value, evaluated);
  if (!ends.ok) return ends;
  return ok({
    method: plan.orders === null ? 'exact' : 'sampled',
    groups: request.groups.map(({ id, title }) => ({ id, title })),
    subsetsEvaluated: plan.coalitions.length,
    check: check.value,
    measures: attributed(request, plan, kept.value, ends.value),
    refused: request.measures === undefined ? refusedOf(plan, columns) : [],
  });
}

function keptColumns(
  { measures }: AttributionRequest,
  columns: readonly CoalitionColumn[],
): Result<readonly CoalitionColumn[]> {
  if (measures !== undefined) return askedColumns(columns, measures);
  return ok(columns.filter(({ refusal }) => refusal === null));
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

function checkOrders(
  request: AttributionRequest,
  plan: CoalitionPlan,
  columns: readonly CoalitionColumn[],
): Result<null> {
  const { nodes } = plan.tree;
  const placeOf = indexOf(plan.coalitions);
  const valuesOf = (first: number, second: number) => {
    const place = placeOf([...itemAt(nodes, first).units, ...itemAt(nodes, second).units]);
    return columns.map(({ values }) => floatAt(values, place));
  };
  return checkCommutation(gameOf(request, plan), { nodes, measures: columns, valuesOf });
}

type Evaluated = (units: Coalition) => Result<Outcome>;

/** The ends stand in the sample too: each subset is evaluated once more, not twice. */
function onceEach(evaluate: Evaluated): Evaluated {
  const known = new Map<string, Result<Outcome>>();
  return (units) => {
    const key = coalitionKey(units);
    const outcome = known.get(key) ?? evaluate(units);
    known.set(key, outcome);
    return outcome;
  };
}

/** None, all, and a fixed spread of the subsets in walking order (ATTR-7). */
function sampleOf({ tree, coalitions }: CoalitionPlan, wanted: number): readonly number[] {
  const all = indexOf(coalitions)([...tree.units.keys()]);
  const spread = spreadMasks(coalitions.length, wanted);
  return spread.includes(all) ? spread : [...spread.slice(0, -1), all];
}

function checkSample(
  request: AttributionRequest,
  plan: CoalitionPlan,
  columns: readonly CoalitionColumn[],
  evaluated: Evaluated,
): Result<SubsetCheck> {
  const wanted = request.subsetsChecked ?? DEFAULT_SUBSETS_CHECKED;
  return checkValues(
    {
      measures: columns,
      values: columns.map(({ values }) => values),
      idsOf: (index) => idsOf(plan, index),
    },
    sampleOf(plan, wanted),
    (index) => evaluated(itemAt(plan.coalitions, index)),
  );
}

function readEnds(
  plan: CoalitionPlan,
  columns: readonly CoalitionColumn[],
  evaluated: Evaluated,
): Result<readonly Ends[]> {
  const from = readEnd(evaluated([]), columns);
  if (!from.ok) return from;
  const to = readEnd(evaluated([...plan.tree.units.keys()]), columns);
  if (!to.ok) return to;
  return ok(
    columns.map((_, index) => ({ from: itemAt(from.value, index), to: itemAt(to.value, index) })),
  );
}

function readEnd(
  outcome: Result<Outcome>,
  measures: readonly MeasureRequest[],
): Result<readonly number[]> {
  return outcome.ok ? readMeasures(outcome.value, measures) : outcome;
}

function attributed(
  { groups, interactions }: AttributionRequest,
  plan: CoalitionPlan,
  columns: readonly CoalitionColumn[],
  ends: readonly Ends[],
): readonly MeasureAttribution[] {
  const placeOf = indexOf(plan.coalitions);
  if (plan.orders !== null) {
    const places = sampledPlaces(plan, plan.orders, placeOf);
    return columns.map((column, index) => sampledMeasure(column, places, itemAt(ends, index)));
  }
  const lattice = latticeOf(groups, placeOf, columns, unitsAt(plan.tree.nodes));
  const parts = plan.parts.map((part) => ({
    part,
    places: stepsOf(part).map(([without, with_]) => [placeOf(without), placeOf(with_)] as const),
  }));
  return columns.map(({ values }, index) => ({
    ...attributeMeasure(lattice, index, itemAt(ends, index), interactions),
    parts: parts.map(({ part, places }) => ({
      id: part.node.group.id,
      title: part.node.group.title,
      within: part.within,
      value: owenValue(part, places, values),
    })),
  }));
}
