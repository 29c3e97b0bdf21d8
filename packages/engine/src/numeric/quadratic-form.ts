import { itemAt } from '../foundation/index.js';

/**
 * w' V w: the variance of the combination w of estimates with covariance V, and by the delta
 * method of a function of them with gradient w (rule LEAST-5).
 */
export function quadraticForm(
  weights: readonly number[],
  covariance: readonly (readonly number[])[],
): number {
  return weights.reduce((total, left, i) => {
    const row = itemAt(covariance, i);
    return total + left * weights.reduce((sum, right, j) => sum + right * itemAt(row, j), 0);
  }, 0);
}
