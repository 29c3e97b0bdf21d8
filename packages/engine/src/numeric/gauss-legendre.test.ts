import { describe, expect, it } from 'vitest';
import { gaussLegendre } from './gauss-legendre.js';

function integral(count: number, f: (x: number) => number): number {
  const { nodes, weights } = gaussLegendre(count);
  return nodes.reduce((sum, x, index) => sum + (weights[index] ?? Number.NaN) * f(x), 0);
}

describe('gaussLegendre', () => {
  it('QUADRATURE-1: two points at 1/sqrt(3), three at 0 and sqrt(3/5)', () => {
    expect(gaussLegendre(2).nodes[1]).toBeCloseTo(1 / Math.sqrt(3), 15);
    expect(gaussLegendre(3).nodes[2]).toBeCloseTo(Math.sqrt(0.6), 15);
    expect(gaussLegendre(3).weights[1]).toBeCloseTo(8 / 9, 15);
  });

  it.each([1, 2, 5, 16, 33, 64])('QUADRATURE-1: %d points are exact to degree 2n - 1', (count) => {
    const degree = 2 * count - 2;
    expect(integral(count, (x) => x ** degree) * (degree + 1)).toBeCloseTo(2, 12);
    expect(integral(count, (x) => x ** (degree + 1))).toBeCloseTo(0, 14);
  });

  it('QUADRATURE-1: no points is a programmer error', () => {
    expect(() => gaussLegendre(0)).toThrow(RangeError);
  });
});
