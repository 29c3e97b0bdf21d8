import { fail, issue, ok, type Result } from '../foundation/index.js';

const MAXIMUM_STEPS = 200;
const EPSILON = 2.220446049250313e-16;

/** Brent's three points: `best` has the smaller |f|, `contra` the opposite sign. */
interface Bracket {
  previous: number;
  fPrevious: number;
  best: number;
  fBest: number;
  contra: number;
  fContra: number;
  step: number;
  stepBefore: number;
}

/**
 * A root of a continuous f in [low, high] to `tolerance` in x (rule ROOT-1; R. P. Brent,
 * Algorithms for Minimization without Derivatives, 1973, chapter 4).
 * Issues: `root.not-bracketed`, `root.not-finite`, `root.no-convergence`.
 */
export function brent(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): Result<number> {
  const fLow = f(low);
  const fHigh = f(high);
  if (!Number.isFinite(fLow) || !Number.isFinite(fHigh)) return notFinite(low, high);
  if (fLow === 0) return ok(low);
  if (fHigh === 0) return ok(high);
  if (fLow > 0 === fHigh > 0) {
    const got = `f(${low}) = ${fLow}, f(${high}) = ${fHigh}`;
    return fail(issue('root.not-bracketed', 'f', 'opposite signs at the two ends', got));
  }
  return narrow(f, startBracket(low, fLow, high, fHigh), tolerance);
}

function startBracket(low: number, fLow: number, high: number, fHigh: number): Bracket {
  const step = high - low;
  const contra = { contra: low, fContra: fLow, step, stepBefore: step };
  return { previous: low, fPrevious: fLow, best: high, fBest: fHigh, ...contra };
}

function narrow(f: (x: number) => number, b: Bracket, tolerance: number): Result<number> {
  for (let count = 0; count < MAXIMUM_STEPS; count += 1) {
    keepSmallestAsBest(b);
    const smallestStep = 2 * EPSILON * Math.abs(b.best) + 0.5 * tolerance;
    const halfWidth = 0.5 * (b.contra - b.best);
    if (Math.abs(halfWidth) <= smallestStep || b.fBest === 0) return ok(b.best);
    chooseStep(b, halfWidth, smallestStep);
    const isLongEnough = Math.abs(b.step) > smallestStep;
    const move = isLongEnough ? b.step : halfWidth > 0 ? smallestStep : -smallestStep;
    b.previous = b.best;
    b.fPrevious = b.fBest;
    b.best += move;
    b.fBest = f(b.best);
    if (!Number.isFinite(b.fBest)) return notFinite(b.best, b.contra);
    if (b.fBest > 0 === b.fContra > 0) restartFromPrevious(b);
  }
  const expected = `a root within ${tolerance}`;
  return fail(issue('root.no-convergence', 'f', expected, `${MAXIMUM_STEPS} steps without`));
}

function restartFromPrevious(b: Bracket): void {
  b.contra = b.previous;
  b.fContra = b.fPrevious;
  b.step = b.best - b.previous;
  b.stepBefore = b.step;
}

function keepSmallestAsBest(b: Bracket): void {
  if (Math.abs(b.fContra) >= Math.abs(b.fBest)) return;
  b.previous = b.best;
  b.fPrevious = b.fBest;
  b.best = b.contra;
  b.fBest = b.fContra;
  b.contra = b.previous;
  b.fContra = b.fPrevious;
}

/** Interpolates where the last steps shrank and the new one stays inside; otherwise bisects. */
function chooseStep(b: Bracket, halfWidth: number, smallestStep: number): void {
  const { numerator, denominator } = interpolatedStep(b, halfWidth);
  const isShrinking =
    Math.abs(b.stepBefore) >= smallestStep && Math.abs(b.fPrevious) > Math.abs(b.fBest);
  const inside = 1.5 * halfWidth * denominator - 0.5 * Math.abs(smallestStep * denominator);
  const shorter = 0.5 * Math.abs(b.stepBefore * denominator);
  if (isShrinking && numerator < inside && numerator < shorter) {
    b.stepBefore = b.step;
    b.step = numerator / denominator;
    return;
  }
  b.step = halfWidth;
  b.stepBefore = halfWidth;
}

/** Secant step with two points, inverse quadratic with three; signs put so numerator >= 0. */
function interpolatedStep(b: Bracket, halfWidth: number): Fraction {
  const s = b.fBest / b.fPrevious;
  let numerator = 2 * halfWidth * s;
  let denominator = 1 - s;
  if (b.previous !== b.contra) {
    const q = b.fPrevious / b.fContra;
    const r = b.fBest / b.fContra;
    numerator = s * (2 * halfWidth * q * (q - r) - (b.best - b.previous) * (r - 1));
    denominator = (q - 1) * (r - 1) * (s - 1);
  }
  return numerator > 0
    ? { numerator, denominator: -denominator }
    : { numerator: -numerator, denominator };
}

interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

function notFinite(low: number, high: number): Result<number> {
  const got = `not finite between ${low} and ${high}`;
  return fail(issue('root.not-finite', 'f', 'finite values on the interval', got));
}

/**
 * The smallest x in [low, high] where a predicate that turns from false to true once is true,
 * to `tolerance` and always on the true side; `low` when it is true there (rule ROOT-2).
 * Issue `boundary.none` when it is false at `high`.
 */
export function bisectBoundary(
  predicate: (x: number) => boolean,
  low: number,
  high: number,
  tolerance: number,
): Result<number> {
  if (predicate(low)) return ok(low);
  if (!predicate(high)) {
    return fail(issue('boundary.none', 'predicate', `true by ${high}`, 'false up to there'));
  }
  let lastFalse = low;
  let firstTrue = high;
  while (firstTrue - lastFalse > tolerance) {
    const middle = lastFalse + 0.5 * (firstTrue - lastFalse);
    if (middle <= lastFalse || middle >= firstTrue) break;
    if (predicate(middle)) firstTrue = middle;
    else lastFalse = middle;
  }
  return ok(firstTrue);
}
