import { fail, issue, ok, type Result } from '../foundation/index.js';

const GOLDEN_SHARE = 0.3819660112501051;
const MAXIMUM_STEPS = 200;

/** The three best points so far, best first, and the last two steps. */
interface Search {
  low: number;
  high: number;
  readonly x: [number, number, number];
  readonly f: [number, number, number];
  step: number;
  stepBefore: number;
}

/**
 * Where a function of one variable is least between `low` and `high`, to a tolerance in x: golden
 * section with parabolic steps (rule MINIMUM-1). With several minima it finds one of them.
 * Issue: `minimum.not-finite`. Source: R. P. Brent, Algorithms for Minimization without
 * Derivatives (1973), chapter 5.
 */
export function brentMinimum(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): Result<number> {
  const start = low + GOLDEN_SHARE * (high - low);
  const first = f(start);
  const search: Search = {
    low,
    high,
    x: [start, start, start],
    f: [first, first, first],
    step: 0,
    stepBefore: 0,
  };
  for (let count = 0; count < MAXIMUM_STEPS; count += 1) {
    const best = search.x[0];
    if (!Number.isFinite(search.f[0])) {
      return fail(issue('minimum.not-finite', 'f', 'a finite value', `${search.f[0]} at ${best}`));
    }
    const middle = 0.5 * (search.low + search.high);
    const reach = tolerance + 4e-16 * Math.abs(best);
    if (Math.abs(best - middle) <= 2 * reach - 0.5 * (search.high - search.low)) return ok(best);
    const step = nextStep(search, middle, reach);
    const least = step > 0 ? reach : -reach;
    const tried = best + (Math.abs(step) >= reach ? step : least);
    accept(search, tried, f(tried));
  }
  return ok(search.x[0]);
}

/** The parabolic step where it is safe, the golden section otherwise. */
function nextStep(search: Search, middle: number, reach: number): number {
  const [best, second, third] = search.x;
  const parabola = parabolicStep(search);
  const before = search.stepBefore;
  search.stepBefore = search.step;
  const isInside =
    best + parabola > search.low + 2 * reach && best + parabola < search.high - 2 * reach;
  if (second !== third && isInside && Math.abs(parabola) < 0.5 * Math.abs(before)) {
    search.step = parabola;
  } else {
    search.stepBefore = (best < middle ? search.high : search.low) - best;
    search.step = GOLDEN_SHARE * search.stepBefore;
  }
  return search.step;
}

function parabolicStep(search: Search): number {
  const [best, second, third] = search.x;
  const r = (best - second) * (search.f[0] - search.f[2]);
  const q = (best - third) * (search.f[0] - search.f[1]);
  const bottom = 2 * (q - r);
  return bottom === 0
    ? Number.POSITIVE_INFINITY
    : -((best - third) * q - (best - second) * r) / bottom;
}

function accept(search: Search, tried: number, value: number): void {
  const [x0, x1] = search.x;
  const [f0, f1, f2] = search.f;
  if (value <= f0) {
    if (tried < x0) search.high = x0;
    else search.low = x0;
    search.x.splice(0, 3, tried, x0, x1);
    search.f.splice(0, 3, value, f0, f1);
    return;
  }
  if (tried < x0) search.low = tried;
  else search.high = tried;
  if (value <= f1 || x1 === x0) {
    search.x.splice(1, 2, tried, x1);
    search.f.splice(1, 2, value, f1);
  } else if (value <= f2 || search.x[2] === x0 || search.x[2] === x1) {
    search.x[2] = tried;
    search.f[2] = value;
  }
}
