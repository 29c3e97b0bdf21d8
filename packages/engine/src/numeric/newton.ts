import { fail, issue, ok, type Result } from '../foundation/index.js';
import { solveLinear } from './matrix.js';

export type Pair = readonly [number, number];

const MAXIMUM_STEPS = 100;
const MAXIMUM_HALVINGS = 40;
const RELATIVE_STEP = 1e-6;
const SMALLEST_SCALE = 1e-3;

/**
 * The pair x at which both residuals f(x) are at most `tolerance` in size, by Newton's method
 * with central differences, every step halved until the residuals shrink (rule ROOT-3). The
 * residuals should be of similar scale.
 * Issues: `newton.not-finite`, `newton.singular`, `newton.no-convergence`.
 */
export function newton2(f: (x: Pair) => Pair, start: Pair, tolerance: number): Result<Pair> {
  let x = start;
  let residual = f(x);
  if (!Number.isFinite(size(residual))) {
    return fail(issue('newton.not-finite', 'start', 'finite residuals', residual.join(', ')));
  }
  for (let count = 0; count < MAXIMUM_STEPS; count += 1) {
    if (size(residual) <= tolerance) return ok(x);
    const step = solveLinear(jacobian(f, x), [-residual[0], -residual[1]]);
    if (!step.ok) {
      return fail(issue('newton.singular', 'f', 'two independent residuals', x.join(', ')));
    }
    const next = shortenUntilBetter(f, x, [step.value[0] ?? 0, step.value[1] ?? 0], size(residual));
    if (next === undefined) break;
    x = next.x;
    residual = next.residual;
  }
  const got = `residuals ${residual.join(', ')} at ${x.join(', ')}`;
  return fail(issue('newton.no-convergence', 'f', `residuals within ${tolerance}`, got));
}

/** The larger of the two residuals in size. */
function size(residual: Pair): number {
  return Math.max(Math.abs(residual[0]), Math.abs(residual[1]));
}

function jacobian(f: (x: Pair) => Pair, x: Pair): number[][] {
  const first = RELATIVE_STEP * Math.max(SMALLEST_SCALE, Math.abs(x[0]));
  const second = RELATIVE_STEP * Math.max(SMALLEST_SCALE, Math.abs(x[1]));
  const right = f([x[0] + first, x[1]]);
  const left = f([x[0] - first, x[1]]);
  const above = f([x[0], x[1] + second]);
  const below = f([x[0], x[1] - second]);
  return [
    [(right[0] - left[0]) / (2 * first), (above[0] - below[0]) / (2 * second)],
    [(right[1] - left[1]) / (2 * first), (above[1] - below[1]) / (2 * second)],
  ];
}

interface Trial {
  readonly x: Pair;
  readonly residual: Pair;
}

function shortenUntilBetter(
  f: (x: Pair) => Pair,
  x: Pair,
  step: Pair,
  sizeBefore: number,
): Trial | undefined {
  let share = 1;
  for (let count = 0; count < MAXIMUM_HALVINGS; count += 1) {
    const moved: Pair = [x[0] + share * step[0], x[1] + share * step[1]];
    const residual = f(moved);
    if (size(residual) < sizeBefore) return { x: moved, residual };
    share *= 0.5;
  }
  return undefined;
}
