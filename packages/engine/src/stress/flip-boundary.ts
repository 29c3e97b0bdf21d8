import { itemAt } from '../foundation/index.js';
import { brent } from '../numeric/index.js';
import type { MoveRange, Probe } from './flip-problem.js';
import { clipped } from './nearest-in-box.js';

/** Two points on a line, close together: the limit holds at one and is breached at the other. */
export interface FlipBoundary {
  readonly holds: number;
  readonly breached: number;
}

/** How close the two sides of a flip are brought, as a share of the line searched. */
export const SIDE_TOLERANCE = 1e-7;

/**
 * The boundary between a point that holds and one that is breached, by Brent's method, then both
 * sides within `tolerance` of it (FLIP-3); halving takes over where the slack jumps.
 */
export function flipBoundary(
  slack: (t: number) => number,
  { holds, breached }: FlipBoundary,
  tolerance: number,
): FlipBoundary {
  const sign = breached > holds ? 1 : -1;
  const [low, high] = sign > 0 ? [holds, breached] : [breached, holds];
  const root = brent(slack, low, high, 0.5 * tolerance);
  let inner = holds;
  let outer = breached;
  if (root.ok) {
    for (const step of [-0.5, 0, 1]) {
      const t = root.value + step * sign * tolerance;
      if (t <= low || t >= high || (outer - t) * sign <= 0) continue;
      if (slack(t) > 0) inner = t;
      else outer = t;
    }
  }
  while ((outer - inner) * sign > 2 * tolerance) {
    const middle = inner + 0.5 * (outer - inner);
    if (slack(middle) > 0) inner = middle;
    else outer = middle;
  }
  return { holds: inner, breached: outer };
}

/** A joint move on the boundary: the last amounts that hold, and the first that do not. */
export interface Crossing {
  readonly holdsAt: readonly number[];
  readonly breachedAt: readonly number[];
}

/** Behind a point that holds, the line is looked at here and then at ever twice as far. */
const BEHIND = [1.01, 1.03, 1.1, 1.3, 2];

/**
 * Where the line from no move through `through` crosses the boundary: before `through` where that
 * is breached, otherwise behind it as far as the ranges go. Null where no breach is seen.
 */
export function crossingOn(
  probe: Probe,
  moves: readonly MoveRange[],
  through: readonly number[],
): Crossing | null {
  const at = (t: number) =>
    clipped(
      moves,
      through.map((each) => t * each),
    );
  const slack = (t: number) => probe.slack(at(t));
  const far = reachOf(moves, through);
  if (!(far > 0)) return null;
  const ends = firstBreach(slack, Math.min(1, far), far);
  if (ends === null) return null;
  const found = flipBoundary(slack, ends, SIDE_TOLERANCE * ends.breached);
  return { holdsAt: at(found.holds), breachedAt: at(found.breached) };
}

function firstBreach(slack: (t: number) => number, near: number, far: number): FlipBoundary | null {
  if (slack(near) <= 0) return { holds: 0, breached: near };
  let holds = near;
  for (let step = 0; holds < far; step += 1) {
    const next = step < BEHIND.length ? near * itemAt(BEHIND, step) : 2 * holds;
    const breached = Math.min(far, next);
    if (slack(breached) <= 0) return { holds, breached };
    holds = breached;
  }
  return null;
}

/** The largest multiple of a joint move that stays within the ranges; 0 for no move at all. */
function reachOf(moves: readonly MoveRange[], through: readonly number[]): number {
  let reach = Number.POSITIVE_INFINITY;
  moves.forEach(({ low, high }, index) => {
    const amount = itemAt(through, index);
    if (amount > 0) reach = Math.min(reach, high / amount);
    if (amount < 0) reach = Math.min(reach, low / amount);
  });
  return Number.isFinite(reach) ? reach : 0;
}
