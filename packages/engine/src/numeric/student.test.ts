import { describe, expect, it } from 'vitest';
import { normalDistribution } from './normal.js';
import { regressionVectors } from './regression-vectors.test-fixture.js';
import { studentHalfWidth, studentWithin } from './student.js';

describe('Student', () => {
  it('STUDENT-1: one degree of freedom is the Cauchy law: 1/2 within 1', () => {
    expect(studentWithin(1, 1)).toBeCloseTo(0.5, 14);
    expect(studentWithin(0, 7)).toBe(0);
  });

  it('STUDENT-1: two degrees of freedom: t / sqrt(2 + t^2)', () => {
    expect(studentWithin(3, 2)).toBeCloseTo(3 / Math.sqrt(11), 14);
  });

  it('STUDENT-1: many degrees of freedom come near the normal law', () => {
    const normal = 1 - 2 * normalDistribution(-1.96);
    expect(Math.abs(studentWithin(1.96, 20_000) - normal)).toBeLessThan(2e-5);
    expect(Math.abs(studentWithin(1.96, 20_001) - normal)).toBeLessThan(2e-5);
  });

  it.each(regressionVectors.student)(
    'STUDENT-2: $degrees degrees, $confidence: $halfWidth as scipy',
    ({ degrees, confidence, halfWidth }) => {
      const found = studentHalfWidth(confidence, degrees);
      expect(found.ok && found.value / halfWidth).toBeCloseTo(1, 10);
    },
  );

  it('STUDENT-1: no degree of freedom, a half and a negative t are refused', () => {
    expect(() => studentWithin(1, 0)).toThrow(RangeError);
    expect(() => studentWithin(1, 2.5)).toThrow(RangeError);
    expect(() => studentWithin(-1, 2)).toThrow(RangeError);
    expect(() => studentHalfWidth(1, 5)).toThrow(RangeError);
  });
});
