import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { applyAll } from '../stress/index.js';
import type { Change, Outcome, Study } from '../study/index.js';
import { type LimitCell, limitCells, type PlanProblem, type World } from './problem.js';

/** A plan (sizes by lever) with its full valuation. Amounts in USD million. */
export interface Point {
  readonly sizes: readonly number[];
  /** Value of each limit cell, in the order of `limitCells`. */
  readonly values: readonly number[];
  /** 12-month NII of the base scenario in the first world. */
  readonly nii12m: number;
  /** Loss realised by the plan's own sales, positive. */
  readonly realisedLoss: number;
  /** Yearly cost of the levers that no NII shows. */
  readonly addedCost: number;
}

/** Sizes below this share of a unit are taken as 0. */
const NEGLIGIBLE = 1e-9;

/**
 * Applies every lever at its size, in the order of the levers, then each world's Changes, and
 * evaluates in full (PLAN-3). Issues: those of a Change that does not fit, with lever and size,
 * and `plan.measure` for a limit whose measure the Outcome lacks.
 */
export function evaluatePoint(problem: PlanProblem, sizes: readonly number[]): Result<Point> {
  const planned = applyLevers(problem, sizes);
  if (!planned.ok) return planned;
  const cells = limitCells(problem);
  const worlds = new Map<string, BrokenWorld>();
  for (const world of problem.worlds) {
    const broken = breakWorld(problem, planned.value, world, cells);
    if (!broken.ok) return broken;
    worlds.set(world.id, broken.value);
  }
  const values: number[] = [];
  for (const cell of cells) {
    const world = worlds.get(cell.world.id);
    const outcome = cell.ratesFall ? world?.falling : world?.rising;
    const value = read(outcome, cell.limit.measure, cell.scenario);
    if (!value.ok) return value;
    values.push(value.value);
  }
  const nii12m = read(worlds.get(problem.worlds[0].id)?.rising, 'nii.12m', '0');
  if (!nii12m.ok) return nii12m;
  return ok({
    sizes,
    values,
    nii12m: nii12m.value,
    realisedLoss: realisedLoss(problem.study, planned.value),
    addedCost: problem.levers.reduce(
      (sum, lever, index) => sum + lever.addedCostUsdMillion * itemAt(sizes, index),
      0,
    ),
  });
}

/** Yearly cost of a plan against doing nothing: NII given up + realised loss / years + added. */
export function yearlyCost(problem: PlanProblem, point: Point, nothing: Point): number {
  return (
    nothing.nii12m - point.nii12m + point.realisedLoss / problem.realisedLossYears + point.addedCost
  );
}

function applyLevers(problem: PlanProblem, sizes: readonly number[]): Result<Study> {
  let current = problem.study;
  for (const [index, lever] of problem.levers.entries()) {
    const size = itemAt(sizes, index);
    if (size <= NEGLIGIBLE * lever.unitSize) continue;
    const path = `lever ${lever.id} at ${size}`;
    const applied = applyAll(problem.apply, current, lever.makeChanges(size), path);
    if (!applied.ok) return applied;
    current = applied.value;
  }
  return ok(current);
}

/** A world after the plan. Absent where no limit and no cost is read from it. */
interface BrokenWorld {
  readonly rising: Outcome | undefined;
  readonly falling: Outcome | undefined;
}

function breakWorld(
  problem: PlanProblem,
  planned: Study,
  world: World,
  cells: readonly LimitCell[],
): Result<BrokenWorld> {
  const own = cells.filter((cell) => cell.world.id === world.id);
  const needsFalling = own.some(({ ratesFall }) => ratesFall);
  const counted = world.id === problem.worlds[0].id;
  const needsRising = counted || own.some(({ ratesFall }) => !ratesFall);
  if (!needsFalling && !needsRising) return ok({ rising: undefined, falling: undefined });
  const broken = world.breaks(planned);
  if (!broken.ok) return broken;
  const { changes, changesWhenFalling } = broken.value;
  const same = JSON.stringify(changes) === JSON.stringify(changesWhenFalling);
  const evaluateWith = (list: readonly Change[]): Result<Outcome> => {
    const study = applyAll(problem.apply, planned, list, `world ${world.id}`);
    return study.ok ? ok(problem.evaluate(study.value)) : study;
  };
  const rising = needsRising || same ? evaluateWith(changes) : undefined;
  if (rising?.ok === false) return rising;
  const falling = needsFalling && !same ? evaluateWith(changesWhenFalling) : rising;
  if (falling?.ok === false) return falling;
  return ok({ rising: rising?.value, falling: falling?.value });
}

function read(outcome: Outcome | undefined, id: string, scenario: string): Result<number> {
  const found = outcome?.measures.find((m) => m.id === id && m.scenario === scenario);
  if (found === undefined || !Number.isFinite(found.value)) {
    const got = found === undefined ? 'no such measure' : String(found.value);
    return fail(issue('plan.measure', `${id}[${scenario}]`, 'a finite value', got));
  }
  return ok(found.value);
}

/** Studies hold realised losses as negative amounts. A realised gain is no income: it counts 0. */
function realisedLoss(before: Study, after: Study): number {
  const { realisedLossUsdMillion } = after.capital;
  return Math.max(0, before.capital.realisedLossUsdMillion - realisedLossUsdMillion);
}
