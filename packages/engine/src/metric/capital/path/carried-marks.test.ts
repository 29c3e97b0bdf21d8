import { describe, expect, it } from 'vitest';
import { carriedMarks } from './carried-marks.js';

/** Flat continuous rate: D(t) = e^(-r t / 12). */
const flat = (rate: number) =>
  Float64Array.from({ length: 61 }, (_, t) => Math.exp((-rate * t) / 12));
const months = (paid: Readonly<Record<number, number>>) =>
  Float64Array.from({ length: 60 }, (_, t) => paid[t + 1] ?? 0);
const spread = (rate: number) =>
  Float64Array.from({ length: 60 }, (_, t) => Math.exp((-rate * (t + 1)) / 12));

describe('marks carried along the forwards', () => {
  it('CPATH-3: a zero bond of two years pulls to par: 100 (e^(-4 % T) - 1), T what is left', () => {
    const zero = {
      principal: months({ 24: 100 }),
      interest: months({}),
      spreadFactor: spread(0),
      costUsdMillion: 100,
    };
    const found = carriedMarks(zero, flat(0.04), [0, 6, 12, 23, 24]);
    [2, 1.5, 1, 1 / 12].forEach((left, index) => {
      expect(found[index]).toBeCloseTo(100 * Math.expm1(-0.04 * left), 10);
    });
    expect(found[4]).toBeCloseTo(0, 10);
  });

  it('CPATH-3: cost falls with what is repaid, a premium too; a spread adds to the rate', () => {
    const bond = {
      principal: months({ 12: 40, 24: 60 }),
      interest: months({ 24: 3 }),
      spreadFactor: spread(0.01),
      costUsdMillion: 105,
    };
    const found = carriedMarks(bond, flat(0.04), [0, 12]);
    // 40 e^-0.05 + 63 e^-0.10 - 105; then 63 e^-0.05 less 60 % of 105
    expect(found[0]).toBeCloseTo(40 * Math.exp(-0.05) + 63 * Math.exp(-0.1) - 105, 10);
    expect(found[1]).toBeCloseTo(63 * Math.exp(-0.05) - 63, 10);
  });
});
