import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Change, Outcome, Study } from '../study/index.js';
import { type LimitCell, limitCells, outcomeRecipes, type PlanProblem } from './problem.js';

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
  const outcomes = new Map<string, Outcome>();
  for (const [name, changes] of outcomeRecipes(problem)) {
    const world = applyAll(problem, planned.value, changes, `world ${name}`);
    if (!world.ok) return world;
    outcomes.set(name, problem.evaluate(world.value));
  }
  const values: number[] = [];
  for (const cell of limitCells(problem)) {
    const value = readCell(cell, outcomes.get(cell.outcome));
    if (!value.ok) return value;
    values.push(value.value);
  }
  const nii12m = read(outcomes.get(problem.worlds[0].id), 'nii.12m', '0');
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
    nothing.nii12m -
    point.nii12m +
    (point.realisedLoss - nothing.realisedLoss) / problem.realisedLossYears +
    point.addedCost
  );
}

function applyLevers(problem: PlanProblem, sizes: readonly number[]): Result<Study> {
  let current = problem.study;
  for (const [index, lever] of problem.levers.entries()) {
    const size = itemAt(sizes, index);
    if (size <= NEGLIGIBLE * lever.unitSize) continue;
    const path = `lever ${lever.id} at ${size}`;
    const applied = applyAll(problem, current, lever.makeChanges(size), path);
    if (!applied.ok) return applied;
    current = applied.value;
  }
  return ok(current);
}

function applyAll(
  problem: PlanProblem,
  study: Study,
  changes: readonly Change[],
  path: string,
): Result<Study> {
  let current = study;
  for (const change of changes) {
    const applied = problem.apply(current, change);
    if (!applied.ok) {
      const issues = applied.issues.map((found) => ({ ...found, path: `${path}: ${found.path}` }));
      return { ok: false, issues };
    }
    current = applied.value;
  }
  return ok(current);
}

function readCell(cell: LimitCell, outcome: Outcome | undefined): Result<number> {
  return read(outcome, cell.limit.measure, cell.scenario);
}

function read(outcome: Outcome | undefined, id: string, scenario: string): Result<number> {
  const found = outcome?.measures.find((m) => m.id === id && m.scenario === scenario);
  if (found === undefined || !Number.isFinite(found.value)) {
    const got = found === undefined ? 'no such measure' : String(found.value);
    return fail(issue('plan.measure', `${id}[${scenario}]`, 'a finite value', got));
  }
  return ok(found.value);
}

/** Studies hold realised losses as negative amounts. */
function realisedLoss(before: Study, after: Study): number {
  return before.capital.realisedLossUsdMillion - after.capital.realisedLossUsdMillion;
}
