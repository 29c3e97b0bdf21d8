import { itemAt, ok, type Result } from '../foundation/index.js';
import { backwardSubstitute, choleskyFactor, forwardSubstitute } from '../numeric/index.js';
import type { FlipProblem } from './flip-problem.js';

/** How far a joint move is, counted in standard moves (FLIP-2). */
export interface StandardDistance {
  readonly covariance: FlipProblem['covariance'];
  /** sqrt(d' S^-1 d). */
  readonly of: (amounts: readonly number[]) => number;
  /** d_i (S^-1 d)_i / d' S^-1 d: adds up to 1; an item may be negative. */
  readonly sharesOf: (amounts: readonly number[]) => number[];
  /** The move that stands at z in independent unit moves: L z. */
  readonly moveAt: (z: readonly number[]) => number[];
}

/** Issues: `matrix.shape`, `matrix.not-positive-definite`. */
export function standardDistance(covariance: FlipProblem['covariance']): Result<StandardDistance> {
  const factor = choleskyFactor(covariance);
  if (!factor.ok) return factor;
  const lower = factor.value;
  const of = (amounts: readonly number[]): number =>
    Math.sqrt(forwardSubstitute(lower, amounts).reduce((sum, z) => sum + z * z, 0));
  return ok({
    covariance,
    of,
    sharesOf: (amounts) => {
      const weighted = backwardSubstitute(lower, forwardSubstitute(lower, amounts));
      const products = amounts.map((amount, index) => amount * itemAt(weighted, index));
      const whole = products.reduce((sum, each) => sum + each, 0);
      return products.map((each) => (whole === 0 ? 0 : each / whole));
    },
    moveAt: (z) =>
      lower.map((row) => row.reduce((sum, each, index) => sum + each * itemAt(z, index), 0)),
  });
}
