import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brentMinimum } from './minimum.js';

describe('brentMinimum', () => {
  it.each<[string, (x: number) => number, number, number, number]>([
    ['a parabola', (x) => (x - 2) * (x - 2), 0, 5, 2],
    ['a kink', (x) => Math.abs(x - 0.3), -1, 1, 0.3],
    ['a minimum at the end', (x) => x, 1, 3, 1],
    ['x + 4/x at 2', (x) => x + 4 / x, 0.1, 50, 2],
  ])('MINIMUM-1: %s', (_name, f, low, high, where) => {
    const found = brentMinimum(f, low, high, 1e-9);
    expect(found.ok && Math.abs(found.value - where)).toBeLessThan(1e-7);
  });

  it('MINIMUM-1: any quartic with one minimum', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (where) => {
        const f = (x: number) => (x - where) * (x - where) * (1 + (x - where) * (x - where));
        const found = brentMinimum(f, -4, 5, 1e-8);
        expect(found.ok && Math.abs(found.value - where)).toBeLessThan(1e-6);
      }),
      { seed: 20221230, numRuns: 200 },
    );
  });

  it('MINIMUM-1: no number is an issue', () => {
    const found = brentMinimum(() => Number.NaN, 0, 1, 1e-9);
    expect(found.ok ? [] : found.issues.map((one) => one.code)).toEqual(['minimum.not-finite']);
  });
});
