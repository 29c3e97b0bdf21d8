import { itemAt } from '../foundation/index.js';
import { type Crossing, crossingOn } from './flip-boundary.js';
import type { FlipProblem, Probe } from './flip-problem.js';
import { lowestCorner, nearestInBox } from './nearest-in-box.js';
import type { StandardDistance } from './standard-distance.js';

/** What the joint search walks in. */
export interface FlipSpace {
  readonly problem: FlipProblem;
  readonly probe: Probe;
  readonly distance: StandardDistance;
}

const MOST_STEPS = 40;
const MOST_HALVINGS = 8;
/** A step that brings the boundary nearer by less than this share ends the walk. */
const SMALLEST_GAIN = 1e-7;
/** Differences are taken over this share of a standard move. */
const DIFFERENCE_SHARE = 0.01;

/**
 * Walks along the boundary from one point on it to the one nearest to no move (FLIP-6): the slack
 * is made linear at the point, the nearest move of the linear boundary is found, and the true
 * boundary is crossed again on the line towards it; the line is turned
 * half way back as long as that brings it nearer. The answer is a local minimum.
 */
export function walkToNearest(space: FlipSpace, start: Crossing): Crossing {
  let best = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = nearerFrom(space, best);
    if (next === null) return best;
    const gain = 1 - distanceOf(space, next) / distanceOf(space, best);
    best = next;
    if (gain < SMALLEST_GAIN) return best;
  }
  return best;
}

/** The crossing towards which the slack falls most from no move; null when there is none. */
export function firstCrossing(space: FlipSpace): Crossing | null {
  const { problem, probe } = space;
  const nowhere = problem.moves.map(() => 0);
  const gradient = gradientAt(space, nowhere);
  const target =
    nearestInBox(problem, { gradient, bound: -probe.slack(nowhere) }) ??
    lowestCorner(problem.moves, gradient);
  return crossingOn(probe, problem.moves, target);
}

export function distanceOf({ distance }: FlipSpace, { breachedAt }: Crossing): number {
  return distance.of(breachedAt);
}

function nearerFrom(space: FlipSpace, from: Crossing): Crossing | null {
  const { problem, probe } = space;
  const here = from.breachedAt;
  const gradient = gradientAt(space, here);
  const value = gradient.reduce((sum, slope, i) => sum + slope * itemAt(here, i), 0);
  const bound = value - probe.slack(here);
  if (!(bound < 0)) return null;
  const aim = nearestInBox(problem, { gradient, bound });
  if (aim === null) return null;
  let nearer: Crossing | null = null;
  for (let halving = 0, share = 1; halving <= MOST_HALVINGS; halving += 1, share *= 0.5) {
    const through = here.map((each, i) => each + share * (itemAt(aim, i) - each));
    const found = crossingOn(probe, problem.moves, through);
    const isNearer = found !== null && distanceOf(space, found) < distanceOf(space, nearer ?? from);
    if (nearer !== null && !isNearer) return nearer;
    if (isNearer) nearer = found;
  }
  return nearer;
}

/** Central differences; one-sided where a move stands at the end of its range. */
function gradientAt(space: FlipSpace, at: readonly number[]): number[] {
  const { problem, probe } = space;
  return problem.moves.map(({ low, high }, index) => {
    const spread = Math.sqrt(itemAt(itemAt(problem.covariance, index), index));
    const here = itemAt(at, index);
    const above = Math.min(high, here + DIFFERENCE_SHARE * spread);
    const below = Math.max(low, here - DIFFERENCE_SHARE * spread);
    if (!(above > below)) return 0;
    const moved = (value: number) => probe.slack(at.map((each, i) => (i === index ? value : each)));
    return (moved(above) - moved(below)) / (above - below);
  });
}
