import { exp, log } from '../foundation/index.js';

/*
 * The normal distribution to the last digits of a double in both tails. Rational approximations:
 * W. J. Cody, Mathematics of Computation 23 (1969) 631-637 and ACM TOMS 19 (1993) 22-32
 * (algorithm 715, ANORM).
 */

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** Where the approximation about 0 gives way to the one for the body, and that to the tail. */
const CENTRE_BELOW = 0.67448975;
const TAIL_ABOVE = 5.656854249492381;
/** Below this the distribution is smaller than the smallest double. */
const UNDERFLOW_BELOW = -38.6;

const CENTRE_TOP = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.689485460371, 18154.98125334356,
];
const CENTRE_BOTTOM = [
  1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.789335026726,
];
const BODY_TOP = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388375, 93.50665613217785,
  597.2702763948002, 2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const BODY_BOTTOM = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761,
  18615.571640885097, 34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const TAIL_TOP = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807,
  0.0014216191932278934, 2.9112874951168793e-5,
];
const TAIL_BOTTOM = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  7.297515550839662e-5,
];

/** The polynomial with the highest coefficient first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

/** exp(-x^2 / 2): the square is split so that its rounding does not grow in the exponent. */
function expOfHalfSquare(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (x - coarse) * (x + coarse));
}

/** The density of the standard normal distribution at x (rule NORMAL-1). */
export function normalDensity(x: number): number {
  return INVERSE_SQRT_TWO_PI * expOfHalfSquare(x);
}

/** P(X <= x) of a standard normal X, the relative precision kept in both tails (NORMAL-2). */
export function normalDistribution(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size <= CENTRE_BELOW) {
    const square = x * x;
    return 0.5 + (x * polynomial(CENTRE_TOP, square)) / polynomial(CENTRE_BOTTOM, square);
  }
  if (x < UNDERFLOW_BELOW) return 0;
  if (x > -UNDERFLOW_BELOW) return 1;
  const tail = expOfHalfSquare(size) * (size <= TAIL_ABOVE ? bodyFactor(size) : tailFactor(size));
  return x > 0 ? 1 - tail : tail;
}

function bodyFactor(size: number): number {
  return polynomial(BODY_TOP, size) / polynomial(BODY_BOTTOM, size);
}

function tailFactor(size: number): number {
  const inverse = 1 / (size * size);
  const correction = (inverse * polynomial(TAIL_TOP, inverse)) / polynomial(TAIL_BOTTOM, inverse);
  return (INVERSE_SQRT_TWO_PI - correction) / size;
}

const HALLEY_STEPS = 3;
/** M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, 26.2.23: within 4.5e-4. */
const GUESS_TOP = [0.010328, 0.802853, 2.515517];
const GUESS_BOTTOM = [0.001308, 0.189269, 1.432788, 1];

/**
 * x with normalDistribution(x) = p (rule NORMAL-3); -Infinity at 0, Infinity at 1. Throws
 * RangeError for a p outside 0 to 1.
 */
export function inverseNormal(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`no probability: ${p}`);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  return p <= 0.5 ? lowerQuantile(p) : -lowerQuantile(1 - p);
}

function lowerQuantile(p: number): number {
  const t = Math.sqrt(-2 * log(p));
  let x = polynomial(GUESS_TOP, t) / polynomial(GUESS_BOTTOM, t) - t;
  if (p === 0.5) return 0;
  for (let step = 0; step < HALLEY_STEPS; step += 1) {
    const density = normalDensity(x);
    if (density === 0) break;
    const newton = (normalDistribution(x) - p) / density;
    x -= newton / (1 + 0.5 * x * newton);
  }
  return x;
}
