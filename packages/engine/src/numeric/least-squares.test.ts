import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares } from './least-squares.js';

function codes(found: ReturnType<typeof leastSquares>): string[] {
  return found.ok ? [] : found.issues.map((one) => one.code);
}

describe('leastSquares', () => {
  it('LEAST-1: the valley of Rosenbrock ends at (1, 1)', () => {
    const valley = ([x = 0, y = 0]: readonly number[]) => [10 * (y - x * x), 1 - x];
    const found = leastSquares(valley, [-1.2, 1], [1, 1]);
    if (!found.ok) throw new Error('no fit');
    expect(found.value.parameters[0]).toBeCloseTo(1, 9);
    expect(found.value.parameters[1]).toBeCloseTo(1, 9);
  });

  it('LEAST-1: a line through scattered points is the one of STAT-4', () => {
    // x 0..3, y 1, 3, 2, 5: slope 1.1, intercept 1.1; residuals 0.1, -0.8, 1.3, -0.6 (with sign).
    const line = ([a = 0, b = 0]: readonly number[]) => [1, 3, 2, 5].map((y, x) => a + b * x - y);
    const found = leastSquares(line, [0, 0], [1, 1]);
    if (!found.ok) throw new Error('no fit');
    expect(found.value.parameters[0]).toBeCloseTo(1.1, 9);
    expect(found.value.parameters[1]).toBeCloseTo(1.1, 9);
    expect(found.value.rootMeanSquare).toBeCloseTo(Math.sqrt(2.7 / 4), 9);
  });

  it('LEAST-1: exact parameters of very different size come back', () => {
    const rate = fc.double({ min: 0.005, max: 0.5, noNaN: true });
    const level = fc.double({ min: 1e-4, max: 0.05, noNaN: true });
    fc.assert(
      fc.property(rate, level, (a, s) => {
        const times = [0.5, 1, 2, 5, 10];
        const curve = (x: number, y: number) => times.map((t) => (y * 1e4) / (1 + x * t));
        const target = curve(a, s);
        const f = ([x = 0, y = 0]: readonly number[]) =>
          curve(x, y).map((v, i) => v / (target[i] ?? 1) - 1);
        const found = leastSquares(f, [0.1, 0.01], [0.01, 0.001]);
        if (!found.ok) throw new Error('no fit');
        expect(found.value.parameters[0]).toBeCloseTo(a, 8);
        expect(found.value.parameters[1]).toBeCloseTo(s, 8);
      }),
      { seed: 20221230, numRuns: 100 },
    );
  });

  it('LEAST-1: no number and too few residuals are issues', () => {
    expect(codes(leastSquares(() => [Number.NaN], [1], [1]))).toEqual(['least-squares.not-finite']);
    expect(codes(leastSquares(() => [1], [1, 2], [1, 1]))).toEqual(['least-squares.too-few']);
  });
});
