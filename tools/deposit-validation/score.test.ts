import { describe, expect, it } from 'vitest';
import { score } from './score.js';

const pair = (predicted: number, actual: number) => ({ predicted, actual });

describe('scores of predictions bank by bank', () => {
  it('bias is predicted less actual, in basis points', () => {
    const found = score([pair(0.01, 0.008), pair(0.02, 0.026)]);
    expect(found.biasBp).toBeCloseTo((20 - 60) / 2, 9);
    expect(found.meanAbsoluteErrorBp).toBeCloseTo((20 + 60) / 2, 9);
  });

  it('rank correlation by hand: 1 - 6 x sum of squares / (n (n squared - 1))', () => {
    // ranks 1 2 3 4 against 2 1 4 3: four differences of 1, so 1 - 24 / 60
    const pairs = [pair(1, 20), pair(2, 10), pair(3, 40), pair(4, 30)];
    expect(score(pairs).rankCorrelation).toBeCloseTo(0.6, 12);
  });

  it('equal values share the mean of their ranks; one prediction for all has none', () => {
    // predicted ranks 1.5 1.5 3, actual 1 2 3: covariance 1.5, variances 1.5 and 2
    const pairs = [pair(1, 1), pair(1, 2), pair(2, 3)];
    expect(score(pairs).rankCorrelation).toBeCloseTo(1.5 / Math.sqrt(3), 12);
    expect(score([pair(1, 1), pair(1, 2)]).rankCorrelation).toBeNull();
    expect(() => score([])).toThrow('no bank');
  });
});
