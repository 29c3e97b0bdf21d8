import { itemAt, ok, type Result } from '../foundation/index.js';
import { isHedge } from './alike.js';
import { costBesideNii, fixedCost, type Point, type Valuer } from './point.js';
import type { Lever, PlanProblem } from './problem.js';

/** First-order picture of the full valuation around one plan. */
export interface LinearModel {
  readonly at: Point;
  /** By value cell, then by lever: change of the measure by one of the lever's own units. */
  readonly slopes: readonly (readonly number[])[];
  /** Change of the costs that no NII shows, fixed ones apart, by one of each lever's own units. */
  readonly besideSlopes: readonly number[];
  /** False: some slopes were measured around an earlier plan (PLAN-20). */
  readonly fresh: boolean;
}

/** Slopes of a model around another plan, for levers that are not measured again. */
export interface KeptSlopes {
  readonly model: LinearModel;
  readonly keeps: (lever: number) => boolean;
}

/**
 * Measures every lever by a full valuation one `unitSize` away from the plan, upward where its
 * range allows, else downward (PLAN-4), but for those whose slopes are kept. A lever whose range is
 * a single size has slope 0.
 */
export function linearise(
  problem: PlanProblem,
  at: Point,
  valuer: Valuer,
  kept?: KeptSlopes,
): Result<LinearModel> {
  const steps = problem.levers.map((lever, index) => {
    if (kept?.keeps(index) === true) return 0;
    const here = itemAt(at.sizes, index);
    const fits = (step: number): boolean => valuer.fits(at.sizes.with(index, here + step));
    return stepOf(lever, here, fits);
  });
  const moving = [...steps.keys()].filter((index) => itemAt(steps, index) !== 0);
  const stepped = (index: number): readonly number[] =>
    at.sizes.with(index, itemAt(at.sizes, index) + itemAt(steps, index));
  const [hedges, others] = [true, false].map((hedge) =>
    moving.filter((index) => isHedge(itemAt(problem.levers, index)) === hedge),
  );
  const hedged = valuer.hedged(at, (hedges ?? []).map(stepped));
  if (!hedged.ok) return hedged;
  const moved = valuer.points((others ?? []).map(stepped));
  if (!moved.ok) return moved;
  const before = (of: (model: LinearModel) => readonly number[]): number[] =>
    problem.levers.map((_, index) =>
      kept?.keeps(index) === true ? itemAt(of(kept.model), index) : 0,
    );
  const besideSlopes = before((model) => model.besideSlopes);
  const slopes = at.values.map((_, row) => before((model) => itemAt(model.slopes, row)));
  const varying = (point: Point): number => costBesideNii(problem, point) - point.fixedCost;
  const points = [...hedged.value, ...moved.value];
  for (const [order, index] of [...(hedges ?? []), ...(others ?? [])].entries()) {
    const there = itemAt(points, order);
    const step = itemAt(steps, index);
    besideSlopes[index] = (varying(there) - varying(at)) / step;
    for (const [row, own] of slopes.entries()) {
      own[index] = (itemAt(there.values, row) - itemAt(at.values, row)) / step;
    }
  }
  const fresh = problem.levers.every((_, index) => kept?.keeps(index) !== true);
  return ok({ at, slopes, besideSlopes, fresh });
}

/**
 * Up by one unit (by one lot), or down where the range ends or the Changes do not fit; a range
 * narrower than that is walked to its far end.
 */
function stepOf(lever: Lever, here: number, fits: (step: number) => boolean): number {
  const { low, high } = lever;
  const unit = lever.lotSize ?? lever.unitSize;
  const up = here + unit - here;
  const down = here - unit - here;
  const upward = here + unit <= high;
  const downward = here - unit >= low;
  if (upward && (!downward || fits(up))) return up;
  if (downward) return down;
  return high - here >= here - low ? high - here : low - here;
}

/** What the model says a value cell is at other sizes. */
export function modelValue(model: LinearModel, place: number, sizes: readonly number[]): number {
  return itemAt(model.at.values, place) + along(itemAt(model.slopes, place), model, sizes);
}

/** What the model says a plan costs a year beside its NII, USD million. */
export function modelBeside(
  problem: PlanProblem,
  model: LinearModel,
  sizes: readonly number[],
): number {
  const here = costBesideNii(problem, model.at) - model.at.fixedCost;
  return here + along(model.besideSlopes, model, sizes) + fixedCost(problem, sizes);
}

function along(slopes: readonly number[], model: LinearModel, sizes: readonly number[]): number {
  return slopes.reduce(
    (sum, slope, index) => sum + slope * (itemAt(sizes, index) - itemAt(model.at.sizes, index)),
    0,
  );
}
