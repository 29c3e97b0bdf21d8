import { itemAt } from '../foundation/index.js';
import type { FlipProblem } from './flip-problem.js';

/** All moves d with gradient . d <= bound. */
export interface HalfSpace {
  readonly gradient: readonly number[];
  readonly bound: number;
}

interface Constraint {
  readonly at: readonly number[];
  readonly bound: number;
  /** S times the constraint's own gradient, and its length in that measure. */
  readonly pull: readonly number[];
  readonly square: number;
}

const MOST_SWEEPS = 5000;
const TOLERANCE = 1e-12;

/**
 * The move of least d' S^-1 d in a half-space, each move within its range (FLIP-6): the dual is
 * climbed one multiplier at a time (C. Hildreth, A quadratic programming procedure, Naval Research
 * Logistics Quarterly 4 (1957), 79-85: recalled). Null where no move within the ranges gets there.
 */
export function nearestInBox(
  { moves, covariance }: Pick<FlipProblem, 'moves' | 'covariance'>,
  half: HalfSpace,
): number[] | null {
  if (!(lowestIn(moves, half.gradient) <= half.bound)) return null;
  const constraints = [half, ...boxOf(moves)].map((each) => prepared(each, covariance));
  const multipliers = constraints.map(() => 0);
  const move = moves.map(() => 0);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const worst = constraints.reduce((most, constraint, index) => {
      const change = relaxed(constraint, move, multipliers, index);
      return Math.max(most, change);
    }, 0);
    if (worst <= TOLERANCE) break;
  }
  return clipped(moves, move);
}

/** The corner of the ranges at which a linear slack is least. */
export function lowestCorner(
  moves: FlipProblem['moves'],
  gradient: readonly number[],
): readonly number[] {
  return moves.map(({ low, high }, index) => {
    const slope = itemAt(gradient, index);
    return slope === 0 ? 0 : slope > 0 ? low : high;
  });
}

/** Each move brought back within its range. */
export function clipped(moves: FlipProblem['moves'], move: readonly number[]): number[] {
  return moves.map(({ low, high }, i) => Math.min(high, Math.max(low, itemAt(move, i))));
}

function lowestIn(moves: FlipProblem['moves'], gradient: readonly number[]): number {
  return product(lowestCorner(moves, gradient), gradient);
}

function boxOf(moves: FlipProblem['moves']): HalfSpace[] {
  const unit = (at: number, sign: number) => moves.map((_, index) => (index === at ? sign : 0));
  return moves.flatMap(({ low, high }, at) => [
    { gradient: unit(at, 1), bound: high },
    { gradient: unit(at, -1), bound: -low },
  ]);
}

function prepared({ gradient, bound }: HalfSpace, covariance: FlipProblem['covariance']) {
  const pull = covariance.map((row) => product(row, gradient));
  return { at: gradient, bound, pull, square: product(pull, gradient) };
}

/** Brings one multiplier to its best; the change in standard distance is returned. */
function relaxed(
  { at, bound, pull, square }: Constraint,
  move: number[],
  multipliers: number[],
  index: number,
): number {
  if (square === 0) return 0;
  const before = itemAt(multipliers, index);
  const after = Math.max(0, before + (product(at, move) - bound) / square);
  const change = after - before;
  if (change === 0) return 0;
  multipliers[index] = after;
  for (let i = 0; i < move.length; i += 1) move[i] = itemAt(move, i) - change * itemAt(pull, i);
  return Math.abs(change) * Math.sqrt(square);
}

function product(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, each, index) => sum + each * itemAt(right, index), 0);
}
