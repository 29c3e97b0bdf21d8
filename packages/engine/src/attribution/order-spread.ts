import { itemAt } from '../foundation/index.js';

export interface Spread {
  readonly min: number;
  readonly max: number;
}

/**
 * The least and the greatest step a player can make over all orders (ATTR-5): the step depends
 * only on who came before, hence on the coalition, and every coalition comes before in some order.
 */
export function orderSpread(values: Float64Array, player: number): Spread {
  const bit = 1 << player;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let mask = 0; mask < values.length; mask += 1) {
    if ((mask & bit) !== 0) continue;
    const step = itemAt(values, mask | bit) - itemAt(values, mask);
    min = Math.min(min, step);
    max = Math.max(max, step);
  }
  return { min, max };
}
