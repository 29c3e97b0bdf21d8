import { itemAt, ok, type Result } from '../foundation/index.js';
import { checkProblem } from './check-problem.js';
import { sampledCurvature } from './curvature.js';
import { describePlan } from './describe-plan.js';
import { linearise } from './linearise.js';
import type { Plan } from './plan.js';
import { valuerOf } from './point.js';
import type { PlanProblem } from './problem.js';
import { findPlan, type PlanStart } from './round.js';

/** Values and linearises the do-nothing plan. Issues: those of the problem and of its Changes. */
export function planStart(problem: PlanProblem): Result<PlanStart> {
  const checked = checkProblem(problem);
  if (!checked.ok) return checked;
  const valuer = valuerOf(problem);
  const nothing = valuer.points([problem.levers.map(() => 0)]);
  if (!nothing.ok) return nothing;
  const point = itemAt(nothing.value, 0);
  const model = linearise(problem, point, valuer);
  return model.ok ? ok({ nothing: point, model: model.value, valuer }) : model;
}

/**
 * The best plan within every limit, scenario and world (PLAN-1 to PLAN-19): a programme around
 * doing nothing, valued in full, linearised again at its answer until model and full valuation
 * agree, or it says that they do not; then sampled for curvature.
 * Issues: `plan.problem`, `plan.measure`, `plan.infeasible`, `plan.unbounded`, `plan.objective`,
 * `plan.integers`, and those of Changes that do not fit. Rejects when the solver fails.
 */
export async function planActions(problem: PlanProblem, start?: PlanStart): Promise<Result<Plan>> {
  const begun = start === undefined ? planStart(problem) : ok(start);
  if (!begun.ok) return begun;
  const round = await findPlan(problem, begun.value);
  if (!round.ok) return round;
  const curvature = sampledCurvature(problem, begun.value, round.value.point);
  return ok({ ...describePlan(problem, begun.value, round.value), curvature });
}
