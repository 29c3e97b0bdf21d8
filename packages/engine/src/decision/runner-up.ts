import { fail, itemAt, ok, type Result } from '../foundation/index.js';
import { planBreaches, shortfall } from './breach.js';
import { describePlan } from './describe-plan.js';
import { isMore } from './objective-value.js';
import type { Plan } from './plan.js';
import type { Limit, PlanProblem } from './problem.js';
import { findPlan, type PlanStart } from './round.js';

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
    const forbidden = withoutLever(problem, lever);
    const next = await findPlan(forbidden, start, { confirm: false });
    if (next.ok) without.push({ lever, title, plan: describePlan(forbidden, start, next.value) });
    else if (next.issues.some(({ code }) => code !== 'plan.infeasible')) {
      return fail(...next.issues);
    }
  }
  const best = without.toSorted((a, b) => comparePlans(problem.limits, a.plan, b.plan))[0] ?? null;
  return ok({ without, best });
}

/** Shortfalls that differ by less than this many scales are the same: then cost decides. */
const SAME_SHORTFALL = 1e-3;

/** Objectives that differ by less than this share of themselves are the same. */
const SAME_OBJECTIVE = 1e-6;

/**
 * Below 0 when `a` is better in full valuation: it breaks less, or as little and is better at the
 * objectives, the first before the rest, and then cheaper.
 */
export function comparePlans(limits: readonly Limit[], a: Plan, b: Plan): number {
  const more = shortfall(planBreaches(limits, a)) - shortfall(planBreaches(limits, b));
  if (Math.abs(more) > SAME_SHORTFALL) return more;
  for (const [index, mine] of a.objectives.entries()) {
    const theirs = itemAt(b.objectives, index);
    const worse = (isMore(mine.objective) ? -1 : 1) * (mine.full - theirs.full);
    const size = Math.max(Math.abs(mine.full), Math.abs(theirs.full));
    if (Math.abs(worse) > SAME_OBJECTIVE * size) return worse;
  }
  return a.costUsdMillion - b.costUsdMillion;
}
