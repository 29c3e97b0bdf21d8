import { itemAt } from '../foundation/index.js';
import {
  type LinearProgramme,
  type LpSolution,
  reducedCosts,
  rowActivities,
} from './linear-programme.js';

/** What proves the answer of a linear programme, computed here and not taken from the solver. */
export interface Certificate {
  readonly primalObjective: number;
  readonly dualObjective: number;
  /** primal minus dual, as a share of the larger (of 1 when both are smaller). */
  readonly gap: number;
  /** Greatest breach of a bound or row by x; 0 = none. */
  readonly primalInfeasibility: number;
  /** Greatest dual that presses on a bound that is not there; 0 = none. */
  readonly dualInfeasibility: number;
  readonly statement: string;
}

const STATEMENT =
  'The duality gap certifies the linear programme only. Each programme is a linearisation of the ' +
  'full valuation at one plan: repeated until both agree it gives a local answer, and a global ' +
  'one only where the measures are linear in the levers.';

type Optimal = Extract<LpSolution, { status: 'optimal' }>;

/**
 * Weak duality (PLAN-2): y'b over the binding sides plus reduced costs over the variables' bounds
 * is never above the least cost, so a gap of 0 with both sides feasible proves the optimum.
 */
export function certify(programme: LinearProgramme, solution: Optimal): Certificate {
  const reduced = reducedCosts(programme, solution.rowDual);
  const rows = programme.constraints.map((row, index) =>
    supported(itemAt(solution.rowDual, index), row.low, row.high),
  );
  const columns = programme.variables.map((column, index) =>
    supported(itemAt(reduced, index), column.low, column.high),
  );
  const dualObjective = [...rows, ...columns].reduce((sum, { value }) => sum + value, 0);
  const primalObjective = programme.variables.reduce(
    (sum, { cost }, index) => sum + cost * itemAt(solution.x, index),
    0,
  );
  const scale = Math.max(1, Math.abs(primalObjective), Math.abs(dualObjective));
  return {
    primalObjective,
    dualObjective,
    gap: (primalObjective - dualObjective) / scale,
    primalInfeasibility: primalInfeasibility(programme, solution.x),
    dualInfeasibility: Math.max(0, ...[...rows, ...columns].map(({ breach }) => breach)),
    statement: STATEMENT,
  };
}

/** A positive dual presses on the low bound, a negative one on the high bound. */
function supported(
  dual: number,
  low: number | null,
  high: number | null,
): { readonly value: number; readonly breach: number } {
  if (dual === 0) return { value: 0, breach: 0 };
  const bound = dual > 0 ? low : high;
  return bound === null ? { value: 0, breach: Math.abs(dual) } : { value: dual * bound, breach: 0 };
}

function primalInfeasibility(programme: LinearProgramme, x: readonly number[]): number {
  const outside = (value: number, low: number | null, high: number | null): number =>
    Math.max(0, low === null ? 0 : low - value, high === null ? 0 : value - high);
  const activities = rowActivities(programme, x);
  return Math.max(
    0,
    ...programme.constraints.map(({ low, high }, row) =>
      outside(itemAt(activities, row), low, high),
    ),
    ...programme.variables.map(({ low, high }, column) => outside(itemAt(x, column), low, high)),
  );
}
