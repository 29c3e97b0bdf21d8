import { describe, expect, it } from 'vitest';
import { randomStream } from './random.js';

describe('randomStream', () => {
  it('RANDOM-1: the mean and the variance of 100,000 draws are those of a uniform', () => {
    const next = randomStream(20221230);
    const draws = Array.from({ length: 100000 }, next);
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const square = draws.reduce((sum, x) => sum + x * x, 0) / draws.length;
    // Standard errors: sqrt(1/12/n) = 0.0009 and sqrt(4/45/n) = 0.0009.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.004);
    expect(Math.abs(square - 1 / 3)).toBeLessThan(0.004);
    expect(draws.every((x) => x > 0 && x < 1)).toBe(true);
  });

  it('RANDOM-1: a seed names its stream, and neighbouring seeds share nothing', () => {
    const take = (seed: number) => Array.from({ length: 1000 }, randomStream(seed));
    expect(take(7)).toEqual(take(7));
    const left = take(7).map((x) => x - 0.5);
    const right = take(8).map((x) => x - 0.5);
    const covariance = left.reduce((sum, x, i) => sum + x * (right[i] ?? 0), 0) / 1000;
    // Correlation within four standard errors of 1/sqrt(1000).
    expect(Math.abs(covariance * 12)).toBeLessThan(4 / Math.sqrt(1000));
    expect(() => randomStream(-1)).toThrow(RangeError);
  });
});
