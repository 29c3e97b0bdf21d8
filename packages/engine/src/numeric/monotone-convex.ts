import { itemAt } from '../foundation/index.js';
import { type PiecewisePolynomial, piecewisePolynomial } from './piecewise-polynomial.js';

/**
 * Quadratic pieces whose mean over each interval is the given one (rules CONVEX-1, CONVEX-2):
 * continuous where no interval mean is (nearly) an end value, and nowhere negative when all means
 * are positive. Knots strictly increasing, one mean fewer than knots.
 * Source: P. S. Hagan and G. West, "Interpolation Methods for Curve Construction", Applied
 * Mathematical Finance 13 (2006), section 6.
 */
export function monotoneConvexPieces(
  knots: readonly number[],
  means: readonly number[],
): PiecewisePolynomial {
  const ends = endValues(knots, means);
  const starts: number[] = [];
  const pieces: (readonly number[])[] = [];
  for (const [i, mean] of means.entries()) {
    const from = itemAt(knots, i);
    const width = itemAt(knots, i + 1) - from;
    for (const part of parts(itemAt(ends, i) - mean, itemAt(ends, i + 1) - mean)) {
      starts.push(from + part.start * width);
      pieces.push([mean + part.a, part.b / width, part.c / (width * width)]);
    }
  }
  return piecewisePolynomial([...starts, itemAt(knots, knots.length - 1)], pieces);
}

/** The values at the knots: means weighted by the other side's width, kept in their collar. */
function endValues(knots: readonly number[], means: readonly number[]): number[] {
  const inner = means.slice(1).map((after, i) => {
    const before = itemAt(means, i);
    const [low, here, high] = [itemAt(knots, i), itemAt(knots, i + 1), itemAt(knots, i + 2)];
    const value = ((here - low) * after + (high - here) * before) / (high - low);
    return collared(value, Math.min(before, after));
  });
  const [first, last] = [itemAt(means, 0), itemAt(means, means.length - 1)];
  if (inner.length === 0) return [first, last];
  const start = first - 0.5 * (itemAt(inner, 0) - first);
  const end = last - 0.5 * (itemAt(inner, inner.length - 1) - last);
  return [collared(start, first), ...inner, collared(end, last)];
}

/**
 * Within 0 and twice the lower mean, which keeps every piece positive; next to a mean that is not
 * positive at most 0, so that the value does not jump when that mean passes through 0.
 */
function collared(value: number, lowerMean: number): number {
  return lowerMean > 0 ? Math.min(Math.max(value, 0), 2 * lowerMean) : Math.min(value, 0);
}

/** a + b u + c u^2 with u counted from `start`, a share of the interval. */
interface Part {
  readonly start: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** A bend within less of the interval is a jump; a level piece then keeps the mean. */
const SMALLEST_SHARE = 1e-9;
const LEVEL: readonly Part[] = [flat(0, 0)];

/** The four shapes of the paper for a zero-mean function with these two end values. */
function parts(left: number, right: number): readonly Part[] {
  if (left === 0 || right === 0 || left > 0 === right > 0) return valley(left, right);
  const ratio = -right / left;
  if (ratio >= 0.5 && ratio <= 2) {
    return [{ start: 0, a: left, b: -4 * left - 2 * right, c: 3 * (left + right) }];
  }
  if (ratio > 2) {
    const turn = (right + 2 * left) / (right - left);
    return 1 - turn < SMALLEST_SHARE ? LEVEL : [flat(0, left), rising(turn, left, right)];
  }
  const turn = (3 * right) / (right - left);
  return turn < SMALLEST_SHARE ? LEVEL : [falling(turn, left, right), flat(turn, right)];
}

/** Both ends on one side of zero: down to a lowest value and up again. */
function valley(left: number, right: number): readonly Part[] {
  const sum = left + right;
  if (left === 0 || right === 0) return LEVEL;
  const turn = right / sum;
  const bottom = -left * turn;
  if (turn < SMALLEST_SHARE || 1 - turn < SMALLEST_SHARE) return LEVEL;
  return [falling(turn, left, bottom), rising(turn, bottom, right)];
}

function flat(start: number, value: number): Part {
  return { start, a: value, b: 0, c: 0 };
}

/** From `left` at 0 down to `bottom` at `turn`, level there. */
function falling(turn: number, left: number, bottom: number): Part {
  const drop = left - bottom;
  return { start: 0, a: left, b: (-2 * drop) / turn, c: drop / (turn * turn) };
}

/** From `bottom` at `turn`, level there, up to `right` at 1. */
function rising(turn: number, bottom: number, right: number): Part {
  return { start: turn, a: bottom, b: 0, c: (right - bottom) / ((1 - turn) * (1 - turn)) };
}
