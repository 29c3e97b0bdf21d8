import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum } from './exact-sum.js';

function sumOf(values: readonly number[]): number {
  const sum = exactSum();
  for (const value of values) sum.add(value);
  return sum.total();
}

/** The sum as a whole number of 2^-40: exact for multiples of it. */
function bySteps(values: readonly number[]): number {
  const step = 2 ** -40;
  return Number(values.reduce((sum, value) => sum + BigInt(value / step), 0n)) * step;
}

describe('exact sum', () => {
  it.each([
    [[], 0],
    [[0.1, 0.2, 0.3, -0.3, -0.2, -0.1], 0],
    [[1e16, 1, 1, -1e16], 2],
    [Array.from({ length: 10 }, () => 0.1), 1],
    [[1, 2 ** -53, 2 ** -53], 1 + 2 ** -52],
    [[1, 2 ** -53], 1], // a tie goes to even
    [[1, 2 ** -53, 2 ** -110], 1 + 2 ** -52], // above the tie
  ])('TAPE-32: the sum of %j is %d', (values, expected) => {
    expect(sumOf(values)).toBe(expected);
  });

  it('TAPE-32: any order gives the same bits, those of whole-number arithmetic (seed 33)', () => {
    const value = fc.integer({ min: -(2 ** 50), max: 2 ** 50 }).map((steps) => steps * 2 ** -40);
    const lists = fc.array(value, { minLength: 1, maxLength: 40 });
    const property = fc.property(lists, (values) => {
      const total = sumOf(values);
      expect(total).toBe(bySteps(values) + 0);
      expect(sumOf([...values].reverse())).toBe(total);
      expect(sumOf([...values].sort((a, b) => a - b))).toBe(total);
    });
    fc.assert(property, { seed: 33, numRuns: 1000 });
  });
});
