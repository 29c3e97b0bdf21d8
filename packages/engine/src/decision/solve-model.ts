import { fail, type Issue, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { buildElastic, buildProgramme, type Relaxation, relaxationOf } from './build-programme.js';
import { columnSize, type Reach } from './column.js';
import type { LinearProgramme, LpSolution } from './linear-programme.js';
import type { LinearModel } from './linearise.js';
import type { RankedObjective } from './objective.js';
import type { Limit, PlanProblem } from './problem.js';
import { reliefWords } from './relief-words.js';
import { type SolvedProgramme, solveProgramme, type Unsolved } from './solve-programme.js';
import { type Stage, solveStage } from './solve-stage.js';

/** Slacks below this share of a limit's scale are the solver's tolerance, not a relaxation. */
const NEGLIGIBLE_SLACK = 1e-6;

/** Room left beyond the smallest relaxation, so that the second programme is not on its edge. */
const ROOM = 1e-7;

export interface SolvedModel extends Omit<SolvedProgramme, 'status'> {
  /** Sizes by lever, in the lever's own unit, within its bounds. */
  readonly sizes: readonly number[];
  readonly relaxation: Relaxation;
  /** The best of each objective in turn, as the model says; the last is the plan's. */
  readonly objectives: readonly number[];
}

/**
 * The best of the objective within the limits; where no plan meets them, the smallest relaxation
 * first and then the best at that relaxation (PLAN-7). Issues: `plan.infeasible` when limits that
 * may not be relaxed and the rules of size cannot be met, `plan.unbounded`, `plan.objective` when
 * the capital of a return is not positive, `plan.integers` when the solver's integers do not hold.
 */
export async function solveModel(
  problem: PlanProblem,
  model: LinearModel,
  reach: Reach,
): Promise<Result<SolvedModel>> {
  const strict = await solveAt(problem, model, reach, new Map());
  if (strict !== undefined) return strict;
  const elastic = buildElastic(problem, model, reach);
  const relaxed = await solveProgramme(problem.solver, elastic);
  if (relaxed.status !== 'optimal')
    return { ok: false, issues: await fixedIssues(problem, model, reach) };
  const smallest = relaxationOf(problem, elastic, relaxed.solution.x, NEGLIGIBLE_SLACK);
  const issues = problem.limits.flatMap((limit) => outOfReach(limit, smallest.get(limit.id) ?? 0));
  if (issues.length > 0) return { ok: false, issues };
  const roomy = new Map(problem.limits.map(({ id }) => [id, (smallest.get(id) ?? 0) + ROOM]));
  const again = await solveAt(problem, model, reach, roomy);
  if (again === undefined) {
    return fail(issue('plan.infeasible', 'limits', 'a plan at the smallest relaxation', 'none'));
  }
  return again.ok ? ok({ ...again.value, relaxation: smallest }) : again;
}

/** Beyond so many of its scales a limit is a slip of the pen: no solver tells it from none. */
const FARTHEST_SCALES = 1e5;

function outOfReach({ id, title, floor, cap, scale }: Limit, slack: number): Issue[] {
  if (slack < FARTHEST_SCALES) return [];
  const bound = [
    ...(floor === null ? [] : [`a floor of ${floor}`]),
    ...(cap === null ? [] : [`a cap of ${cap}`]),
  ];
  const got = `${bound.join(' and ')}, which every plan misses by about ${roughly(slack * scale)}`;
  const expected = `"${title}" in the unit of its measure, within reach of a plan`;
  return [issue('plan.infeasible', `limits.${id}`, expected, got)];
}

const roughly = (amount: number): string => amount.toPrecision(2);

/**
 * The fixed limits that would have to give way, each with the least it would take, found by letting
 * them; where that makes no plan either, the rules of size exclude one another.
 */
async function fixedIssues(
  problem: PlanProblem,
  model: LinearModel,
  reach: Reach,
): Promise<Issue[]> {
  const limits = problem.limits.map((limit) => ({ ...limit, relaxable: true }));
  const yielding = { ...problem, limits };
  const elastic = buildElastic(yielding, model, reach);
  const solved = await solveProgramme(problem.solver, elastic);
  if (solved.status !== 'optimal') {
    const rules = problem.rules.map(({ title }) => `"${title}"`).join(', ');
    const got = `none: ${rules === '' ? 'the bounds of the levers' : rules}`;
    return [issue('plan.infeasible', 'rules', 'sizes within the rules of size and bounds', got)];
  }
  const smallest = relaxationOf(yielding, elastic, solved.solution.x, NEGLIGIBLE_SLACK);
  return problem.limits.flatMap((limit) => {
    const slack = smallest.get(limit.id);
    if (slack === undefined || limit.relaxable) return [];
    const got = `none: it would have to give way by ${reliefWords(slack * limit.scale, limit)}`;
    const expected = `a plan within the fixed limit "${limit.title}"`;
    return [issue('plan.infeasible', `limits.${limit.id}`, expected, got)];
  });
}

/** Undefined when no plan meets the limits. */
async function solveAt(
  problem: PlanProblem,
  model: LinearModel,
  reach: Reach,
  relaxation: Relaxation,
): Promise<Result<SolvedModel> | undefined> {
  const plan = buildProgramme(problem, model, { reach, relaxation });
  let stage: Stage = { programme: plan, best: 0 };
  let solved: SolvedProgramme | undefined;
  const objectives: number[] = [];
  for (const [index, ranked] of ranking(problem).entries()) {
    const next = await solveStage({ problem, model, ...ranked, name: `goal${index}` }, stage);
    if (!next.ok) return next;
    if (next.value.solved.status !== 'optimal') {
      return next.value.solved.status === 'infeasible' ? undefined : unsolved(next.value.solved);
    }
    solved = next.value.solved;
    stage = next.value;
    objectives.push(next.value.best);
  }
  if (solved === undefined) return fail(issue('plan.objective', 'order', 'an objective', 'none'));
  const sizes = sizesOf(problem, solved.solution, solved.programme);
  const { programme, solution, search } = solved;
  return ok({ programme, solution, search, sizes, relaxation, objectives });
}

/** An objective alone is the only one of its order. */
function ranking({ objective }: PlanProblem): readonly RankedObjective[] {
  return objective.kind === 'lexicographic' ? objective.order : [{ objective, tolerance: 0 }];
}

function unsolved({ status }: Unsolved): Result<never> {
  return status === 'unbounded'
    ? fail(issue('plan.unbounded', 'levers', 'a best plan', 'none'))
    : fail(issue('plan.integers', 'levers', 'integers that hold', status));
}

function sizesOf(
  problem: PlanProblem,
  { x }: Extract<LpSolution, { status: 'optimal' }>,
  { variables }: LinearProgramme,
): readonly number[] {
  return problem.levers.map((lever, index) => {
    if (variables[index]?.id !== lever.id) throw new Error(`column ${index} is not ${lever.id}`);
    const size = itemAt(x, index) * columnSize(lever);
    return Math.min(lever.high, Math.max(lever.low, size));
  });
}
