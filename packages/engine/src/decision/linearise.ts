import { itemAt, ok, type Result } from '../foundation/index.js';
import { evaluatePoint, type Point, yearlyCost } from './point.js';
import type { PlanProblem } from './problem.js';

/** First-order picture of the full valuation around one plan. */
export interface LinearModel {
  readonly at: Point;
  /** Yearly cost at the plan, USD million, and its change by one of each lever's own units. */
  readonly cost: number;
  readonly costSlopes: readonly number[];
  /** By limit cell, then by lever: change of the measure by one of the lever's own units. */
  readonly slopes: readonly (readonly number[])[];
}

/**
 * Measures every lever by a full valuation one `unitSize` away from the plan, upward where its
 * range allows, else downward (PLAN-4). A lever whose range is a single size has slope 0.
 */
export function linearise(problem: PlanProblem, at: Point, nothing: Point): Result<LinearModel> {
  const costHere = yearlyCost(problem, at, nothing);
  const costSlopes: number[] = [];
  const columns: (readonly number[])[] = [];
  for (const [index, lever] of problem.levers.entries()) {
    const here = itemAt(at.sizes, index);
    const there = here + lever.unitSize <= lever.high ? here + lever.unitSize : lower(lever, here);
    const step = there - here;
    if (step === 0) {
      costSlopes.push(0);
      columns.push(at.values.map(() => 0));
      continue;
    }
    const moved = evaluatePoint(problem, at.sizes.with(index, there));
    if (!moved.ok) return moved;
    costSlopes.push((yearlyCost(problem, moved.value, nothing) - costHere) / step);
    const values = moved.value.values;
    columns.push(at.values.map((value, row) => (itemAt(values, row) - value) / step));
  }
  const slopes = at.values.map((_, row) => columns.map((column) => itemAt(column, row)));
  return ok({ at, cost: costHere, costSlopes, slopes });
}

/** Downward by one unit, or to the farther end of a range narrower than the unit. */
function lower(
  lever: { readonly low: number; readonly high: number; readonly unitSize: number },
  here: number,
): number {
  if (here - lever.unitSize >= lever.low) return here - lever.unitSize;
  return lever.high - here >= here - lever.low ? lever.high : lever.low;
}

/** What the model says a limit cell is at other sizes. */
export function modelValue(model: LinearModel, row: number, sizes: readonly number[]): number {
  return itemAt(model.at.values, row) + along(itemAt(model.slopes, row), model, sizes);
}

/** What the model says a plan costs a year, USD million. */
export function modelCost(model: LinearModel, sizes: readonly number[]): number {
  return model.cost + along(model.costSlopes, model, sizes);
}

function along(slopes: readonly number[], model: LinearModel, sizes: readonly number[]): number {
  return slopes.reduce(
    (sum, slope, index) => sum + slope * (itemAt(sizes, index) - itemAt(model.at.sizes, index)),
    0,
  );
}
