import { fail, issue, ok, type Result } from '../foundation/index.js';

const MAXIMUM_STEPS = 60;
const SMALLEST_RELATIVE_STEP = 4e-16;

export interface SecantStart {
  readonly first: number;
  readonly second: number;
  /** The residual that counts as a root. */
  readonly tolerance: number;
}

/**
 * A root of a smooth f by secants from two starts (rule ROOT-4): few evaluations where f is nearly
 * linear. Issue `secant.no-convergence` when the steps do not settle; then bracket it instead.
 */
export function secant(f: (x: number) => number, start: SecantStart): Result<number> {
  let [before, x] = [start.first, start.second];
  let [fBefore, fx] = [f(before), f(x)];
  for (let count = 0; count < MAXIMUM_STEPS; count += 1) {
    if (Math.abs(fx) <= start.tolerance) return ok(x);
    const next = x - (fx * (x - before)) / (fx - fBefore);
    if (!Number.isFinite(next)) break;
    const isSettled = Math.abs(next - x) <= SMALLEST_RELATIVE_STEP * Math.abs(x);
    [before, fBefore] = [x, fx];
    x = next;
    fx = f(x);
    if (isSettled) break;
  }
  if (Math.abs(fx) <= 100 * start.tolerance) return ok(x);
  const expected = `|f| within ${start.tolerance}`;
  return fail(issue('secant.no-convergence', 'f', expected, `${fx} at ${x}`));
}
