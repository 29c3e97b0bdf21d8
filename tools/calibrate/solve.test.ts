import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestWhole, secant } from './solve.js';

const wide = { start: 1, low: 0, high: 10, tolerance: 1e-10 };

describe('secant', () => {
  it('finds the root of a parabola in the bracket: x squared = 2', () => {
    expect(secant((x) => x * x - 2, wide)).toBeCloseTo(Math.SQRT2, 9);
  });

  it('stays where the start already closes the gap', () => {
    expect(secant((x) => x - 1, wide)).toBe(1);
  });

  it('meets a straight line anywhere in the bracket', () => {
    const root = fc.double({ min: 0.5, max: 9.5, noNaN: true });
    const slope = fc.double({ min: 0.1, max: 1000, noNaN: true });
    const line = fc.property(root, slope, (at, steep) => {
      const found = secant((x) => steep * (x - at), wide);
      expect(Math.abs(found - at)).toBeLessThan(1e-8);
    });
    fc.assert(line, { seed: 20221230, numRuns: 200 });
  });

  it('never looks outside the bracket, where the Study could not be built', () => {
    const seen: number[] = [];
    const gap = (x: number) => {
      seen.push(x);
      return x * x * x - 700;
    };
    // 8.879040017… cubed is 700
    expect(secant(gap, wide)).toBeCloseTo(8.87904, 5);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...seen)).toBeLessThanOrEqual(10);
  });

  it('throws where there is no root, or no slope to follow', () => {
    expect(() => secant((x) => x + 5, wide)).toThrow(/no root|no slope/);
    expect(() => secant(() => 1, wide)).toThrow('no slope');
  });
});

describe('nearestWhole', () => {
  // of 7 and 8, 7 is nearer to 7.4; of 7 and 8, 8 is nearer to 7.6
  it.each([
    ['rising', 7.4, 1, 7],
    ['rising', 7.6, 1, 8],
    ['falling', 7.4, -1, 7],
    ['falling', 7.6, -1, 8],
  ])('a %s gap with its root at %d', (_, root, sign, expected) => {
    expect(nearestWhole((x) => sign * (x - root), wide)).toBe(expected);
  });

  it('takes the end of the bracket that is nearest when the root lies outside', () => {
    expect(nearestWhole((x) => x - 20, wide)).toBe(10);
    expect(nearestWhole((x) => x + 20, wide)).toBe(0);
  });
});
