/** Series terms kept after the argument is below 0.07: the next term is under 2^-60. */
const TERMS = 9;
const HALVINGS = 4;

/**
 * Arctangent in radians, within 4 ulp (rule MATH-7), with the same bits on every machine: only
 * + - x / and Math.sqrt are used. atan(x) = 2 atan(x / (1 + sqrt(1 + x^2))) four times, then the
 * Taylor series x - x^3/3 + x^5/5 - ...
 */
export function arctangent(x: number): number {
  if (x < 0) return -arctangent(-x);
  if (x > 1) return Math.PI / 2 - arctangent(1 / x);
  let reduced = x;
  for (let step = 0; step < HALVINGS; step += 1) {
    reduced = reduced / (1 + Math.sqrt(1 + reduced * reduced));
  }
  const square = reduced * reduced;
  let sum = 0;
  for (let term = TERMS; term >= 0; term -= 1) {
    const sign = term % 2 === 0 ? 1 : -1;
    sum = sum * square + sign / (2 * term + 1);
  }
  return 16 * reduced * sum;
}
