import { describe, expect, it } from 'vitest';
import { compoundedFuturesConvexity, termFuturesConvexity } from './convexity.js';

describe('convexity of futures', () => {
  it.each([
    // Public test values after Kirikos and Novak: forward rates of a 94.00 future, sigma 1.5%.
    [5.25, 0.0001, 0.0568627],
    [5.25, 0, 0.0568611],
    [5.001, 0.03, 0.0575736],
    [5, 0.03, 0.0575747],
  ])('HW-8: the period ends after %d years, reversion %d', (endYears, reversion, forward) => {
    const future = { rate: 0.06, startYears: 5, endYears };
    const bias = termFuturesConvexity({ reversion, volatility: 0.015 }, future);
    expect(Math.abs(0.06 - bias - forward)).toBeLessThan(1e-7);
  });

  it('HW-8: compounded in arrears without reversion, by hand', () => {
    // Ho-Lee: variance of the integral over (S, T) plus covariance: s^2 (d^3/3 + d^2 S + d S^2/2).
    const [s, start, d] = [0.01, 2, 0.25];
    const exponent = s * s * ((d * d * d) / 3 + d * d * start + (d * start * start) / 2);
    const future = { rate: 0.05, startYears: start, endYears: start + d };
    const expected = (1 - Math.exp(-exponent)) * (0.05 + 1 / d);
    const found = compoundedFuturesConvexity({ reversion: 0, volatility: s }, future);
    expect(found).toBeCloseTo(expected, 15);
    const nearly = compoundedFuturesConvexity({ reversion: 0.00399, volatility: s }, future);
    const above = compoundedFuturesConvexity({ reversion: 0.00401, volatility: s }, future);
    expect(Math.abs(nearly / above - 1)).toBeLessThan(1e-4);
  });
});
