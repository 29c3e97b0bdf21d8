import { describe, expect, it } from 'vitest';
import { newtonSystem } from './newton-system.js';
import { secant } from './secant.js';

const TOLERANCE = { aim: 1e-14, acceptable: 1e-12 };

function codes(result: { ok: boolean; issues?: readonly { code: string }[] }): string[] {
  return (result.issues ?? []).map(({ code }) => code);
}

describe('secant', () => {
  it('ROOT-4: the root of 1/(1+x) = 0.8 is 0.25', () => {
    const root = secant((x) => 1 / (1 + x) - 0.8, { first: 0, second: 0.1, tolerance: 1e-15 });
    expect(root.ok && root.value).toBeCloseTo(0.25, 14);
  });

  it('ROOT-4: no root, and a level function, are issues', () => {
    const start = { first: 1, second: 2, tolerance: 1e-15 };
    expect(codes(secant((x) => x * x + 1, start))).toEqual(['secant.no-convergence']);
    expect(codes(secant(() => 3, start))).toEqual(['secant.no-convergence']);
  });
});

describe('Newton in many unknowns', () => {
  it('ROOT-5: three unknowns with known product, sum of squares and sum', () => {
    // 1, 2, 4: product 8, squares 21, sum 7.
    const f = ([x = 0, y = 0, z = 0]: readonly number[]): number[] => [
      x * y * z - 8,
      x * x + y * y + z * z - 21,
      x + y + z - 7,
    ];
    const root = newtonSystem(f, [0.8, 2.3, 3.7], TOLERANCE);
    expect(root.ok).toBe(true);
    if (!root.ok) return;
    for (const [i, expected] of [1, 2, 4].entries()) {
      expect(root.value[i]).toBeCloseTo(expected, 10);
    }
  });

  it('ROOT-5: no root, dependent residuals and no number are issues', () => {
    const none = newtonSystem(([x = 0]) => [x * x + 1], [3], TOLERANCE);
    expect(codes(none)).toEqual(['newton.no-convergence']);
    const twice = newtonSystem(([x = 0, y = 0]) => [x + y - 1, x + y - 2], [0, 0], TOLERANCE);
    expect(codes(twice)).toEqual(['matrix.singular']);
    const nothing = newtonSystem(() => [Number.NaN], [0], TOLERANCE);
    expect(codes(nothing)).toEqual(['newton.not-finite']);
  });
});
