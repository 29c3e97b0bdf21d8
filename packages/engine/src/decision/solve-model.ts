import { fail, issue, ok, type Result } from '../foundation/index.js';
import { buildElastic, buildProgramme, type Relaxation, relaxationOf } from './build-programme.js';
import type { LinearProgramme, LpSolution } from './linear-programme.js';
import type { LinearModel } from './linearise.js';
import type { PlanProblem } from './problem.js';

/** Slacks below this share of a limit's scale are the solver's tolerance, not a relaxation. */
const NEGLIGIBLE_SLACK = 1e-6;

/** Room left beyond the smallest relaxation, so that the second programme is not on its edge. */
const ROOM = 1e-7;

export interface SolvedModel {
  readonly programme: LinearProgramme;
  readonly solution: Extract<LpSolution, { status: 'optimal' }>;
  /** Sizes by lever, in the lever's own unit, within its bounds. */
  readonly sizes: readonly number[];
  readonly relaxation: Relaxation;
}

/**
 * Least cost within the limits; where no plan meets them, the smallest relaxation first and then
 * the least cost at that relaxation (PLAN-7). Issues: `plan.infeasible` when limits that may not
 * be relaxed cannot be met, `plan.unbounded`.
 */
export async function solveModel(
  problem: PlanProblem,
  model: LinearModel,
): Promise<Result<SolvedModel>> {
  const strict = await solveWith(problem, model, new Map());
  if (strict !== undefined) return strict;
  const elastic = buildElastic(problem, model);
  const relaxed = await problem.solver(elastic);
  if (relaxed.status !== 'optimal') {
    const limits = problem.limits.filter(({ relaxable }) => !relaxable).map(({ id }) => id);
    return fail(
      issue('plan.infeasible', 'limits', 'a plan within the fixed limits', limits.join()),
    );
  }
  const smallest = relaxationOf(problem, elastic, relaxed.x, NEGLIGIBLE_SLACK);
  const roomy = new Map(problem.limits.map(({ id }) => [id, (smallest.get(id) ?? 0) + ROOM]));
  const again = await solveWith(problem, model, roomy);
  if (again === undefined) {
    return fail(issue('plan.infeasible', 'limits', 'a plan at the smallest relaxation', 'none'));
  }
  return again.ok ? ok({ ...again.value, relaxation: smallest }) : again;
}

/** Undefined when no plan meets the limits. */
async function solveWith(
  problem: PlanProblem,
  model: LinearModel,
  relaxation: Relaxation,
): Promise<Result<SolvedModel> | undefined> {
  const programme = buildProgramme(problem, model, relaxation);
  const solution = await problem.solver(programme);
  if (solution.status === 'infeasible') return undefined;
  if (solution.status === 'unbounded') {
    return fail(issue('plan.unbounded', 'levers', 'a least cost', 'none'));
  }
  const sizes = problem.levers.map((lever, index) => {
    const size = (solution.x[index] ?? 0) * lever.unitSize;
    return Math.min(lever.high, Math.max(lever.low, size));
  });
  return ok({ programme, solution, sizes, relaxation });
}
