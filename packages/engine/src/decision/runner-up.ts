import { fail, ok, type Result } from '../foundation/index.js';
import { type Plan, type PlanStart, planActions } from './plan.js';
import type { PlanProblem } from './problem.js';

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
  const best = without.toSorted((a, b) => comparePlans(problem, a.plan, b.plan))[0] ?? null;
  return ok({ without, best });
}

/** Sum of the relaxations in scales of their limits: what PLAN-7 makes smallest. */
export function relaxationInScales(problem: PlanProblem, plan: Plan): number {
  const scales = new Map(problem.limits.map(({ id, scale }) => [id, scale] as const));
  return plan.relaxations.reduce((sum, { limit, amount }) => sum + amount / (scales.get(limit) ?? 1), 0);
}

/** Relaxations that differ by less than this many scales are the same: then cost decides. */
const SAME_RELAXATION = 1e-4;

/** Below 0 when `a` is better: less relaxed, or equally so and cheaper. */
export function comparePlans(problem: PlanProblem, a: Plan, b: Plan): number {
  const relaxed = relaxationInScales(problem, a) - relaxationInScales(problem, b);
  if (Math.abs(relaxed) > SAME_RELAXATION) return relaxed;
  return a.costUsdMillion - b.costUsdMillion;
}
