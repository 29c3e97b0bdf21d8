import { describe, expect, it } from 'vitest';
import { groupMoments } from './group-moments.js';

describe('groupMoments', () => {
  it('STAT-5: pairs by hand', () => {
    const { add, moments } = groupMoments(2, 2);
    // Pairs (1, 3), (4, 8), (0, 2): means 2, 6, 1, their mean 3, squares 1 + 9 + 4 = 14.
    for (const value of [1, 3, 4, 8, 0, 2]) add(Float64Array.of(value, 7));
    const { mean, standardError } = moments();
    expect([...mean]).toEqual([3, 7]);
    expect(standardError[0]).toBeCloseTo(Math.sqrt(14 / 2 / 3), 14);
    expect(standardError[1]).toBe(0);
  });

  it('STAT-5: one group, or a broken one, has no standard error', () => {
    const { add, moments } = groupMoments(1, 2);
    for (const value of [1, 3]) add(Float64Array.of(value));
    expect(moments).toThrow(RangeError);
    for (const value of [1, 3, 5]) add(Float64Array.of(value));
    expect(moments).toThrow(RangeError);
  });
});
