import { describe, expect, it } from 'vitest';
import { linearRegression, mean, quantile, standardDeviation } from './statistics.js';

const values = [2, 4, 4, 4, 5, 5, 7, 9];

describe('statistics', () => {
  it('STAT-1: the mean of 40 over 8 is 5', () => {
    expect(mean(values)).toEqual({ ok: true, value: 5 });
    expect(mean([]).ok).toBe(false);
  });

  it('STAT-2: squares about 5 add to 32, over 7', () => {
    expect(standardDeviation(values)).toEqual({ ok: true, value: Math.sqrt(32 / 7) });
    expect(standardDeviation([1]).ok).toBe(false);
  });

  it.each([
    [0, 2],
    [0.25, 4],
    [0.5, 4.5],
    [0.9, 7.6], // position 6.3: 7 + 0.3 * 2
    [1, 9],
  ])('STAT-3: the quantile at %d is %d', (share, expected) => {
    const found = quantile([9, 7, 5, 5, 4, 4, 4, 2], share);
    expect(found.ok && found.value).toBeCloseTo(expected, 14);
  });

  it('STAT-3: a share outside 0 to 1 and an empty list are issues', () => {
    expect(quantile(values, 1.01).ok).toBe(false);
    expect(quantile(values, Number.NaN).ok).toBe(false);
    expect(quantile([], 0.5).ok).toBe(false);
  });

  it('STAT-4: y on x = 1..5 for 2, 4, 5, 4, 5', () => {
    // Sxx = 10, Sxy = 6: slope 0.6, intercept 4 - 1.8 = 2.2; residual squares 2.4, over 3 is 0.8.
    const found = linearRegression([1, 2, 3, 4, 5], [2, 4, 5, 4, 5]);
    if (!found.ok) throw new Error('no regression');
    expect(found.value.slope).toBeCloseTo(0.6, 14);
    expect(found.value.intercept).toBeCloseTo(2.2, 14);
    expect(found.value.slopeStandardError).toBeCloseTo(Math.sqrt(0.8 / 10), 14);
  });

  it('STAT-4: too few points, one value of x and lists of two lengths are issues', () => {
    const codes = [
      linearRegression([1, 2], [1, 2]),
      linearRegression([3, 3, 3], [1, 2, 3]),
      linearRegression([1, 2, 3], [1, 2]),
    ].map((found) => (found.ok ? '' : found.issues[0]?.code));
    expect(codes).toEqual(['statistics.too-few', 'statistics.constant', 'statistics.lengths']);
  });
});
