import { itemAt, ok, type Result } from '../foundation/index.js';
import { type Breach, worstBreaches } from './breach.js';
import { limitCells } from './cell.js';
import { yearlyCost } from './point.js';
import type { PlanProblem } from './problem.js';
import type { PlanStart } from './round.js';

/** Stated sizes, valued in full: what they cost and which limits they break. */
export interface Judged {
  readonly costUsdMillion: number;
  readonly breaches: readonly Breach[];
}

/**
 * Values stated sizes (by lever, in the lever's unit) in full, in every scenario and world
 * (ANSWER-2). Issues: those of a Change that does not fit, and `plan.measure`.
 */
export function judgeSizes(
  problem: PlanProblem,
  { nothing, valuer }: PlanStart,
  sizes: readonly number[],
): Result<Judged> {
  const points = valuer.points([sizes]);
  if (!points.ok) return points;
  const point = itemAt(points.value, 0);
  const cells = limitCells(problem).map(({ limit, scenario, world, at }) => ({
    ...{ limit, scenario, world: world.id },
    value: itemAt(point.values, at),
  }));
  const costUsdMillion = yearlyCost(problem, point, nothing);
  return ok({ costUsdMillion, breaches: worstBreaches(cells) });
}
