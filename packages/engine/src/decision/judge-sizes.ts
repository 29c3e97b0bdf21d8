import { itemAt, ok, type Result } from '../foundation/index.js';
import { type Breach, worstBreaches } from './breach.js';
import type { PlanStart } from './plan.js';
import { evaluatePoint, yearlyCost } from './point.js';
import { limitCells, type PlanProblem } from './problem.js';

/** Stated sizes, valued in full: what they cost and which limits they break. */
export interface Judged {
  readonly costUsdMillion: number;
  readonly breaches: readonly Breach[];
}

/**
 * Values stated sizes (by lever, in the lever's unit) in full, in every scenario and world
 * (ANSWER-2). Issues: those of `evaluatePoint`.
 */
export function judgeSizes(
  problem: PlanProblem,
  { nothing }: PlanStart,
  sizes: readonly number[],
): Result<Judged> {
  const point = evaluatePoint(problem, sizes);
  if (!point.ok) return point;
  const cells = limitCells(problem).map(({ limit, scenario, world }, row) => ({
    ...{ limit, scenario, world: world.id },
    value: itemAt(point.value.values, row),
  }));
  const costUsdMillion = yearlyCost(problem, point.value, nothing);
  return ok({ costUsdMillion, breaches: worstBreaches(cells) });
}
