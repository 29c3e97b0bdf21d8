import { floatAt } from '../foundation/index.js';
import { firstNodeAtOrAbove } from './interpolate.js';

/** Coefficients that one piece holds: degree three at most. */
export const PIECE_COEFFICIENTS = 4;

/**
 * Cubic (or lower) pieces on strictly increasing knots: n knots, n - 1 pieces of four
 * coefficients in rising powers of x - knot, `areas` the integral from the first knot to each
 * knot (n numbers).
 */
export interface PiecewisePolynomial {
  readonly knots: Float64Array;
  readonly coefficients: Float64Array;
  readonly areas: Float64Array;
}

/** Joins pieces of up to four coefficients; `pieces` is one shorter than `knots`. */
export function piecewisePolynomial(
  knots: readonly number[],
  pieces: readonly (readonly number[])[],
): PiecewisePolynomial {
  if (pieces.length !== knots.length - 1) {
    throw new RangeError(`${pieces.length} pieces on ${knots.length} knots`);
  }
  const coefficients = new Float64Array(PIECE_COEFFICIENTS * pieces.length);
  for (const [index, piece] of pieces.entries()) coefficients.set(piece, index * 4);
  const shape = { knots: Float64Array.from(knots), coefficients };
  const areas = new Float64Array(knots.length);
  for (let piece = 0; piece < pieces.length; piece += 1) {
    const width = floatAt(shape.knots, piece + 1) - floatAt(shape.knots, piece);
    areas[piece + 1] = floatAt(areas, piece) + areaOfPiece(coefficients, piece, width);
  }
  return { ...shape, areas };
}

function areaOfPiece(coefficients: Float64Array, piece: number, u: number): number {
  const first = piece * PIECE_COEFFICIENTS;
  const [a, b] = [floatAt(coefficients, first), floatAt(coefficients, first + 1)];
  const [c, d] = [floatAt(coefficients, first + 2), floatAt(coefficients, first + 3)];
  return u * (a + u * (b / 2 + u * (c / 3 + (u * d) / 4)));
}

/** The piece that holds x; at an inner knot the one that ends there. */
function pieceEndingAtOrAbove(knots: Float64Array, x: number): number {
  const last = knots.length - 1;
  if (!(x >= floatAt(knots, 0) && x <= floatAt(knots, last))) {
    const range = `${floatAt(knots, 0)}..${floatAt(knots, last)}`;
    throw new RangeError(`${x} is outside the knots ${range}`);
  }
  return Math.max(0, firstNodeAtOrAbove(knots, x) - 1);
}

/** The value at x; throws RangeError outside the knots. */
export function pieceValueAt(shape: PiecewisePolynomial, x: number): number {
  const { knots, coefficients } = shape;
  const left = pieceEndingAtOrAbove(knots, x);
  const isKnotOfNext = x === floatAt(knots, left + 1) && left + 2 < knots.length;
  const piece = isKnotOfNext ? left + 1 : left;
  const u = x - floatAt(knots, piece);
  const first = piece * PIECE_COEFFICIENTS;
  const [a, b] = [floatAt(coefficients, first), floatAt(coefficients, first + 1)];
  const [c, d] = [floatAt(coefficients, first + 2), floatAt(coefficients, first + 3)];
  return a + u * (b + u * (c + u * d));
}

/** The derivative at x, at a knot that of the piece on its left. */
export function pieceSlopeAt(shape: PiecewisePolynomial, x: number): number {
  const { knots, coefficients } = shape;
  const piece = pieceEndingAtOrAbove(knots, x);
  const u = x - floatAt(knots, piece);
  const first = piece * PIECE_COEFFICIENTS;
  const b = floatAt(coefficients, first + 1);
  const [c, d] = [floatAt(coefficients, first + 2), floatAt(coefficients, first + 3)];
  return b + u * (2 * c + u * 3 * d);
}

/** The integral from the first knot to x. */
export function pieceAreaAt(shape: PiecewisePolynomial, x: number): number {
  const piece = pieceEndingAtOrAbove(shape.knots, x);
  const u = x - floatAt(shape.knots, piece);
  return floatAt(shape.areas, piece) + areaOfPiece(shape.coefficients, piece, u);
}

/** Straight lines through the points. */
export function linearPieces(
  knots: readonly number[],
  values: readonly number[],
): PiecewisePolynomial {
  const pieces = knots.slice(1).map((knot, index) => {
    const start = values[index] ?? Number.NaN;
    const rise = (values[index + 1] ?? Number.NaN) - start;
    return [start, rise / (knot - (knots[index] ?? Number.NaN))];
  });
  return piecewisePolynomial(knots, pieces);
}

/** The lowest value within the knots, and where it stands. */
export function lowestOfPieces(shape: PiecewisePolynomial): Lowest {
  const { knots, coefficients } = shape;
  let lowest: Lowest = { x: floatAt(knots, 0), value: pieceValueAt(shape, floatAt(knots, 0)) };
  for (let piece = 0; piece + 1 < knots.length; piece += 1) {
    const [start, end] = [floatAt(knots, piece), floatAt(knots, piece + 1)];
    const inside = turnsOfPiece(coefficients, piece).map((u) => start + u);
    for (const x of [...inside.filter((turn) => turn > start && turn < end), end]) {
      const value = pieceValueAt(shape, x);
      if (value < lowest.value) lowest = { x, value };
    }
  }
  return lowest;
}

export interface Lowest {
  readonly x: number;
  readonly value: number;
}

/** Where the slope of a piece is zero, from its knot; within the piece or not. */
function turnsOfPiece(coefficients: Float64Array, piece: number): readonly number[] {
  const first = piece * PIECE_COEFFICIENTS;
  const b = floatAt(coefficients, first + 1);
  const [c, d] = [floatAt(coefficients, first + 2), floatAt(coefficients, first + 3)];
  if (d === 0) return c === 0 ? [] : [-b / (2 * c)];
  const square = c * c - 3 * b * d;
  if (square < 0) return [];
  const root = Math.sqrt(square);
  return [(-c - root) / (3 * d), (-c + root) / (3 * d)];
}
