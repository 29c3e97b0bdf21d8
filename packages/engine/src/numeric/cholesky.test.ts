import { describe, expect, it } from 'vitest';
import { backwardSubstitute, choleskyFactor, forwardSubstitute } from './cholesky.js';

/** L = [[2, 0, 0], [6, 1, 0], [-8, 5, 3]] squares to the matrix below, by hand. */
const LOWER = [
  [2, 0, 0],
  [6, 1, 0],
  [-8, 5, 3],
];
const MATRIX = [
  [4, 12, -16],
  [12, 37, -43],
  [-16, -43, 98],
];

describe('Cholesky factor', () => {
  it('MATRIX-2: the factor of a matrix made by hand', () => {
    expect(choleskyFactor(MATRIX)).toEqual({ ok: true, value: LOWER });
  });

  it('MATRIX-2: substitution both ways: L y = (2, 8, 13) and L y = that, transposed', () => {
    // 2 y1 = 2; 6 + y2 = 8; -8 + 10 + 3 y3 = 13, hence y3 = 11 / 3
    expect(forwardSubstitute(LOWER, [2, 8, 13])).toEqual([1, 2, 11 / 3]);
    // 3 y3 = 6; y2 + 10 = 11; 2 y1 + 6 - 16 = 4, hence y1 = 7
    expect(backwardSubstitute(LOWER, [4, 11, 6])).toEqual([7, 1, 2]);
  });

  it.each([
    [
      'a negative direction',
      [
        [1, 2],
        [2, 1],
      ],
      'matrix.not-positive-definite',
    ],
    [
      'twice the same column',
      [
        [1, 1],
        [1, 1],
      ],
      'matrix.not-positive-definite',
    ],
    ['a missing number', [[1, 0], [0]], 'matrix.shape'],
  ])('MATRIX-2: %s is refused', (_, matrix, code) => {
    const factor = choleskyFactor(matrix);
    expect(factor.ok ? '' : factor.issues[0]?.code).toBe(code);
  });
});
