import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseNormal, normalDensity, normalDistribution } from './normal.js';

interface NormalCase {
  readonly x: number;
  readonly density: number;
  readonly distribution: number;
}

const { cases }: { cases: readonly NormalCase[] } = JSON.parse(
  readFileSync(new URL('../../../../tools/vectors/normal.json', import.meta.url), 'utf8'),
);

function largestRelativeError(pairs: readonly (readonly [number, number])[]): number {
  return Math.max(...pairs.map(([got, expected]) => Math.abs(got - expected) / expected));
}

describe('the normal distribution against 900-digit values from Python decimal', () => {
  it('NORMAL-1: the density within 1e-15', () => {
    const pairs = cases.map((one) => [normalDensity(one.x), one.density] as const);
    expect(largestRelativeError(pairs)).toBeLessThan(1e-15);
  });

  it('NORMAL-2: the distribution within 1e-15, at -37 as at 0', () => {
    const pairs = cases.map((one) => [normalDistribution(one.x), one.distribution] as const);
    expect(largestRelativeError(pairs)).toBeLessThan(1e-15);
    expect(Math.min(...cases.map((one) => one.distribution))).toBeLessThan(1e-290);
  });
});

describe('the normal distribution', () => {
  it('NORMAL-2: 0, 1/2 and 1 at -Infinity, 0 and Infinity', () => {
    const at = [Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY];
    expect(at.map(normalDistribution)).toEqual([0, 0.5, 1]);
    expect(normalDistribution(Number.NaN)).toBeNaN();
  });

  it('NORMAL-3: the inverse undoes the distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (x) => {
        expect(Math.abs(inverseNormal(normalDistribution(x)) - x)).toBeLessThan(
          // Above 0 the distribution itself holds few digits of 1 - p.
          1e-14 * Math.max(1, Math.abs(x)) + 4e-16 / normalDensity(Math.max(0, x)),
        );
      }),
      { seed: 20221230, numRuns: 500 },
    );
  });

  it('NORMAL-3: the ends, the middle and the 97.5% point of the tables', () => {
    expect([0, 0.5, 1].map(inverseNormal)).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ]);
    expect(inverseNormal(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(() => inverseNormal(1.1)).toThrow(RangeError);
  });
});
