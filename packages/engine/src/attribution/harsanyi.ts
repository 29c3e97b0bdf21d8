import { itemAt } from '../foundation/index.js';

/**
 * Harsanyi dividend of every coalition (ATTR-4), by the Moebius transform of the 2^n values:
 * d(S) = sum over T in S of (-1)^(|S|-|T|) v(T). d(empty) = v(empty); the dividends of one player
 * are the main effects; all together they sum to v(all).
 * J. C. Harsanyi, A simplified bargaining model for the n-person cooperative game (1963).
 */
export function harsanyiDividends(values: Float64Array): Float64Array {
  const dividends = Float64Array.from(values);
  for (let bit = 1; bit < dividends.length; bit <<= 1) {
    for (let mask = 0; mask < dividends.length; mask += 1) {
      if ((mask & bit) === 0) continue;
      dividends[mask] = itemAt(dividends, mask) - itemAt(dividends, mask ^ bit);
    }
  }
  return dividends;
}
