import { arctangent, type Result } from '../foundation/index.js';
import { brent } from './root.js';

const QUANTILE_TOLERANCE = 1e-12;

/**
 * P(|T| <= t) of Student's distribution with a whole number of degrees of freedom, t >= 0 (rule
 * STUDENT-1): the finite sums of M. Abramowitz, I. Stegun, Handbook of Mathematical Functions,
 * 26.7.3 and 26.7.4. Throws RangeError for other arguments.
 */
export function studentWithin(t: number, degreesOfFreedom: number): number {
  const isWhole = Number.isInteger(degreesOfFreedom) && degreesOfFreedom > 0;
  if (!isWhole || !(t >= 0)) {
    throw new RangeError(`no Student probability: ${t}, ${degreesOfFreedom} degrees of freedom`);
  }
  const cosineSquare = degreesOfFreedom / (degreesOfFreedom + t * t);
  const sine = t / Math.sqrt(degreesOfFreedom + t * t);
  if (degreesOfFreedom % 2 === 0) return sine * cosineSum(cosineSquare, 0, degreesOfFreedom);
  const angle = arctangent(t / Math.sqrt(degreesOfFreedom));
  const sum = degreesOfFreedom === 1 ? 0 : cosineSum(cosineSquare, 1, degreesOfFreedom);
  return (2 / Math.PI) * (angle + sine * Math.sqrt(cosineSquare) * sum);
}

/**
 * 1 + (1 + s)/(2 + s) c + (1 + s)(3 + s)/((2 + s)(4 + s)) c^2 + ... with (degrees - s) / 2 terms:
 * s = 0 for an even, 1 for an odd number of degrees.
 */
function cosineSum(cosineSquare: number, s: number, degreesOfFreedom: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; 2 * k + s < degreesOfFreedom; k += 1) {
    term *= ((2 * k - 1 + s) / (2 * k + s)) * cosineSquare;
    sum += term;
  }
  return sum;
}

/**
 * t with P(|T| <= t) = `confidence`: half the width of a two-sided interval in standard errors
 * (rule STUDENT-2). Throws RangeError for a confidence outside 0.01 to 0.9999.
 */
export function studentHalfWidth(confidence: number, degreesOfFreedom: number): Result<number> {
  if (!(confidence >= 0.01 && confidence <= 0.9999)) {
    throw new RangeError(`confidence ${confidence} is outside 0.01 to 0.9999`);
  }
  let high = 1;
  while (studentWithin(high, degreesOfFreedom) < confidence) high *= 2;
  const gap = (t: number) => studentWithin(t, degreesOfFreedom) - confidence;
  return brent(gap, 0, high, QUANTILE_TOLERANCE);
}
