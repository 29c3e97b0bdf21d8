import { itemAt } from '../foundation/index.js';
import { solveLinear } from '../numeric/index.js';
import type { LinearProgramme, LpSolution, Solver } from './linear-programme.js';

/** A side of a row or bound on which a plan may lie: normal x plan = value. */
interface Face {
  readonly normal: readonly number[];
  readonly value: number;
  readonly isLow: boolean;
  /** Row index, or -1 for the bound of a variable. */
  readonly row: number;
}

const TOLERANCE = 1e-8;

/**
 * A solver for tests that shares nothing with HiGHS: tries every corner (as many faces as there
 * are variables) and keeps the one that is feasible and whose multipliers have the right signs.
 * Programmes of up to about five variables; no corner at all = infeasible.
 */
export const vertexSolver: Solver = async (programme) => {
  const faces = facesOf(programme);
  let anyFeasible = false;
  for (const corner of subsets(faces, programme.variables.length)) {
    const x = solveLinear(
      corner.map(({ normal }) => normal),
      corner.map(({ value }) => value),
    );
    if (!x.ok || !feasible(faces, x.value)) continue;
    anyFeasible = true;
    const solved = optimalAt(programme, corner, x.value);
    if (solved !== undefined) return solved;
  }
  return anyFeasible ? { status: 'unbounded' } : { status: 'infeasible' };
};

function optimalAt(
  programme: LinearProgramme,
  corner: readonly Face[],
  x: ArrayLike<number>,
): LpSolution | undefined {
  const columns = programme.variables.map((_, column) =>
    corner.map(({ normal }) => itemAt(normal, column)),
  );
  const multipliers = solveLinear(
    columns,
    programme.variables.map(({ cost }) => cost),
  );
  if (!multipliers.ok) return undefined;
  const rowDual = programme.constraints.map(() => 0);
  for (const [index, face] of corner.entries()) {
    const multiplier = itemAt(multipliers.value, index);
    if (face.isLow ? multiplier < -TOLERANCE : multiplier > TOLERANCE) return undefined;
    if (face.row >= 0) rowDual[face.row] = (rowDual[face.row] ?? 0) + multiplier;
  }
  const plan = programme.variables.map((_, column) => itemAt(x, column));
  const objective = programme.variables.reduce(
    (sum, { cost }, column) => sum + cost * itemAt(plan, column),
    0,
  );
  return { status: 'optimal', objective, x: plan, rowDual, reducedCost: [] };
}

function facesOf({ variables, constraints }: LinearProgramme): readonly Face[] {
  const faces: Face[] = [];
  const add = (
    normal: readonly number[],
    low: number | null,
    high: number | null,
    row: number,
  ): void => {
    if (low !== null) faces.push({ normal, value: low, isLow: true, row });
    if (high !== null) faces.push({ normal, value: high, isLow: false, row });
  };
  constraints.forEach(({ coefficients, low, high }, row) => {
    add(
      variables.map(({ id }) => coefficients[id] ?? 0),
      low,
      high,
      row,
    );
  });
  variables.forEach(({ low, high }, column) => {
    add(
      variables.map((_, other) => (other === column ? 1 : 0)),
      low,
      high,
      -1,
    );
  });
  return faces;
}

function feasible(faces: readonly Face[], x: ArrayLike<number>): boolean {
  return faces.every(({ normal, value, isLow }) => {
    const reached = normal.reduce((sum, part, column) => sum + part * itemAt(x, column), 0);
    const room = TOLERANCE * Math.max(1, Math.abs(value));
    return isLow ? reached >= value - room : reached <= value + room;
  });
}

function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index += 1) {
    for (const rest of subsets(items, size - 1, index + 1)) yield [itemAt(items, index), ...rest];
  }
}
