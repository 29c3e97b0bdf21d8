import { describe, expect, it } from 'vitest';
import { arctangent } from './arctangent.js';

/** Values to 20 digits from Abramowitz & Stegun 4.4 identities and Machin-type sums. */
const KNOWN: readonly (readonly [x: number, radians: number, why: string])[] = [
  [0, 0, 'atan 0'],
  [1, 0.785398163397448309616, 'pi/4'],
  [Math.sqrt(3), 1.0471975511965977462, 'pi/3'],
  [1 / Math.sqrt(3), 0.52359877559829887308, 'pi/6'],
  [2 - Math.sqrt(3), 0.26179938779914943654, 'pi/12'],
  [0.2, 0.19739555984988075837, 'Machin: 4 atan 1/5 - atan 1/239 = pi/4'],
  [1 / 239, 0.0041840760020747238645, 'Machin'],
  [Number.POSITIVE_INFINITY, 1.5707963267948966192, 'pi/2'],
];

describe('arctangent', () => {
  it.each(KNOWN)('MATH-7: atan(%d) = %d (%s) within 4 ulp, and odd', (x, radians) => {
    const error = 4 * Number.EPSILON * Math.max(radians, Number.MIN_VALUE);
    expect(Math.abs(arctangent(x) - radians)).toBeLessThanOrEqual(error);
    expect(arctangent(-x)).toBe(-arctangent(x));
  });

  it('MATH-7: the tangent addition law holds on a grid', () => {
    for (let i = 1; i < 40; i += 1) {
      const a = i / 40;
      const both = (a + 0.5) / (1 - a * 0.5);
      expect(arctangent(a) + arctangent(0.5)).toBeCloseTo(arctangent(both), 14);
    }
  });
});
