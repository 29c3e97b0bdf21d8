import { itemAt } from '../foundation/index.js';

/** Steps in canonical order (ATTR-2): groups are added one after the other, bit 0 first. */
export function waterfallSteps(values: Float64Array, players: number): Float64Array {
  const steps = new Float64Array(players);
  let mask = 0;
  for (let player = 0; player < players; player += 1) {
    const next = mask | (1 << player);
    steps[player] = itemAt(values, next) - itemAt(values, mask);
    mask = next;
  }
  return steps;
}
