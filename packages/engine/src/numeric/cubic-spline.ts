import { itemAt } from '../foundation/index.js';
import { type PiecewisePolynomial, piecewisePolynomial } from './piecewise-polynomial.js';

/**
 * How a cubic chooses its slopes at the knots (rules SPLINE-1 to SPLINE-3). `natural`: twice
 * continuously differentiable, no curvature at the ends. `harmonic`: the harmonic mean of the
 * neighbouring slopes, none at a turn. `natural-monotone`: natural, then limited so that it is
 * monotone where the points are.
 */
export type CubicKind = 'natural' | 'harmonic' | 'natural-monotone';

/** Cubic pieces through at least two points; knots strictly increasing. */
export function cubicPieces(
  knots: readonly number[],
  values: readonly number[],
  kind: CubicKind,
): PiecewisePolynomial {
  const widths = knots.slice(1).map((knot, i) => knot - itemAt(knots, i));
  const chords = widths.map((width, i) => (itemAt(values, i + 1) - itemAt(values, i)) / width);
  const slopes = slopesOf(widths, chords, kind);
  const pieces = widths.map((width, i) => {
    const [left, right, chord] = [itemAt(slopes, i), itemAt(slopes, i + 1), itemAt(chords, i)];
    const second = (3 * chord - 2 * left - right) / width;
    const third = (left + right - 2 * chord) / (width * width);
    return [itemAt(values, i), left, second, third];
  });
  return piecewisePolynomial(knots, pieces);
}

function slopesOf(
  widths: readonly number[],
  chords: readonly number[],
  kind: CubicKind,
): readonly number[] {
  if (chords.length === 1) return [itemAt(chords, 0), itemAt(chords, 0)];
  if (kind === 'harmonic') return harmonicSlopes(chords);
  const slopes = naturalSlopes(widths, chords);
  return kind === 'natural' ? slopes : monotoneSlopes(widths, chords, slopes);
}

/** The tridiagonal system of equal second derivatives at every knot (Thomas elimination). */
function naturalSlopes(widths: readonly number[], chords: readonly number[]): number[] {
  const size = chords.length + 1;
  const last = size - 1;
  const upper: number[] = [];
  const right: number[] = [];
  for (let i = 0; i < size; i += 1) {
    const below = i === 0 ? 0 : i === last ? 1 : itemAt(widths, i);
    const above = i === 0 ? 1 : i === last ? 0 : itemAt(widths, i - 1);
    const diagonal = i === 0 || i === last ? 2 : 2 * (itemAt(widths, i) + itemAt(widths, i - 1));
    const side = sideOf(widths, chords, i);
    const pivot = diagonal - (i === 0 ? 0 : below * itemAt(upper, i - 1));
    upper.push(above / pivot);
    right.push((side - (i === 0 ? 0 : below * itemAt(right, i - 1))) / pivot);
  }
  const slopes = [...right];
  for (let i = last - 1; i >= 0; i -= 1) {
    slopes[i] = itemAt(right, i) - itemAt(upper, i) * itemAt(slopes, i + 1);
  }
  return slopes;
}

function sideOf(widths: readonly number[], chords: readonly number[], i: number): number {
  if (i === 0) return 3 * itemAt(chords, 0);
  if (i === chords.length) return 3 * itemAt(chords, i - 1);
  const left = itemAt(widths, i) * itemAt(chords, i - 1);
  return 3 * (left + itemAt(widths, i - 1) * itemAt(chords, i));
}

/** C. J. C. Kruger, "Constrained cubic spline interpolation for chemical engineering". */
function harmonicSlopes(chords: readonly number[]): number[] {
  const inner = chords.slice(1).map((chord, i) => {
    const before = itemAt(chords, i);
    return before * chord <= 0 ? 0 : 2 / (1 / before + 1 / chord);
  });
  const [first, second] = [itemAt(chords, 0), itemAt(inner, 0)];
  const start = (3 * first - second) / 2;
  const end = (3 * itemAt(chords, chords.length - 1) - itemAt(inner, inner.length - 1)) / 2;
  return [start, ...inner, end];
}

/**
 * Slopes cut back so that the cubic is monotone wherever the points are (J. M. Hyman, SIAM J. Sci.
 * Stat. Comput. 4 (1983); relaxed as by Dougherty, Edelman and Hyman, Math. Comp. 52 (1989)).
 */
function monotoneSlopes(
  widths: readonly number[],
  chords: readonly number[],
  slopes: readonly number[],
): number[] {
  const last = slopes.length - 1;
  return slopes.map((slope, i) => {
    if (i === 0) return limited(slope, itemAt(chords, 0), 3 * Math.abs(itemAt(chords, 0)));
    if (i === last) {
      return limited(slope, itemAt(chords, i - 1), 3 * Math.abs(itemAt(chords, i - 1)));
    }
    return limitedInside(widths, chords, slope, i);
  });
}

function limited(slope: number, direction: number, size: number): number {
  if (!(slope * direction > 0)) return 0;
  return slope > 0 ? Math.min(slope, size) : Math.max(slope, -size);
}

function limitedInside(
  widths: readonly number[],
  chords: readonly number[],
  slope: number,
  i: number,
): number {
  const [before, after] = [itemAt(chords, i - 1), itemAt(chords, i)];
  const [left, right] = [itemAt(widths, i - 1), itemAt(widths, i)];
  const middle = (before * right + after * left) / (left + right);
  let size = 3 * Math.min(Math.abs(before), Math.abs(after), Math.abs(middle));
  const turn = after - before;
  if (i > 1) {
    const [further, width] = [itemAt(chords, i - 2), itemAt(widths, i - 2)];
    const outer = (before * (2 * left + width) - further * left) / (width + left);
    const bend = before - further;
    if (bend * turn > 0 && middle * outer > 0 && middle * bend > 0) {
      size = Math.max(size, 1.5 * Math.min(Math.abs(middle), Math.abs(outer)));
    }
  }
  if (i + 1 < chords.length) {
    const [further, width] = [itemAt(chords, i + 1), itemAt(widths, i + 1)];
    const outer = (after * (2 * right + width) - further * right) / (right + width);
    if (turn * (further - after) > 0 && middle * outer > 0 && middle * turn < 0) {
      size = Math.max(size, 1.5 * Math.min(Math.abs(middle), Math.abs(outer)));
    }
  }
  return limited(slope, middle, size);
}
