import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { applyAll } from '../stress/index.js';
import { type FamilyName, familiesOf, type Outcome, type Study, whyNot } from '../study/index.js';
import { hedgesMoveAlike, movesAlike } from './alike.js';
import { problemCells, type ValueCell } from './cell.js';
import type { PlanProblem, World } from './problem.js';
import { type Direction, worldBreaker } from './world-study.js';

/** A plan (sizes by lever) with its full valuation. Amounts in USD million. */
export interface Point {
  readonly sizes: readonly number[];
  /** By value cell; the first is the 12-month NII of the base in the first world. */
  readonly values: readonly number[];
  readonly nii12m: number;
  /** Loss realised by the plan's own sales, positive. */
  readonly realisedLoss: number;
  /** Yearly cost of the levers that no NII shows, in proportion to their sizes. */
  readonly addedCost: number;
  /** Yearly cost of the levers that are used at all. */
  readonly fixedCost: number;
}

/** Sizes below this share of a unit are taken as 0. */
const NEGLIGIBLE = 1e-9;

/** True when a lever is used at all. */
export function isUsed(lever: { readonly unitSize: number }, size: number): boolean {
  return size > NEGLIGIBLE * lever.unitSize;
}

/**
 * Values plans in full (PLAN-3): every lever at its size, in the order of the levers, then each
 * world's Changes, then `evaluate` on the scenarios and families that are read from that world.
 * World by world, so that what is kept of one behaviour serves all plans; a plan seen before is
 * not valued again. Issues: those of a Change that does not fit, with lever and size, and
 * `plan.measure` for a measure the Outcome lacks.
 */
export interface Valuer {
  /** Whether the levers' Changes can be made at these sizes; nothing is valued. */
  readonly fits: (sizes: readonly number[]) => boolean;
  readonly points: (plans: readonly (readonly number[])[]) => Result<readonly Point[]>;
  /**
   * Plans that differ from a valued one by swaps and futures alone: what those add is evaluated in
   * the first world and, for the measures they move alike in all, added in the others (PLAN-21).
   */
  readonly hedged: (from: Point, plans: readonly (readonly number[])[]) => Result<readonly Point[]>;
}

export function valuerOf(problem: PlanProblem): Valuer {
  const readings = readingsOf(problem);
  const seen = new Map<string, Point>();
  const alike = hedgesMoveAlike(problem) ? alikeReadings(problem, readings) : null;
  return {
    hedged: (from, plans) =>
      alike === null ? valued(problem, readings, plans) : valuedFrom(problem, alike, from, plans),
    fits: (sizes) => plannedStudy(problem, sizes).ok,
    points: (plans) => {
      const fresh = plans.filter((sizes) => !seen.has(keyOf(sizes)));
      const made = valued(problem, readings, fresh);
      if (!made.ok) return made;
      for (const point of made.value) seen.set(keyOf(point.sizes), point);
      return ok(plans.flatMap((sizes) => seen.get(keyOf(sizes)) ?? []));
    },
  };
}

function keyOf(sizes: readonly number[]): string {
  return sizes.join(' ');
}

/** What is read from one world in one direction of rates: cells with their places. */
interface Reading {
  readonly break: (planned: Study) => Result<Study>;
  readonly cells: readonly { readonly place: number; readonly cell: ValueCell }[];
  /** Null: all of the Study's, because a measure of the date may read any. */
  readonly scenarios: ReadonlySet<string> | null;
  readonly families: readonly FamilyName[];
}

function readingsOf(problem: PlanProblem): readonly Reading[] {
  const all = problemCells(problem).values.map((cell, place) => ({ place, cell }));
  return problem.worlds.flatMap((world) =>
    (['rising', 'falling'] as const).flatMap((direction: Direction): Reading[] => {
      const falling = direction === 'falling';
      const cells = all.filter(
        ({ cell }) => cell.world.id === world.id && cell.ratesFall === falling,
      );
      if (cells.length === 0) return [];
      return [readingOf(problem, world, direction, cells)];
    }),
  );
}

function readingOf(
  problem: PlanProblem,
  world: World,
  direction: Direction,
  cells: Reading['cells'],
): Reading {
  return { break: worldBreaker(problem, world, direction), ...narrowed(cells) };
}

/** Cells with the scenarios and families that they need. */
function narrowed(cells: Reading['cells']): Omit<Reading, 'break'> {
  const ids = cells.map(({ cell }) => cell.scenario);
  return {
    cells,
    scenarios: ids.includes('') ? null : new Set(['0', ...ids]),
    families: familiesOf(cells.map(({ cell }) => cell.measure)),
  };
}

/** Readings of the first world that stand for all, and what is left to read in the others. */
interface AlikeReadings {
  readonly shared: readonly Reading[];
  readonly rest: readonly Reading[];
}

function alikeReadings(problem: PlanProblem, readings: readonly Reading[]): AlikeReadings {
  const [first] = problem.worlds;
  const all = problemCells(problem).values.map((cell, place) => ({ place, cell }));
  const shared = (['rising', 'falling'] as const).flatMap((direction) => {
    const falling = direction === 'falling';
    const cells = all.filter(({ cell }) => cell.ratesFall === falling && movesAlike(cell));
    return cells.length === 0 ? [] : [readingOf(problem, first, direction, cells)];
  });
  const rest = readings.flatMap((reading): Reading[] => {
    const cells = reading.cells.filter(({ cell }) => !movesAlike(cell));
    return cells.length === 0 ? [] : [{ ...reading, ...narrowed(cells) }];
  });
  return { shared, rest };
}

function valuedFrom(
  problem: PlanProblem,
  { shared, rest }: AlikeReadings,
  from: Point,
  plans: readonly (readonly number[])[],
): Result<readonly Point[]> {
  if (plans.length === 0) return ok([]);
  const moved = valued(problem, [...shared, ...rest], [from.sizes, ...plans]);
  if (!moved.ok) return moved;
  const [base, ...points] = moved.value;
  if (base === undefined) throw new Error('a valuer gives one point a plan');
  const places = shared.flatMap(({ cells }) => cells.map(({ place }) => place));
  return ok(
    points.map((point) => {
      const values = [...point.values];
      for (const place of places) {
        values[place] =
          itemAt(from.values, place) + itemAt(point.values, place) - itemAt(base.values, place);
      }
      return { ...point, values, nii12m: itemAt(values, 0) };
    }),
  );
}

function valued(
  problem: PlanProblem,
  readings: readonly Reading[],
  plans: readonly (readonly number[])[],
): Result<readonly Point[]> {
  const planned: Study[] = [];
  for (const sizes of plans) {
    const applied = plannedStudy(problem, sizes);
    if (!applied.ok) return applied;
    planned.push(applied.value);
  }
  const values = plans.map(() => problemCells(problem).values.map(() => 0));
  for (const reading of readings) {
    for (const [index, study] of planned.entries()) {
      const broken = reading.break(study);
      if (!broken.ok) return broken;
      const filled = readInto(itemAt(values, index), problem, reading, broken.value);
      if (!filled.ok) return filled;
    }
  }
  return ok(
    plans.map((sizes, index) =>
      pointOf(problem, sizes, itemAt(planned, index), itemAt(values, index)),
    ),
  );
}

function readInto(
  values: number[],
  problem: PlanProblem,
  { cells, scenarios, families }: Reading,
  study: Study,
): Result<null> {
  const kept =
    scenarios === null ? study.scenarios : study.scenarios.filter(({ id }) => scenarios.has(id));
  const outcome = problem.evaluate({ ...study, scenarios: kept }, families);
  const found = new Map(
    outcome.measures.map(({ id, scenario, value }) => [`${id} ${scenario}`, value]),
  );
  for (const { place, cell } of cells) {
    const value = found.get(`${cell.measure} ${cell.scenario}`);
    if (value === undefined || !Number.isFinite(value)) return fail(noValue(outcome, cell, value));
    values[place] = value;
  }
  return ok(null);
}

function noValue(outcome: Outcome, { measure, scenario }: ValueCell, value: number | undefined) {
  const got = value === undefined ? whyNot(outcome, measure, scenario).message : String(value);
  return issue('plan.measure', `${measure}[${scenario}]`, 'a finite value', got);
}

/** The Study as a plan leaves it. Issues: those of a Change that does not fit, with its lever. */
export function plannedStudy(problem: PlanProblem, sizes: readonly number[]): Result<Study> {
  let current = problem.study;
  for (const [index, lever] of problem.levers.entries()) {
    const size = itemAt(sizes, index);
    if (!isUsed(lever, size)) continue;
    const path = `lever ${lever.id} at ${size}`;
    const applied = applyAll(problem.apply, current, lever.makeChanges(size), path);
    if (!applied.ok) return applied;
    current = applied.value;
  }
  return ok(current);
}

function pointOf(
  problem: PlanProblem,
  sizes: readonly number[],
  planned: Study,
  values: readonly number[],
): Point {
  return {
    sizes,
    values,
    nii12m: itemAt(values, 0),
    realisedLoss: realisedLoss(problem.study, planned),
    addedCost: problem.levers.reduce(
      (sum, lever, index) => sum + lever.addedCostUsdMillion * itemAt(sizes, index),
      0,
    ),
    fixedCost: fixedCost(problem, sizes),
  };
}

/** Yearly cost of using levers at all, USD million. */
export function fixedCost(problem: PlanProblem, sizes: readonly number[]): number {
  return problem.levers.reduce((sum, lever, index) => {
    const own = isUsed(lever, itemAt(sizes, index)) ? (lever.fixedCostUsdMillion ?? 0) : 0;
    return sum + own;
  }, 0);
}

/** What a plan costs a year beside the NII it gives up: losses realised, spread, and the rest. */
export function costBesideNii(problem: PlanProblem, point: Point): number {
  return point.realisedLoss / problem.realisedLossYears + point.addedCost + point.fixedCost;
}

/** Yearly cost of a plan against doing nothing: NII given up + realised loss / years + added. */
export function yearlyCost(problem: PlanProblem, point: Point, nothing: Point): number {
  const { realisedLoss: lost, addedCost, fixedCost: used } = point;
  return nothing.nii12m - point.nii12m + lost / problem.realisedLossYears + addedCost + used;
}

/** Studies hold realised losses as negative amounts. A realised gain is no income: it counts 0. */
function realisedLoss(before: Study, after: Study): number {
  const { realisedLossUsdMillion } = after.capital;
  return Math.max(0, before.capital.realisedLossUsdMillion - realisedLossUsdMillion);
}
