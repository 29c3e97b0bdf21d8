import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cubicPieces } from './cubic-spline.js';
import { pieceAreaAt, pieceSlopeAt, pieceValueAt } from './piecewise-polynomial.js';

const points = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: 3,
  maxLength: 9,
});

function knotsFor(values: readonly number[]): number[] {
  return values.map((_, i) => i + 0.3 * Math.sin(5 * i));
}

/** By differences of the slope, as a check that knows nothing of the pieces. */
function curvature(shape: ReturnType<typeof cubicPieces>, x: number, away: 1 | -1): number {
  const step = 1e-5 * away;
  return (pieceSlopeAt(shape, x + 2 * step) - pieceSlopeAt(shape, x + step)) / step;
}

interface SplineVector {
  readonly knots: readonly number[];
  readonly values: readonly number[];
  readonly at: readonly number[];
  readonly natural: readonly number[];
  readonly 'natural-monotone': readonly number[];
}

const vectors: { splines: readonly SplineVector[] } = JSON.parse(
  readFileSync(new URL('../../../../tools/vectors/curves.json', import.meta.url), 'utf8'),
);

describe('cubic splines', () => {
  it.each(['natural', 'natural-monotone'] as const)(
    'SPLINE-1, SPLINE-3: %s as another library answers on rough points',
    (kind) => {
      for (const one of vectors.splines) {
        const shape = cubicPieces(one.knots, one.values, kind);
        for (const [i, x] of one.at.entries()) {
          const y = pieceValueAt(shape, Math.min(x, one.knots.at(-1) ?? x));
          expect(Math.abs(y - (one[kind][i] ?? Number.NaN))).toBeLessThan(1e-12);
        }
      }
    },
  );

  it('SPLINE-1: the natural spline of 0, 1, 0 at 0, 1, 2 is 1.5 x - 0.5 x^3 on the left', () => {
    const shape = cubicPieces([0, 1, 2], [0, 1, 0], 'natural');
    for (const x of [0, 0.25, 0.5, 1]) {
      expect(pieceValueAt(shape, x)).toBeCloseTo(1.5 * x - 0.5 * x * x * x, 14);
      expect(pieceValueAt(shape, 2 - x)).toBeCloseTo(1.5 * x - 0.5 * x * x * x, 14);
    }
    // The integral from 0 to 2: 2 (0.75 - 0.125).
    expect(pieceAreaAt(shape, 2)).toBeCloseTo(1.25, 14);
  });

  it('SPLINE-1: curvature is continuous inside and none at the ends, on any points', () => {
    fc.assert(
      fc.property(points, (values) => {
        const knots = knotsFor(values);
        const shape = cubicPieces(knots, values, 'natural');
        expect(Math.abs(curvature(shape, knots[0] ?? 0, 1))).toBeLessThan(1e-2);
        for (const [i, knot] of knots.entries()) {
          expect(pieceValueAt(shape, knot)).toBeCloseTo(values[i] ?? Number.NaN, 12);
          if (i === 0 || i === knots.length - 1) continue;
          const jump = curvature(shape, knot, 1) - curvature(shape, knot, -1);
          expect(Math.abs(jump)).toBeLessThan(1e-2);
        }
      }),
      { seed: 20260101, numRuns: 200 },
    );
  });

  it('SPLINE-2: slopes are harmonic means of the chords, none at a turn', () => {
    const shape = cubicPieces([0, 1, 2, 3], [0, 1, 4, 3], 'harmonic');
    // Chords 1, 3, -1: 2 / (1/1 + 1/3) = 1.5 and 0; ends (3 - 1.5) / 2 and (-3 - 0) / 2.
    expect(pieceSlopeAt(shape, 0)).toBeCloseTo(0.75, 14);
    expect(pieceSlopeAt(shape, 1)).toBeCloseTo(1.5, 14);
    expect(pieceSlopeAt(shape, 2)).toBeCloseTo(0, 14);
    expect(pieceSlopeAt(shape, 3)).toBeCloseTo(-1.5, 14);
  });

  it('SPLINE-3: no interval leaves the range of its two points where all points rise', () => {
    fc.assert(
      fc.property(points, (steps) => {
        let sum = 0;
        const values = steps.map((step) => (sum += Math.abs(step) * Math.abs(step)));
        const knots = knotsFor(values);
        const shape = cubicPieces(knots, values, 'natural-monotone');
        for (let i = 1; i < knots.length; i += 1) {
          const [low, high] = [values[i - 1] ?? 0, values[i] ?? 0].toSorted((a, b) => a - b);
          for (const share of [0.1, 0.35, 0.5, 0.8, 0.95]) {
            const x = (knots[i - 1] ?? 0) + share * ((knots[i] ?? 0) - (knots[i - 1] ?? 0));
            const y = pieceValueAt(shape, x);
            expect(y).toBeGreaterThanOrEqual((low ?? 0) - 1e-12);
            expect(y).toBeLessThanOrEqual((high ?? 0) + 1e-12);
          }
        }
      }),
      { seed: 20260102, numRuns: 300 },
    );
  });

  it.each(['natural', 'harmonic', 'natural-monotone'] as const)(
    'SPLINE-1, SPLINE-2, SPLINE-3: two points make a straight line, outside is refused (%s)',
    (kind) => {
      const shape = cubicPieces([1, 3], [2, 8], kind);
      expect(pieceValueAt(shape, 2)).toBe(5);
      expect(() => pieceValueAt(shape, 3.1)).toThrow(RangeError);
    },
  );
});
