import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { solveLinear } from './matrix.js';

const MAXIMUM_STEPS = 60;
const MAXIMUM_HALVINGS = 30;
const RELATIVE_STEP = 1e-6;
const SMALLEST_SCALE = 1e-2;

type SystemOf = (x: readonly number[]) => readonly number[];

/** Aimed for, and still acceptable where rounding or a kink stops the descent. */
export interface NewtonTolerance {
  readonly aim: number;
  readonly acceptable: number;
}

/**
 * The x at which as many residuals f(x) as unknowns are at most `aim` in size, by Newton's method
 * with central differences and halved steps (rule ROOT-5). Residuals of similar scale.
 * Issues: `newton.not-finite`, `newton.singular`, `newton.no-convergence`.
 */
export function newtonSystem(
  f: SystemOf,
  start: readonly number[],
  tolerance: NewtonTolerance,
): Result<readonly number[]> {
  let x = start;
  let residual = f(x);
  if (!Number.isFinite(largest(residual))) {
    return fail(issue('newton.not-finite', 'start', 'finite residuals', residual.join(', ')));
  }
  for (let count = 0; count < MAXIMUM_STEPS; count += 1) {
    if (largest(residual) <= tolerance.aim) return ok(x);
    const step = solveLinear(
      jacobian(f, x),
      residual.map((value) => -value),
    );
    if (!step.ok) return step;
    const next = halvedUntilBetter(f, x, step.value, largest(residual));
    if (next === undefined) break;
    x = next.x;
    residual = next.residual;
  }
  if (largest(residual) <= tolerance.acceptable) return ok(x);
  const got = `largest residual ${largest(residual)}`;
  return fail(issue('newton.no-convergence', 'f', `residuals within ${tolerance.aim}`, got));
}

function largest(residual: readonly number[]): number {
  return residual.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Rows are residuals, columns unknowns. */
function jacobian(f: SystemOf, x: readonly number[]): number[][] {
  const columns = x.map((value, i) => {
    const step = RELATIVE_STEP * Math.max(SMALLEST_SCALE, Math.abs(value));
    const above = f(x.with(i, value + step));
    const below = f(x.with(i, value - step));
    return above.map((high, row) => (high - itemAt(below, row)) / (2 * step));
  });
  return x.map((_, row) => columns.map((column) => itemAt(column, row)));
}

interface Trial {
  readonly x: readonly number[];
  readonly residual: readonly number[];
}

function halvedUntilBetter(
  f: SystemOf,
  x: readonly number[],
  step: readonly number[],
  sizeBefore: number,
): Trial | undefined {
  let share = 1;
  for (let count = 0; count < MAXIMUM_HALVINGS; count += 1) {
    const moved = x.map((value, i) => value + share * itemAt(step, i));
    const residual = f(moved);
    if (largest(residual) < sizeBefore) return { x: moved, residual };
    share *= 0.5;
  }
  return undefined;
}
