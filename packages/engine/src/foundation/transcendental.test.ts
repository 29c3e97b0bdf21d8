import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt } from './item-at.js';
import { exp, expm1, log, log1p, pow, powInteger } from './transcendental.js';

/** A reference value made by tools/vectors/transcendental.py: exact = nearest + rest. */
interface ReferenceCase {
  readonly in: readonly number[];
  readonly nearest: number;
  readonly rest: number;
}

type Vectors = Record<'exp' | 'log' | 'expm1' | 'log1p' | 'pow', readonly ReferenceCase[]>;

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../tools/vectors/transcendental.json', import.meta.url), 'utf8'),
);

/** The distance from |x| to the next double away from zero. */
function ulp(x: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(x));
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0) - Math.abs(x);
}

function largestErrorUlp(
  cases: readonly ReferenceCase[],
  f: (...inputs: readonly number[]) => number,
): number {
  const errors = cases.map(
    (one) => Math.abs(f(...one.in) - one.nearest - one.rest) / ulp(one.nearest),
  );
  return Math.max(...errors);
}

const Infinite = Number.POSITIVE_INFINITY;

describe('against 60-digit values from Python decimal', () => {
  it('MATH-1: exp is within 0.9 ulp', () => {
    expect(vectors.exp).toHaveLength(360);
    expect(largestErrorUlp(vectors.exp, (x = 0) => exp(x))).toBeLessThan(0.9);
  });

  it('MATH-2: log is within 0.9 ulp', () => {
    expect(vectors.log.length).toBeGreaterThan(340);
    expect(largestErrorUlp(vectors.log, (x = 0) => log(x))).toBeLessThan(0.9);
  });

  it('MATH-3: expm1 and log1p are within 1.5 and 1 ulp', () => {
    expect(vectors.expm1).toHaveLength(300);
    expect(largestErrorUlp(vectors.expm1, (x = 0) => expm1(x))).toBeLessThan(1.5);
    expect(largestErrorUlp(vectors.log1p, (x = 0) => log1p(x))).toBeLessThan(1);
  });

  it('MATH-4: pow is within 0.9 ulp', () => {
    expect(vectors.pow.length).toBeGreaterThan(340);
    expect(largestErrorUlp(vectors.pow, (x = 0, y = 0) => pow(x, y))).toBeLessThan(0.9);
  });
});

describe('special values, IEEE 754 and ECMAScript', () => {
  it.each([
    [Infinite, Infinite],
    [-Infinite, 0],
    [0, 1],
    [-0, 1],
    [710, Infinite],
    [-746, 0],
    [-745.1332191019411, 5e-324],
    [Number.NaN, Number.NaN],
  ])('MATH-1: exp(%d) = %d', (x, expected) => {
    expect(exp(x)).toBe(expected);
  });

  it.each([
    [0, -Infinite],
    [-0, -Infinite],
    [1, 0],
    [-1, Number.NaN],
    [Infinite, Infinite],
    [-Infinite, Number.NaN],
    [Number.NaN, Number.NaN],
    [5e-324, -744.4400719213812], // -1074 ln 2
    [Number.MAX_VALUE, 709.782712893384],
  ])('MATH-2: log(%d) = %d', (x, expected) => {
    expect(log(x)).toBe(expected);
  });

  it.each([
    [-0, -0, -0],
    [0, 0, 0],
    [Infinite, Infinite, Infinite],
    [Number.NaN, Number.NaN, Number.NaN],
    [-1e-300, -1e-300, -1e-300],
  ])('MATH-3: expm1(%d) = %d and log1p = %d', (x, expectedExpm1, expectedLog1p) => {
    expect(expm1(x)).toBe(expectedExpm1);
    expect(log1p(x)).toBe(expectedLog1p);
  });

  it('MATH-3: the lower ends of expm1 and log1p', () => {
    expect([expm1(-Infinite), expm1(-60), expm1(710)]).toEqual([-1, -1, Infinite]);
    expect([log1p(-1), log1p(-2), log1p(-Infinite)]).toEqual([-Infinite, Number.NaN, Number.NaN]);
  });

  it('MATH-4: pow has the special values of the ECMAScript specification', () => {
    // Math.pow is exact on these by its specification, whatever engine computes it.
    const specials = [0, -0, 1, -1, 2, -2, 3, 0.5, -0.5, Infinite, -Infinite, Number.NaN];
    for (const x of specials) {
      for (const y of [0, -0, 1, -1, 2, 3, -3, Infinite, -Infinite, Number.NaN]) {
        const isExact = Math.abs(x) !== 3 || !(y < 0);
        if (isExact) expect(pow(x, y), `pow(${x}, ${y})`).toBe(x ** y);
      }
    }
    expect(pow(-8, 1 / 3)).toBeNaN();
    expect(pow(-0, 0.5)).toBe(0);
    expect(pow(-Infinite, 0.5)).toBe(Infinite);
    expect([pow(2, 1024), pow(2, -1075), pow(2, -1074)]).toEqual([Infinite, 0, 5e-324]);
    expect([pow(2, 1e300), pow(2, -1e300), pow(0.5, 1e300)]).toEqual([Infinite, 0, 0]);
  });
});

describe('laws', () => {
  it('MATH-4: integer powers of small integers are exact', () => {
    for (let base = 2; base <= 10; base += 1) {
      let exact = 1;
      for (let n = 0; exact <= Number.MAX_SAFE_INTEGER; n += 1) {
        expect(pow(base, n)).toBe(exact);
        expect(powInteger(base, n)).toBe(exact);
        exact *= base;
      }
    }
  });

  it('MATH-6: powInteger by hand, negative powers as reciprocals', () => {
    expect(powInteger(1.5, 3)).toBe(3.375);
    expect(powInteger(2, -10)).toBe(1 / 1024);
    expect(powInteger(-3, 3)).toBe(-27);
    expect(powInteger(7, 0)).toBe(1);
    expect(() => powInteger(2, 0.5)).toThrow(RangeError);
  });

  it('MATH-1: exp and log are monotone, and log undoes exp to 2 ulp', () => {
    const x = fc.double({ min: -700, max: 700, noNaN: true });
    fc.assert(
      fc.property(x, x, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(exp(low)).toBeLessThanOrEqual(exp(high));
        expect(Math.abs(log(exp(a)) - a)).toBeLessThanOrEqual(2 * ulp(a) + 2e-16);
      }),
      { seed: 20221230, numRuns: 2000 },
    );
  });

  it('MATH-5: 60,000 results have the digest recorded on Node 20, 24 and Chromium', () => {
    expect(digestOfResults()).toBe('7671e291');
  });
});

/** A 32-bit FNV-1a digest over the bits of exp, log and pow on a fixed integer sequence. */
function digestOfResults(): string {
  const bits = new DataView(new ArrayBuffer(8));
  let digest = 0x811c9dc5;
  let state = 20221230;
  const draw = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  for (let count = 0; count < 20000; count += 1) {
    const x = draw();
    const results = [exp((x - 0.5) * 1400), log(x * 1000 + 1e-9), pow(0.01 + x, draw() * 400)];
    for (let i = 0; i < results.length; i += 1) {
      bits.setFloat64(0, itemAt(results, i));
      for (let byte = 0; byte < 8; byte += 1) {
        digest = Math.imul(digest ^ bits.getUint8(byte), 0x01000193) >>> 0;
      }
    }
  }
  return digest.toString(16);
}
