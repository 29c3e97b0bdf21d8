import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newton2, type Pair } from './newton.js';

function expectPair(found: ReturnType<typeof newton2>, expected: Pair): void {
  if (!found.ok) throw new Error(found.issues.map((one) => one.message).join());
  expect(found.value[0]).toBeCloseTo(expected[0], 8);
  expect(found.value[1]).toBeCloseTo(expected[1], 8);
}

describe('newton2', () => {
  it('ROOT-3: sum 5 and product 6 are 2 and 3', () => {
    expectPair(
      newton2(([a, b]) => [a + b - 5, a * b - 6], [1, 5], 1e-12),
      [2, 3],
    );
  });

  it('ROOT-3: from a start so far that full steps overshoot', () => {
    // x / (1 + |x|) flattens out: an undamped step from 3 lands ever further away.
    const flat = (x: number): number => x / (1 + Math.abs(x));
    const f = ([a, b]: Pair): Pair => [flat(a - 1), flat(b + 2) + 0.1 * flat(a - 1)];
    expectPair(newton2(f, [4, -7], 1e-12), [1, -2]);
  });

  it('ROOT-3: any regular linear pair of residuals', () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, (a, b, skew, other) => {
        const f = ([x, y]: Pair): Pair => [
          8 * (x - a) + skew * (y - b),
          other * (x - a) + 8 * (y - b),
        ];
        expectPair(newton2(f, [0, 0], 1e-10), [a, b]);
      }),
      { seed: 20221230, numRuns: 200 },
    );
  });

  it('ROOT-3: no solution, dependent residuals and no number are issues', () => {
    const codes = (found: ReturnType<typeof newton2>): string[] =>
      found.ok ? [] : found.issues.map((one) => one.code);
    const none = newton2(([x, y]) => [Math.abs(x) + 1, y], [0.7, 1], 1e-9);
    expect(codes(none)).toEqual(['newton.no-convergence']);
    const same = newton2(([x, y]) => [x + y, 2 * x + 2 * y - 1], [1, 1], 1e-9);
    expect(codes(same)).toEqual(['newton.singular']);
    expect(codes(newton2(() => [Number.NaN, 0], [1, 1], 1e-9))).toEqual(['newton.not-finite']);
  });
});
