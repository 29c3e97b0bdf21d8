import { describe, expect, it } from 'vitest';
import { firstNodeAtOrAbove, linearAt, logLinearAt } from './interpolate.js';

const nodes = [1, 2, 4];
const values = [10, 30, 20];

describe('interpolation', () => {
  it.each([
    [0, 10],
    [1, 10],
    [1.5, 20],
    [2, 30],
    [3, 25],
    [4, 20],
    [9, 20],
  ])('INTERP-1: linear between (1, 10), (2, 30), (4, 20): at %d it is %d', (x, expected) => {
    expect(linearAt(nodes, values, x)).toBe(expected);
  });

  it.each([
    [0, 1],
    [1, 1],
    [1.5, 2],
    [2, 4],
    [3, 8],
    [4, 16],
    [5, 16],
  ])('INTERP-2: log-linear between (1, 1), (2, 4), (4, 16): at %d it is %d', (x, expected) => {
    expect(logLinearAt(nodes, [1, 4, 16], x)).toBeCloseTo(expected, 14);
  });

  it('INTERP-2: a value of 0 has no logarithm', () => {
    expect(() => logLinearAt(nodes, [1, 0, 16], 3)).toThrow(RangeError);
  });

  it('INTERP-1: the first node at or above x', () => {
    const found = [0, 1, 1.1, 2, 3, 4, 5].map((x) => firstNodeAtOrAbove(nodes, x));
    expect(found).toEqual([0, 0, 1, 1, 2, 2, 3]);
    expect(firstNodeAtOrAbove([], 1)).toBe(0);
  });
});
