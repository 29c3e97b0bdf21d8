import { fail, ok, type Result } from '../foundation/index.js';
import { planBreaches, shortfall } from './breach.js';
import { type Plan, type PlanStart, planActions } from './plan.js';
import type { Limit, PlanProblem } from './problem.js';

/** The best plan without one lever of the plan. */
export interface Forgone {
  readonly lever: string;
  readonly title: string;
  readonly plan: Plan;
}

/**
 * Best plan after the recommended one (ANSWER-1), and the best plan without each of its levers.
 * `without` is empty where the plan moves nothing: there is then nothing to do otherwise.
 */
export interface RunnerUp {
  readonly without: readonly Forgone[];
  readonly best: Forgone | null;
}

/** A lever held at 0 stays a column, so that the first model serves every programme. */
export function withoutLever(problem: PlanProblem, leverId: string): PlanProblem {
  const levers = problem.levers.map((each) =>
    each.id === leverId ? { ...each, low: 0, high: 0 } : each,
  );
  return { ...problem, levers };
}

/**
 * Forbids each lever of the plan in turn and plans again; the best of these is the runner-up
 * (ANSWER-1). A plan with another set of levers either leaves one of the plan's out, or adds to
 * them, which the plan's programme was free to do and did not.
 * A lever without which limits that may not give way cannot hold is left out of `without`.
 * Issues: those of `planActions` but `plan.infeasible`.
 */
export async function runnerUp(
  problem: PlanProblem,
  plan: Plan,
  start: PlanStart,
): Promise<Result<RunnerUp>> {
  const without: Forgone[] = [];
  for (const { lever, title } of plan.moves) {
    const next = await planActions(withoutLever(problem, lever), start);
    if (next.ok) without.push({ lever, title, plan: next.value });
    else if (next.issues.some(({ code }) => code !== 'plan.infeasible')) {
      return fail(...next.issues);
    }
  }
  const best = without.toSorted((a, b) => comparePlans(problem.limits, a.plan, b.plan))[0] ?? null;
  return ok({ without, best });
}

/** Shortfalls that differ by less than this many scales are the same: then cost decides. */
const SAME_SHORTFALL = 1e-3;

/** Below 0 when `a` is better in full valuation: it breaks less, or as little and is cheaper. */
export function comparePlans(limits: readonly Limit[], a: Plan, b: Plan): number {
  const more = shortfall(planBreaches(limits, a)) - shortfall(planBreaches(limits, b));
  return Math.abs(more) > SAME_SHORTFALL ? more : a.costUsdMillion - b.costUsdMillion;
}
