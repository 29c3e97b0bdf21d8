import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveLinear } from './matrix.js';

describe('solveLinear', () => {
  it('MATRIX-1: three equations by hand, with a zero first pivot', () => {
    const found = solveLinear(
      [
        [0, 2, 1],
        [1, -2, -3],
        [-1, 1, 2],
      ],
      [-8, 0, 3],
    );
    // Substituted back: 2(-5) + 2 = -8; -4 + 10 - 6 = 0; 4 - 5 + 4 = 3.
    expect(found.ok && found.value.map((x) => Number(x.toFixed(12)))).toEqual([-4, -5, 2]);
  });

  it('MATRIX-1: pivoting keeps the digits where a tiny pivot would lose them', () => {
    const found = solveLinear(
      [
        [1e-20, 1],
        [1, 1],
      ],
      [1, 2],
    );
    expect(found).toEqual({ ok: true, value: [1, 1] });
  });

  it('MATRIX-1: the solution of a dominant system gives back its right-hand side', () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    const row = fc.array(entry, { minLength: 6, maxLength: 6 });
    const system = fc.array(row, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(system, (rows) => {
        const matrix = rows.map((r, i) => r.slice(0, 5).map((v, j) => (i === j ? v + 6 : v)));
        const right = rows.map((r) => r[5] ?? 0);
        const found = solveLinear(matrix, right);
        if (!found.ok) throw new Error('singular');
        for (const [i, r] of matrix.entries()) {
          const left = r.reduce((sum, v, j) => sum + v * (found.value[j] ?? Number.NaN), 0);
          expect(left).toBeCloseTo(right[i] ?? Number.NaN, 12);
        }
      }),
      { seed: 20221230, numRuns: 200 },
    );
  });

  it('MATRIX-1: a singular matrix and a wrong shape are issues', () => {
    const singular = solveLinear(
      [
        [1, 2],
        [2, 4],
      ],
      [1, 2],
    );
    expect(singular.ok ? [] : singular.issues.map((one) => one.code)).toEqual(['matrix.singular']);
    const shape = solveLinear([[1, 2]], [1]);
    expect(shape.ok ? [] : shape.issues.map((one) => one.code)).toEqual(['matrix.shape']);
  });
});
