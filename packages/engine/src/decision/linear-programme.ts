import { itemAt } from '../foundation/index.js';

/** A column of the programme; null = no bound. */
export interface LpVariable {
  readonly id: string;
  readonly title: string;
  readonly low: number | null;
  readonly high: number | null;
  /** What one unit adds to the objective, which is minimised. */
  readonly cost: number;
  readonly unit: string;
  /** Present: whole numbers alone; the programme is then a mixed-integer one (PLAN-10). */
  readonly integer?: true;
}

/** A row: low <= sum of coefficient x variable <= high; null = no bound on that side. */
export interface LpConstraint {
  readonly id: string;
  readonly title: string;
  /** By variable id; absent = 0. */
  readonly coefficients: Readonly<Record<string, number>>;
  readonly low: number | null;
  readonly high: number | null;
  readonly scenario: string;
  /** Id of the failure (world) the row belongs to; empty for none. */
  readonly failure: string;
}

/** Minimise the cost of the variables subject to the constraints: plain data, ids unique. */
export interface LinearProgramme {
  readonly variables: readonly LpVariable[];
  readonly constraints: readonly LpConstraint[];
}

/**
 * A solver's answer, arrays in the order of variables and constraints. `rowDual` is the change of
 * the least cost when a binding bound rises by one (at least 0 for a low bound, at most 0 for a
 * high one); `reducedCost` is the same for the bound of a variable.
 */
export type LpSolution =
  | {
      readonly status: 'optimal';
      readonly objective: number;
      readonly x: readonly number[];
      readonly rowDual: readonly number[];
      readonly reducedCost: readonly number[];
      /** Of a mixed-integer programme, whose duals above mean nothing. */
      readonly search?: IntegerSearch;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unbounded' };

/** What a search over whole numbers proves of its answer: nothing is cheaper than `bound`. */
export interface IntegerSearch {
  readonly bound: number;
  /** (objective - bound) / |objective|; 0 = proven best. */
  readonly gap: number;
}

/** Passed in, because solvers live outside the engine. Rejects when the solver itself fails. */
export type Solver = (programme: LinearProgramme) => Promise<LpSolution>;

/** Left-hand side of every row at x, in the order of the constraints. */
export function rowActivities(programme: LinearProgramme, x: readonly number[]): readonly number[] {
  return programme.constraints.map(({ coefficients }) =>
    programme.variables.reduce(
      (sum, { id }, column) => sum + (coefficients[id] ?? 0) * itemAt(x, column),
      0,
    ),
  );
}

/** Cost minus the duals' share of it: c - A'y, by variable. */
export function reducedCosts(
  programme: LinearProgramme,
  rowDual: readonly number[],
): readonly number[] {
  return programme.variables.map(({ id, cost }) =>
    programme.constraints.reduce(
      (left, { coefficients }, row) => left - (coefficients[id] ?? 0) * itemAt(rowDual, row),
      cost,
    ),
  );
}
