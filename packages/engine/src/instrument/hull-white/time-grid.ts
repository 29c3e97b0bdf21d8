import { itemAt } from '../../foundation/index.js';

/** Times nearer than this are one: a thousandth of a day, in years. */
const SAME_TIME = 1e-6;

/**
 * 0, the given times and equal steps between them: each interval takes the whole number of steps
 * nearest to its share of `steps`, one at least (rule HW-9). Throws RangeError without a time
 * above 0.
 */
export function timeGrid(times: readonly number[], steps: number): number[] {
  const met = times.toSorted((a, b) => a - b).filter((time) => time > SAME_TIME);
  const last = met[met.length - 1];
  if (last === undefined || !(steps >= 1)) throw new RangeError('a grid without steps');
  const longest = last / steps;
  const grid = [0];
  for (const time of met) {
    const from = itemAt(grid, grid.length - 1);
    if (time - from < SAME_TIME) continue;
    const count = Math.max(1, Math.round((time - from) / longest));
    for (let index = 1; index < count; index += 1)
      grid.push(from + ((time - from) * index) / count);
    grid.push(time);
  }
  return grid;
}
