import { itemAt } from '../foundation/index.js';
import type {
  IntegerSearch,
  LinearProgramme,
  LpSolution,
  LpVariable,
  Solver,
} from './linear-programme.js';

type Optimal = Extract<LpSolution, { status: 'optimal' }>;

/** A solved programme that is linear: its integers, if it had any, stand at their answer. */
export interface SolvedProgramme {
  readonly status: 'optimal';
  readonly programme: LinearProgramme;
  readonly solution: Optimal;
  /** Null where no column was integer. */
  readonly search: IntegerSearch | null;
}

/** What came of a programme that has no answer. */
export type Unsolved =
  | Exclude<LpSolution, Optimal>
  /** The solver's own integers left no linear programme that can be solved. */
  | { readonly status: 'not proven' };

/**
 * Solves a programme; where it has integers, solves it again as the linear programme with the
 * integers fixed at the answer, whose duals are the shadow prices (PLAN-10).
 */
export async function solveProgramme(
  solver: Solver,
  programme: LinearProgramme,
): Promise<SolvedProgramme | Unsolved> {
  const found = await solver(programme);
  if (found.status !== 'optimal') return found;
  if (!programme.variables.some(({ integer }) => integer === true)) {
    return { status: 'optimal', programme, solution: found, search: null };
  }
  const fixed = withIntegersFixed(programme, found.x);
  const solution = await solver(fixed);
  const { search } = found;
  if (solution.status !== 'optimal' || search === undefined) return { status: 'not proven' };
  return { status: 'optimal', programme: fixed, solution, search };
}

/** The linear programme that is left when every integer column stands at its value in `x`. */
export function withIntegersFixed(
  programme: LinearProgramme,
  x: readonly number[],
): LinearProgramme {
  const variables = programme.variables.map((variable, column): LpVariable => {
    const { integer, ...continuous } = variable;
    if (integer !== true) return variable;
    const value = Math.round(itemAt(x, column));
    return { ...continuous, low: value, high: value };
  });
  return { ...programme, variables };
}
