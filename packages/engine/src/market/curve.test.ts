import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forwardMonthly,
  logDiscountAt,
  monthlyDiscount,
  parRate,
  shiftZero,
  type ZeroCurve,
  zeroRate,
} from './curve.js';

/** Forward rates 2% in year 1, 4% in year 2, 3% after: logarithms by hand. */
const stepped: ZeroCurve = {
  nodesMonths: Float64Array.of(12, 24, 60),
  logDiscount: Float64Array.of(-0.02, -0.06, -0.15),
};

const curves = fc
  .array(fc.double({ min: -0.01, max: 0.15, noNaN: true }), { minLength: 2, maxLength: 12 })
  .map((forwards): ZeroCurve => {
    let log = 0;
    const logs = forwards.map((forward) => {
      log -= forward * 2.5;
      return log;
    });
    return {
      nodesMonths: Float64Array.from(forwards, (_, index) => 30 * (index + 1)),
      logDiscount: Float64Array.from(logs),
    };
  });

const shifts = fc.double({ min: -0.05, max: 0.05, noNaN: true });

describe('reading a zero curve', () => {
  it.each([
    [0, 0],
    [6, -0.01],
    [12, -0.02],
    [18, -0.04],
    [24, -0.06],
    [42, -0.105],
    [60, -0.15],
    [72, -0.18], // the last forward, 3%, goes on
    [360, -0.9],
  ])('CURVE-2, CURVE-3: ln of the discount factor to %d months is %d', (months, expected) => {
    expect(logDiscountAt(stepped, months)).toBeCloseTo(expected, 14);
  });

  it('CURVE-2: monthly discount factors begin with 1, one for each month', () => {
    const discount = monthlyDiscount(stepped, 24);
    expect(discount).toHaveLength(25);
    expect(discount[0]).toBe(1);
    expect(discount[12]).toBeCloseTo(0.980198673306755, 14); // e^-0.02
    expect(discount[24]).toBeCloseTo(0.941764533584249, 14); // e^-0.06
  });

  it('CURVE-2: zero rates and forward rates are continuously compounded', () => {
    expect(zeroRate(stepped, 12)).toBeCloseTo(0.02, 14);
    expect(zeroRate(stepped, 24)).toBeCloseTo(0.03, 14);
    const forwards = forwardMonthly(stepped, 61);
    expect(forwards).toHaveLength(61);
    expect([0, 11, 12, 23, 24, 60].map((i) => Number(forwards[i]?.toFixed(12)))).toEqual([
      0.02, 0.02, 0.04, 0.04, 0.03, 0.03,
    ]);
  });

  it('CURVE-2: no rate to month 0, no half months in an array, no time before the curve', () => {
    expect(() => zeroRate(stepped, 0)).toThrow(RangeError);
    expect(() => monthlyDiscount(stepped, 1.5)).toThrow(RangeError);
    expect(() => logDiscountAt(stepped, -1)).toThrow(RangeError);
  });
});

describe('shifting a zero curve', () => {
  it('CURVE-4: a zero shift leaves every bit as it was', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        const shifted = shiftZero(curve, () => 0);
        expect(monthlyDiscount(shifted, 360)).toEqual(monthlyDiscount(curve, 360));
        const floored = shiftZero(curve, () => 0, 0);
        expect(monthlyDiscount(floored, 360)).toEqual(monthlyDiscount(curve, 360));
      }),
      { seed: 20221230, numRuns: 200 },
    );
  });

  it('CURVE-4: a shift of any shape moves the zero rate of every month by that much', () => {
    const shape = (months: number): number => 0.02 - 0.00005 * months;
    const shifted = shiftZero(stepped, shape, undefined, 480);
    expect(shifted.nodesMonths).toHaveLength(480);
    for (let months = 1; months <= 480; months += 1) {
      const moved = zeroRate(shifted, months) - zeroRate(stepped, months);
      expect(moved).toBeCloseTo(shape(months), 13);
    }
  });

  it('CURVE-4: the grid reaches the last node, at least 360 months', () => {
    expect(shiftZero(stepped, () => 0.01).nodesMonths).toHaveLength(360);
    const long: ZeroCurve = {
      nodesMonths: Float64Array.of(600),
      logDiscount: Float64Array.of(-2),
    };
    expect(shiftZero(long, () => 0.01).nodesMonths).toHaveLength(600);
  });

  it('CURVE-4: rates up, discount factors down', () => {
    fc.assert(
      fc.property(curves, fc.double({ min: 1e-6, max: 0.05, noNaN: true }), (curve, up) => {
        const base = monthlyDiscount(curve, 360);
        const shifted = monthlyDiscount(
          shiftZero(curve, () => up, 0),
          360,
        );
        for (let month = 1; month <= 360; month += 1) {
          expect(shifted[month]).toBeLessThan(base[month] ?? Number.NaN);
        }
      }),
      { seed: 20221230, numRuns: 50 },
    );
  });

  it('CURVE-5: minus 200 bp on 2% and 3% with a floor at 0% and at 0.5%', () => {
    const zeros = (floor: number): number[] => {
      const shifted = shiftZero(stepped, () => -0.02, floor);
      return [12, 24].map((months) => Number(zeroRate(shifted, months).toFixed(12)));
    };
    expect(zeros(0)).toEqual([0, 0.01]);
    expect(zeros(0.005)).toEqual([0.005, 0.01]);
    expect(zeros(-0.1)).toEqual([0, 0.01]);
  });

  it('CURVE-5: a base rate below the floor stays where it is when rates fall', () => {
    const negative: ZeroCurve = {
      nodesMonths: Float64Array.of(12, 24),
      logDiscount: Float64Array.of(0.005, -0.02),
    };
    const shifted = shiftZero(negative, () => -0.01, 0);
    expect(zeroRate(shifted, 12)).toBe(zeroRate(negative, 12));
    expect(zeroRate(shifted, 24)).toBeCloseTo(0, 14);
    expect(
      zeroRate(
        shiftZero(negative, () => 0.02, 0),
        12,
      ),
    ).toBeCloseTo(0.015, 14);
  });

  it('CURVE-5: no shocked rate is below the lower of floor and base', () => {
    const floors = fc.double({ min: -0.02, max: 0.03, noNaN: true });
    fc.assert(
      fc.property(curves, shifts, floors, (curve, shift, floor) => {
        const shifted = shiftZero(curve, () => shift, floor);
        for (let months = 1; months <= 360; months += 7) {
          const lowest = Math.min(floor, zeroRate(curve, months));
          expect(zeroRate(shifted, months)).toBeGreaterThanOrEqual(lowest - 1e-15);
        }
      }),
      { seed: 20221230, numRuns: 100 },
    );
  });
});

describe('par rates', () => {
  const flat: ZeroCurve = {
    nodesMonths: Float64Array.of(12, 120),
    logDiscount: Float64Array.of(-0.04, -0.4),
  };
  const discount = monthlyDiscount(flat, 240);

  it.each([
    // e^(0.04/f) - 1, times f: annual, semi-annual, quarterly, monthly.
    [12, 0.040810774192388],
    [6, 0.040402680053511],
    [3, 0.040200668336701],
    [1, 0.04006674080251],
  ])('CURVE-6: flat at 4 per cent, a coupon every %d months is %d', (frequencyMonths, expected) => {
    expect(parRate(discount, 0, 120, frequencyMonths)).toBeCloseTo(expected, 13);
    expect(parRate(discount, 24, 60, frequencyMonths)).toBeCloseTo(expected, 13);
  });

  it('CURVE-6: below one coupon period it is the simple rate', () => {
    const threeMonths = discount[3] ?? Number.NaN;
    expect(parRate(discount, 0, 3)).toBeCloseTo((1 / threeMonths - 1) * 4, 14);
  });

  it('CURVE-6: nine months are a period of three and one of six', () => {
    const [first, last] = [discount[3] ?? Number.NaN, discount[9] ?? Number.NaN];
    expect(parRate(discount, 0, 9)).toBeCloseTo((1 - last) / (0.25 * first + 0.5 * last), 14);
  });

  it('CURVE-6: beyond the array, and without a tenor, there is no rate', () => {
    expect(() => parRate(discount, 200, 60)).toThrow(RangeError);
    expect(() => parRate(discount, 0, 0)).toThrow(RangeError);
  });
});
