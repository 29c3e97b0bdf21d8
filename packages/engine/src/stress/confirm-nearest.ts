import { itemAt } from '../foundation/index.js';
import { inverseNormal, sobolSequence } from '../numeric/index.js';
import { type Crossing, crossingOn } from './flip-boundary.js';
import { distanceOf, type FlipSpace } from './joint-flip.js';
import { clipped } from './nearest-in-box.js';

/** Points lie this share of the distance inside, at most. */
const INSIDE = 1 - 1e-9;

/**
 * Looks for a breach nearer than `within` standard moves at `points` quasi-random points (FLIP-7):
 * directions spread evenly in independent unit moves, distances evenly from none to `within`,
 * each move brought back within its range. The nearest crossing found, or null.
 */
export function nearerBreach(space: FlipSpace, within: number, points: number): Crossing | null {
  const { problem, distance } = space;
  const size = problem.moves.length;
  const inside = (point: Float64Array): readonly number[] => {
    const aim = Array.from({ length: size }, (_, i) => inverseNormal(itemAt(point, i)));
    const length = Math.sqrt(aim.reduce((sum, z) => sum + z * z, 0));
    const reach = itemAt(point, size) * within * INSIDE;
    const scaled = aim.map((z) => (length === 0 ? 0 : (z * reach) / length));
    const move = clipped(problem.moves, distance.moveAt(scaled));
    const far = distance.of(move);
    return far > reach ? move.map((each) => (each * reach) / far) : move;
  };
  return nearestOf(space, points, inside);
}

/** How far to the side of a breach one looks, as shares of its distance. */
const ASIDE = [0.5, 0.2, 0.08, 0.03];
/** And how much nearer: less is not worth another walk. */
const NEARER = 1 - 1e-3;

/** Points of a round that stand beside the breach, in all (FLIP-7). */
export function pointsBeside(points: number): number {
  return ASIDE.length * Math.ceil(points / 8);
}

/**
 * Looks beside a breach for a nearer one: where the slack jumps its slopes say nothing, and the
 * walk of FLIP-6 stands still short of a minimum.
 */
export function breachBeside(space: FlipSpace, found: Crossing, points: number): Crossing | null {
  const { problem, distance } = space;
  const within = distanceOf(space, found);
  for (const aside of ASIDE) {
    const beside = (point: Float64Array): readonly number[] => {
      const aim = problem.moves.map((_, i) => inverseNormal(itemAt(point, i)));
      const length = Math.sqrt(aim.reduce((sum, z) => sum + z * z, 0));
      const step = length === 0 ? 0 : (aside * within) / length;
      const side = distance.moveAt(aim.map((z) => z * step));
      const move = clipped(
        problem.moves,
        side.map((each, i) => each + itemAt(found.breachedAt, i)),
      );
      const far = distance.of(move);
      const scaled = move.map((each) => (far > 0 ? (each * NEARER * within) / far : each));
      return clipped(problem.moves, scaled);
    };
    const nearer = nearestOf(space, Math.ceil(points / 8), beside);
    if (nearer !== null && distanceOf(space, nearer) < within) return nearer;
  }
  return null;
}

/** The same in the whole of the ranges, for a search that found no breach. */
export function anyBreach(space: FlipSpace, points: number): Crossing | null {
  const { moves } = space.problem;
  const inRanges = (point: Float64Array): readonly number[] =>
    moves.map(({ low, high }, i) => low + itemAt(point, i) * (high - low));
  return nearestOf(space, points, inRanges);
}

function nearestOf(
  space: FlipSpace,
  points: number,
  moveOf: (point: Float64Array) => readonly number[],
): Crossing | null {
  const { problem, probe } = space;
  const next = sobolSequence(new Uint32Array(problem.moves.length + 1));
  const point = new Float64Array(problem.moves.length + 1);
  let nearest: Crossing | null = null;
  for (let count = 0; count < points; count += 1) {
    next(point);
    const move = moveOf(point);
    if (!(probe.slack(move) <= 0)) continue;
    const found = crossingOn(probe, problem.moves, move);
    if (found === null) continue;
    if (nearest === null || distanceOf(space, found) < distanceOf(space, nearest)) nearest = found;
  }
  return nearest;
}
