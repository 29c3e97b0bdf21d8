import { itemAt } from '../foundation/index.js';

/** Sum of products; @throws RangeError where `right` is shorter than `left`. */
export function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, each, at) => sum + each * itemAt(right, at), 0);
}
