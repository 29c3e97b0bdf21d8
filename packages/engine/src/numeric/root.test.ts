import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bisectBoundary, brent } from './root.js';

describe('brent', () => {
  it.each<[string, (x: number) => number, number, number, number]>([
    ['x^2 = 2', (x) => x * x - 2, 0, 2, Math.SQRT2],
    ['x^3 = 27', (x) => x * x * x - 27, -10, 100, 3],
    ['1/x = 8', (x) => 1 / x - 8, 0.01, 10, 0.125],
    ['a flat cubic at 1', (x) => (x - 1) * (x - 1) * (x - 1), -1, 4, 1],
    ['a root at the low end', (x) => x, 0, 1, 0],
    ['a root at the high end', (x) => x - 1, 0, 1, 1],
    ['ends given the wrong way round', (x) => x - 0.3, 1, 0, 0.3],
  ])('ROOT-1: %s', (_name, f, low, high, root) => {
    const found = brent(f, low, high, 1e-13);
    expect(found.ok && Math.abs(found.value - root)).toBeLessThan(1e-12);
  });

  it('ROOT-1: a jump is found from either side', () => {
    const found = brent((x) => (x < 0.7 ? -1 : 1), 0, 1, 1e-10);
    expect(found.ok && Math.abs(found.value - 0.7)).toBeLessThan(1e-9);
  });

  it('ROOT-1: any cubic with one crossing, whatever the bracket', () => {
    const side = fc.double({ min: 0.01, max: 50, noNaN: true });
    const where = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(where, side, side, side, (root, below, above, slope) => {
        const f = (x: number): number => (x - root) * ((x - root) * (x - root) + slope);
        const found = brent(f, root - below, root + above, 1e-12);
        expect(found.ok && Math.abs(found.value - root)).toBeLessThan(1e-10);
      }),
      { seed: 20221230, numRuns: 500 },
    );
  });

  it('ROOT-1: no sign change and no number are issues, never a guess', () => {
    const high = brent((x) => x * x + 1, -1, 1, 1e-9);
    expect(high.ok ? [] : high.issues.map((one) => one.code)).toEqual(['root.not-bracketed']);
    const pole = brent((x) => (x === 0.5 ? Number.NaN : x - 0.5), 0, 1, 1e-9);
    expect(pole.ok ? [] : pole.issues.map((one) => one.code)).toEqual(['root.not-finite']);
    const end = brent((x) => 1 / x, 0, 1, 1e-9);
    expect(end.ok ? [] : end.issues.map((one) => one.code)).toEqual(['root.not-finite']);
  });
});

describe('bisectBoundary', () => {
  it('ROOT-2: the first share at which a limit breaks, on the broken side', () => {
    const found = bisectBoundary((share) => 100 * share >= 37, 0, 1, 1e-9);
    expect(found.ok && found.value).toBeGreaterThanOrEqual(0.37);
    expect(found.ok && found.value).toBeLessThan(0.37 + 1e-9);
  });

  it('ROOT-2: the low end when broken already; an issue when never', () => {
    expect(bisectBoundary(() => true, 0, 1, 1e-9)).toEqual({ ok: true, value: 0 });
    const never = bisectBoundary(() => false, 0, 1, 1e-9);
    expect(never.ok ? [] : never.issues.map((one) => one.code)).toEqual(['boundary.none']);
  });

  it('ROOT-2: a tolerance of 0 ends at neighbouring doubles', () => {
    const found = bisectBoundary((x) => x > 1 / 3, 0, 1, 0);
    expect(found).toEqual({ ok: true, value: 1 / 3 + 5.551115123125783e-17 }); // one ulp = 2^-54
  });
});
