import { exponentAndMantissa, scaleByPowerOfTwo } from './float-bits.js';
import { logInTwoWords, productError } from './two-word-log.js';

/*
 * exp, log, pow and kin with the same bits on every engine: only + - * / comparison, floor and
 * typed-array bit access are used, all of which IEEE 754 and ECMAScript fix to the last bit.
 * Argument reductions: W. J. Cody and W. Waite, Software Manual for the Elementary Functions
 * (1980); K. C. Ng's description of fdlibm. Coefficients are exact series terms, see MATH-1..4.
 */

/** The leading 33 bits of ln 2, so that k * LN2_HIGH is exact for every binary exponent k. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** Only chooses the binary exponent, so its last digits do not matter. */
const INVERSE_LN2 = 1 / LN2_HIGH;
const EXP_OVERFLOW_ABOVE = 709.782712893384;
const EXP_UNDERFLOW_BELOW = -745.1332191019412;

/*
 * The series stand as nested products of constants, not as loops over lists: exp is the hot
 * path of every discount factor, and a loop costs several times as much.
 */

/** r coth(r/2) - 2 as a series in z = r^2, coefficients 2 B(2n) / (2n)! for n = 1..7. */
function cothSeries(z: number): number {
  const high =
    z * (-1 / 604800 + z * (1 / 23950080 + z * (-691 / 653837184000 + z * (1 / 37362124800))));
  return z * (1 / 6 + z * (-1 / 360 + z * (1 / 15120 + high)));
}

/** (2 artanh(s) - 2 s) / s as a series in z = s^2, coefficients 2 / (2n + 1) for n = 1..11. */
function artanhSeries(z: number): number {
  const highest = z * (2 / 19 + z * (2 / 21 + z * (2 / 23)));
  const high = z * (2 / 11 + z * (2 / 13 + z * (2 / 15 + z * (2 / 17 + highest))));
  return z * (2 / 3 + z * (2 / 5 + z * (2 / 7 + z * (2 / 9 + high))));
}

/**
 * e^r - 1 for r = high - low, |r| <= ln(2)/2, by c = r - (r coth(r/2) - 2) and
 * e^r = 1 + r + r c / (2 - c).
 */
function expMinusOneReduced(high: number, low: number): number {
  const r = high - low;
  const c = r - cothSeries(r * r);
  return high - (low - (r * c) / (2 - c));
}

/** e^(x + tail) for a tail far smaller than x: pow carries its second word in `tail`. */
function expWithTail(x: number, tail: number): number {
  const exponent = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - exponent * LN2_HIGH;
  const low = exponent * LN2_LOW - tail;
  return scaleByPowerOfTwo(1 + expMinusOneReduced(high, low), exponent);
}

/** e^x; exp(-Infinity) = 0, exp(NaN) = NaN. Error below 1 ulp, measured in MATH-1. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > EXP_OVERFLOW_ABOVE) return Number.POSITIVE_INFINITY;
  if (x < EXP_UNDERFLOW_BELOW) return 0;
  return expWithTail(x, 0);
}

/** e^x - 1 without cancellation near 0; expm1(-0) = -0. Error measured in MATH-3. */
export function expm1(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  if (x > EXP_OVERFLOW_ABOVE) return Number.POSITIVE_INFINITY;
  if (x < -50) return -1;
  const exponent = Math.floor(x * INVERSE_LN2 + 0.5);
  const reduced = expMinusOneReduced(x - exponent * LN2_HIGH, exponent * LN2_LOW);
  if (exponent === 0) return reduced;
  if (exponent > 60) return scaleByPowerOfTwo(1 + reduced, exponent);
  return scaleByPowerOfTwo(1 - scaleByPowerOfTwo(1, -exponent) + reduced, exponent);
}

/** exponent * ln 2 + ln(1 + f) + tail for 1 + f in [sqrt(1/2), sqrt(2)), by s = f / (2 + f). */
function logReduced(exponent: number, f: number, tail: number): number {
  const s = f / (2 + f);
  const series = artanhSeries(s * s);
  const halfSquare = 0.5 * f * f;
  const low = s * (halfSquare + series) + (exponent * LN2_LOW + tail);
  return exponent * LN2_HIGH - (halfSquare - low - f);
}

/** Natural logarithm; log(0) = -Infinity, NaN below 0. Error below 1 ulp, measured in MATH-2. */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  const { exponent, mantissa } = exponentAndMantissa(x);
  return logReduced(exponent, mantissa - 1, 0);
}

/** ln(1 + x) without cancellation near 0; log1p(-1) = -Infinity. Error measured in MATH-3. */
export function log1p(x: number): number {
  if (Number.isNaN(x) || x < -1) return Number.NaN;
  if (x === -1) return Number.NEGATIVE_INFINITY;
  if (x === 0 || x === Number.POSITIVE_INFINITY) return x;
  if (x > -0.29 && x < 0.41) return logReduced(0, x, 0);
  const sum = 1 + x;
  const lost = x > 1 ? 1 - (sum - x) : x - (sum - 1);
  const { exponent, mantissa } = exponentAndMantissa(sum);
  return logReduced(exponent, mantissa - 1, lost / sum);
}

/** Beyond this |y ln x| the power overflows or underflows whatever the second word holds. */
const POW_EXPONENT_LIMIT = 800;

/**
 * x^y with the special values of ECMAScript's Math.pow: pow(x, 0) = 1, pow(1, Infinity) = NaN,
 * a negative x with a fractional y = NaN. Error below 1 ulp, measured in MATH-4.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const magnitude = Math.abs(x);
  if (y === Number.POSITIVE_INFINITY || y === Number.NEGATIVE_INFINITY) {
    if (magnitude === 1) return Number.NaN;
    return magnitude > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const isNegative = x < 0 || 1 / x === Number.NEGATIVE_INFINITY;
  if (isNegative && !isInteger(y) && x !== 0 && magnitude !== Number.POSITIVE_INFINITY) {
    return Number.NaN;
  }
  const result = powOfMagnitude(magnitude, y);
  return isNegative && isOddInteger(y) ? -result : result;
}

function powOfMagnitude(magnitude: number, y: number): number {
  if (magnitude === 1) return 1;
  if (magnitude === 0 || magnitude === Number.POSITIVE_INFINITY) {
    return (magnitude === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY;
  }
  const { exponent, mantissa } = exponentAndMantissa(magnitude);
  const logarithm = logInTwoWords(exponent, mantissa);
  const product = y * logarithm.high;
  if (product > POW_EXPONENT_LIMIT) return Number.POSITIVE_INFINITY;
  if (product < -POW_EXPONENT_LIMIT) return 0;
  return expWithTail(product, productError(y, logarithm.high, product) + y * logarithm.low);
}

function isInteger(y: number): boolean {
  return Math.floor(y) === y;
}

function isOddInteger(y: number): boolean {
  return isInteger(y) && !isInteger(y * 0.5);
}

/**
 * base^n for an integer n by repeated squaring; n < 0 gives 1 / base^-n. Exact where every
 * partial product is; throws RangeError when n is not a safe integer.
 */
export function powInteger(base: number, n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`power ${n} is not an integer`);
  let power = 1;
  let square = base;
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power *= square;
    square *= square;
  }
  return n < 0 ? 1 / power : power;
}
