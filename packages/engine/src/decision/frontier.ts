import { fail, issue, ok, type Result } from '../foundation/index.js';
import { describePlan } from './describe-plan.js';
import type { Plan } from './plan.js';
import { planStart } from './plan-actions.js';
import type { PlanProblem } from './problem.js';
import { findPlan, nextStart, type PlanStart } from './round.js';

export interface FrontierPoint {
  readonly floor: number;
  /** Yearly cost by full valuation, USD million. */
  readonly costUsdMillion: number;
  /** False when limits had to be relaxed or the rounds did not agree: not on the frontier. */
  readonly onFrontier: boolean;
  readonly plan: Plan;
}

/**
 * Least yearly cost for each floor of one limit, the others unchanged (PLAN-9). The do-nothing
 * plan is valued and linearised once for all points.
 * Issues: `plan.frontier` when the limit is unknown or has no floor, and those of `planActions`.
 */
export async function planFrontier(
  problem: PlanProblem,
  limitId: string,
  floors: readonly number[],
  start?: PlanStart,
): Promise<Result<readonly FrontierPoint[]>> {
  const limit = problem.limits.find(({ id }) => id === limitId);
  if (limit === undefined || limit.floor === null) {
    const got = limit === undefined ? 'no such limit' : 'a limit without a floor';
    return fail(issue('plan.frontier', limitId, 'a limit with a floor', got));
  }
  const begun = start === undefined ? planStart(problem) : ok(start);
  if (!begun.ok) return begun;
  let from = begun.value;
  const points: FrontierPoint[] = [];
  for (const floor of floors) {
    const limits = problem.limits.map((each) => (each.id === limitId ? { ...each, floor } : each));
    const moved = { ...problem, limits };
    const round = await findPlan(moved, from, { confirm: false });
    if (!round.ok) return round;
    from = nextStart(moved, from, round.value);
    const plan = describePlan(moved, from, round.value);
    const { costUsdMillion, status, agreed } = plan;
    const onFrontier = status === 'meets limits' && agreed;
    points.push({ floor, costUsdMillion, onFrontier, plan });
  }
  return ok(points);
}
