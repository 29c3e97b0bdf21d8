import { itemAt } from '../foundation/index.js';

/**
 * Shapley value of each of n players from the values of all 2^n coalitions, in the unit of the
 * values (ATTR-3): phi(i) = sum over S without i of |S|! (n-|S|-1)! / n! x (v(S+i) - v(S)).
 * L. S. Shapley, A value for n-person games (1953).
 */
export function shapleyValues(values: Float64Array, players: number): Float64Array {
  const weights = shapleyWeights(players);
  const shapley = new Float64Array(players);
  for (let player = 0; player < players; player += 1) {
    const bit = 1 << player;
    let sum = 0;
    for (let mask = 0; mask < values.length; mask += 1) {
      if ((mask & bit) !== 0) continue;
      const marginal = itemAt(values, mask | bit) - itemAt(values, mask);
      sum += itemAt(weights, memberCount(mask)) * marginal;
    }
    shapley[player] = sum;
  }
  return shapley;
}

/** |S|! (n-|S|-1)! / n! for |S| = 0 … n-1: one over n times n-1 choose |S|. */
export function shapleyWeights(players: number): readonly number[] {
  const weights: number[] = [];
  let choose = 1;
  for (let members = 0; members < players; members += 1) {
    weights.push(1 / (players * choose));
    choose = (choose * (players - 1 - members)) / (members + 1);
  }
  return weights;
}

/** How many bits of a mask are set. */
export function memberCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
