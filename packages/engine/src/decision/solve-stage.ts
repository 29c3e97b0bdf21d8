import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { type Affine, type Goal, goalOf, isRatio, type RatioGoal } from './goal.js';
import type { LinearProgramme, LpConstraint } from './linear-programme.js';
import type { LinearModel } from './linearise.js';
import type { RankedObjective } from './objective.js';
import type { PlanProblem } from './problem.js';
import { type SolvedProgramme, solveProgramme, type Unsolved } from './solve-programme.js';

/** A programme with what earlier objectives hold fast. */
export interface Stage {
  readonly programme: LinearProgramme;
  /** The objective as the model says, in its own unit and direction. */
  readonly best: number;
}

export interface SolvedStage extends Stage {
  readonly solved: SolvedProgramme | Unsolved;
}

interface StageInput extends RankedObjective {
  readonly problem: PlanProblem;
  readonly model: LinearModel;
  /** Keeps the columns and rows of one objective apart from those of the others. */
  readonly name: string;
}

/** Room beside the tolerance, as a share of the objective: the solver's own tolerance. */
const ROOM = 1e-7;

/** Rounds of Dinkelbach's method; it converges faster than linearly, three to six are usual. */
const MOST_ROUNDS = 50;

/** A return is found when what could still be gained is this share of the income. */
const RATIO_ROUNDING = 1e-9;

/**
 * One objective of a lexicographic order (PLAN-17): its best in the programme that is given, and
 * the programme for the next one, in which this one may be worse by its tolerance.
 */
export async function solveStage(input: StageInput, stage: Stage): Promise<Result<SolvedStage>> {
  const goal = goalOf(input.problem, input.model, input.objective, input.name);
  return isRatio(goal) ? solveRatio(input, goal, stage) : ok(await solveGoal(input, goal, stage));
}

async function solveGoal(input: StageInput, goal: Goal, stage: Stage): Promise<SolvedStage> {
  const { variables, constraints } = stage.programme;
  const programme = {
    variables: [...variables, ...goal.variables],
    constraints: [...constraints, ...goal.constraints],
  };
  const solved = await solveProgramme(input.problem.solver, priced(programme, goal.weights));
  if (solved.status !== 'optimal') return { programme, best: 0, solved };
  const best = valueAt(goal, solved);
  const room = input.tolerance + ROOM * Math.max(1, Math.abs(best));
  const high = best + room - goal.constant;
  const held = { ...rowOf(input), coefficients: goal.weights, low: null, high };
  return { programme: withRow(programme, held), best, solved };
}

/**
 * Dinkelbach (1967): the least of rate x capital - income is 0 exactly where the rate is the best
 * return, and each programme's answer gives the next rate. The capital is first shown to be
 * positive in every plan.
 */
async function solveRatio(
  input: StageInput,
  { income, capital }: RatioGoal,
  { programme }: Stage,
): Promise<Result<SolvedStage>> {
  const { solver } = input.problem;
  const least = await solveProgramme(solver, priced(programme, capital.weights));
  if (least.status !== 'optimal') return ok({ programme, best: 0, solved: least });
  if (!(valueAt(capital, least) > 0)) {
    const got = `${valueAt(capital, least)} USD million in a plan within the limits`;
    return fail(issue('plan.objective', 'capital', 'capital above 0 in every plan', got));
  }
  let rate = valueAt(income, least) / valueAt(capital, least);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const gap = difference(rate, capital, income);
    const solved = await solveProgramme(solver, priced(programme, gap.weights));
    if (solved.status !== 'optimal') return ok({ programme, best: 0, solved });
    const earned = valueAt(income, solved);
    const gain = -valueAt(gap, solved);
    if (gain <= RATIO_ROUNDING * Math.max(1, Math.abs(earned))) {
      const floor = difference(rate - input.tolerance, capital, income);
      const room = ROOM * Math.max(1, Math.abs(earned));
      const high = room - floor.constant;
      const held = { ...rowOf(input), coefficients: floor.weights, low: null, high };
      return ok({ programme: withRow(programme, held), best: rate, solved });
    }
    rate = earned / valueAt(capital, solved);
  }
  return fail(issue('plan.objective', 'return', `a best in ${MOST_ROUNDS} rounds`, `${rate}`));
}

/** rate x capital - income. */
function difference(rate: number, capital: Affine, income: Affine): Affine {
  const ids = [...new Set([...Object.keys(capital.weights), ...Object.keys(income.weights)])];
  const weights = ids.map((id): [string, number] => [
    id,
    rate * (capital.weights[id] ?? 0) - (income.weights[id] ?? 0),
  ]);
  const constant = rate * capital.constant - income.constant;
  return { constant, weights: Object.fromEntries(weights) };
}

function priced(programme: LinearProgramme, weights: Affine['weights']): LinearProgramme {
  const variables = programme.variables.map((variable) => ({
    ...variable,
    cost: weights[variable.id] ?? 0,
  }));
  return { ...programme, variables };
}

function withRow(programme: LinearProgramme, row: LpConstraint): LinearProgramme {
  return { ...programme, constraints: [...programme.constraints, row] };
}

function rowOf({
  name,
  objective,
}: StageInput): Omit<LpConstraint, 'coefficients' | 'low' | 'high'> {
  return { id: name, title: `No worse in: ${objective.kind}`, scenario: '', failure: '' };
}

function valueAt({ constant, weights }: Affine, { programme, solution }: SolvedProgramme): number {
  return programme.variables.reduce(
    (sum, { id }, column) => sum + (weights[id] ?? 0) * itemAt(solution.x, column),
    constant,
  );
}
