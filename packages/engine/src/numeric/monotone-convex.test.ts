import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monotoneConvexPieces } from './monotone-convex.js';
import { pieceAreaAt, pieceValueAt } from './piecewise-polynomial.js';

const widths = fc.array(fc.double({ min: 0.05, max: 10, noNaN: true }), {
  minLength: 1,
  maxLength: 12,
});

function knotsOf(parts: readonly number[]): number[] {
  const knots = [0];
  for (const width of parts) knots.push((knots.at(-1) ?? 0) + width);
  return knots;
}

function meansFor(parts: readonly number[], low: number, seeds: readonly number[]): number[] {
  return parts.map((_, i) => low + 0.2 * (seeds[i % seeds.length] ?? 0));
}

const seeds = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 9 });

interface ConvexVector {
  readonly knots: readonly number[];
  readonly means: readonly number[];
  readonly at: readonly number[];
  readonly values: readonly number[];
}

const vectors: { convex: readonly ConvexVector[] } = JSON.parse(
  readFileSync(new URL('../../../../tools/vectors/curves.json', import.meta.url), 'utf8'),
);

describe('monotone convex interpolation', () => {
  it('CONVEX-1: as another library answers on random means', () => {
    for (const one of vectors.convex) {
      const shape = monotoneConvexPieces(one.knots, one.means);
      for (const [i, x] of one.at.entries()) {
        const away = Math.abs(pieceValueAt(shape, x) - (one.values[i] ?? Number.NaN));
        expect(away, `${one.knots} at ${x}`).toBeLessThan(1e-14);
      }
    }
  });

  it('CONVEX-1: means 1, 3, 2 on equal intervals, worked by hand', () => {
    const shape = monotoneConvexPieces([0, 1, 2, 3], [1, 3, 2]);
    // Inner ends (1 + 3) / 2 and (3 + 2) / 2; outer 1 - (2 - 1) / 2 and 2 - (2.5 - 2) / 2.
    // 2 is the collar of the first inner end as well: twice the lower mean.
    expect(pieceValueAt(shape, 0)).toBeCloseTo(0.5, 14);
    expect(pieceValueAt(shape, 1)).toBeCloseTo(2, 14);
    expect(pieceValueAt(shape, 2)).toBeCloseTo(2.5, 14);
    expect(pieceValueAt(shape, 3)).toBeCloseTo(1.75, 14);
    // First interval: ends -0.5 and 1 from the mean, the shape of one quadratic:
    // -0.5 (1 - 4x + 3x^2) + (-2x + 3x^2) at x = 1/2 is -0.125.
    expect(pieceValueAt(shape, 0.5)).toBeCloseTo(0.875, 14);
    // Second: -1 and -0.5, both below: turn at -0.5 / -1.5 = 1/3, top 1/3 above the mean.
    expect(pieceValueAt(shape, 1 + 1 / 3)).toBeCloseTo(3 + 1 / 3, 14);
  });

  it('CONVEX-1: every interval keeps its mean, whatever the means', () => {
    fc.assert(
      fc.property(widths, seeds, fc.double({ min: -0.1, max: 0.02, noNaN: true }), (w, s, low) => {
        const knots = knotsOf(w);
        const means = meansFor(w, low, s);
        const shape = monotoneConvexPieces(knots, means);
        for (const [i, mean] of means.entries()) {
          const [from, to] = [knots[i] ?? 0, knots[i + 1] ?? 0];
          const area = pieceAreaAt(shape, to) - pieceAreaAt(shape, from);
          expect(Math.abs(area / (to - from) - mean)).toBeLessThan(1e-12);
        }
      }),
      { seed: 20260103, numRuns: 500 },
    );
  });

  it('CONVEX-2: positive means give a function that is nowhere below zero', () => {
    fc.assert(
      fc.property(widths, seeds, fc.double({ min: 1e-4, max: 0.02, noNaN: true }), (w, s, low) => {
        const knots = knotsOf(w);
        const shape = monotoneConvexPieces(knots, meansFor(w, low, s));
        const end = knots.at(-1) ?? 0;
        for (let i = 0; i <= 400; i += 1) {
          expect(pieceValueAt(shape, Math.min(end, (end * i) / 400))).toBeGreaterThan(-1e-14);
        }
      }),
      { seed: 20260104, numRuns: 300 },
    );
  });

  it('CONVEX-2: an end value is at most twice the smaller mean beside it', () => {
    const shape = monotoneConvexPieces([0, 1, 2, 3], [0.1, 0.001, 0.1]);
    expect(pieceValueAt(shape, 1)).toBeCloseTo(0.002, 15);
    expect(pieceValueAt(shape, 2)).toBeCloseTo(0.002, 15);
  });

  it('CONVEX-2: next to a negative mean the end value is at most 0, without a jump', () => {
    const shape = monotoneConvexPieces([0, 1, 2], [-0.01, 0.03]);
    expect(pieceValueAt(shape, 1)).toBe(0);
    expect(pieceValueAt(shape, 0)).toBeCloseTo(-0.015, 14);
    const both = monotoneConvexPieces([0, 1, 2], [-0.01, -0.03]);
    expect(pieceValueAt(both, 1)).toBeCloseTo(-0.02, 14);
    const [below, above] = [-1e-9, 1e-9].map((mean) =>
      monotoneConvexPieces([0, 1, 2], [mean, 0.03]),
    );
    for (const x of [0, 0.4, 1, 1.7]) {
      const apart = pieceValueAt(below ?? shape, x) - pieceValueAt(above ?? shape, x);
      expect(Math.abs(apart)).toBeLessThan(1e-7);
    }
  });

  it('CONVEX-1: equal means are a constant', () => {
    const shape = monotoneConvexPieces([0, 0.5, 2], [0.03, 0.03]);
    for (const x of [0, 0.2, 0.5, 1.9, 2]) expect(pieceValueAt(shape, x)).toBe(0.03);
  });
});
