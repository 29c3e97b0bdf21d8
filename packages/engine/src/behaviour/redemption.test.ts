import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumed, SEED } from './deposit-model.test-fixture.js';
import {
  penaltyFactors,
  type RedemptionModel,
  redeemedBucket,
  redemptionAnswersToRates,
  redemptionGain,
  redemptionPath,
  termRates,
  yearlyRedemption,
} from './redemption.js';

function model(rate: number, sensitivity: number, penaltyMonths: number): RedemptionModel {
  return {
    id: 'cd',
    redemptionRate: assumed(rate),
    redemptionSensitivity: assumed(sensitivity),
    penaltyMonths: assumed(penaltyMonths),
  };
}

/** 1 - 0.99^12 a year is 1 % a month. */
const onePercent = (penaltyMonths = 0) => model(1 - 0.99 ** 12, 0, penaltyMonths);

/** A curve on which every term earns `rate`, paid monthly. */
function flatDiscount(rate: number, months: number): Float64Array {
  return Float64Array.from({ length: months + 1 }, (_, t) => (1 + rate / 12) ** -t);
}

/** Prices on a curve of which the forwards come true. */
const bondsOf = (discount: Float64Array) => (month: number, ahead: number) =>
  (discount[month + ahead] ?? Number.NaN) / (discount[month] ?? Number.NaN);

describe('early redemption of time deposits', () => {
  it.each([
    // gain a year, share a year: 4 % + 8 x gain, between 0 and 1
    [0, 0.04],
    [0.0125, 0.14],
    [-0.002, 0.024],
    [-0.02, 0],
    [0.2, 1],
  ])('REDEEM-1: a gain of %d makes %d of the balance leave in a year', (gain, share) => {
    expect(yearlyRedemption(model(0.04, 8, 0), gain)).toBeCloseTo(share, 12);
  });

  it.each([
    // market, contract, penalty months, remaining months, gain
    [0.05, 0.03, 6, 24, 0.0125], // 2 % less 3 % x 6 / 24
    [0.05, 0.03, 6, 6, -0.01], // the whole penalty in half a year: 3 % a year
    [0.05, 0.03, 0, 24, 0.02],
    [0.02, 0.03, 3, 12, -0.0175],
  ])(
    'REDEEM-2: at a market of %d a contract of %d with %i months of penalty and %i to go gains %d',
    (marketRate, contractRate, penaltyMonths, remainingMonths, gain) => {
      const terms = { marketRate, contractRate, penaltyMonths, remainingMonths };
      expect(redemptionGain(terms)).toBeCloseTo(gain, 15);
    },
  );

  it('REDEEM-2: the market rate is that of the remaining term, month by month', () => {
    const deposit = { contractRate: 0.03, maturityMonth: 12 };
    const path = redemptionPath(
      model(0.02, 5, 3),
      deposit,
      termRates(bondsOf(flatDiscount(0.06, 12)), 12),
    );
    for (const t of [0, 4, 10]) {
      // 6 % on every term: 2 % + 5 x (6 % - 3 % - 3 % x 3 / months to go), at least 0
      const yearly = Math.max(0, 0.02 + 5 * (0.03 - 0.09 / (12 - t)));
      expect(1 - (1 - (path[t] ?? 0)) ** 12).toBeCloseTo(yearly, 10);
    }
    expect(path[11]).toBe(0);
  });

  it('REDEEM-2: the market rate is seen in its month and knows no later one', () => {
    // 3 % in month 0 and 7 % in month 1, each flat: by hand, no mixture of the two.
    const rateIn = [0.03, 0.07];
    const term = termRates((month, ahead) => (1 + (rateIn[month] ?? 0) / 12) ** -ahead, 2);
    expect([term(0, 1), term(0, 2), term(1, 1)].map((rate) => rate.toFixed(12))).toEqual([
      '0.030000000000',
      '0.030000000000',
      '0.070000000000',
    ]);
  });

  it('REDEEM-3: half due in month 2, half in month 3, 1 % a month redeemed before', () => {
    const bucket = { contractRate: 0.03, firstMonth: 2, lastMonth: 3 };
    const { principal, redeemed } = redeemedBucket(onePercent(), bucket, null, 6);
    // month 2: 0.495 due and 1 % of 0.495; month 3: what is left of the second half
    [0.01, 0.495 + 0.00495, 0.49005, 0, 0, 0].forEach((paid, t) => {
      expect(principal[t]).toBeCloseTo(paid, 12);
    });
    for (const [t, early] of [0.01, 0.00495, 0].entries()) {
      expect(redeemed[t]).toBeCloseTo(early, 12);
    }
  });

  it('REDEEM-4: three months of interest on 1 % of the balance is 3 % of a month of it', () => {
    const bucket = { contractRate: 0.03, firstMonth: 2, lastMonth: 3 };
    const cd = onePercent(3);
    const factors = penaltyFactors(cd, redeemedBucket(cd, bucket, null, 6));
    // 1 - 3 x 0.01 / 1; 1 - 3 x 0.00495 / 0.99; nothing redeemed later
    for (const [t, factor] of [0.97, 0.985, 1, 1].entries()) {
      expect(factors[t]).toBeCloseTo(factor, 12);
    }
  });

  it(`REDEEM-3: nothing is paid twice or lost, whatever rates do (seed ${SEED})`, () => {
    const terms = fc.record({
      rate: fc.double({ min: 0, max: 1, noNaN: true }),
      sensitivity: fc.double({ min: 0, max: 50, noNaN: true }),
      market: fc.double({ min: -0.01, max: 0.15, noNaN: true }),
      contractRate: fc.double({ min: 0, max: 0.1, noNaN: true }),
      firstMonth: fc.integer({ min: 1, max: 70 }),
      width: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(terms, (x) => {
        const bucket = { ...x, lastMonth: x.firstMonth + x.width };
        const bondAt = bondsOf(flatDiscount(x.market, 60));
        const { principal } = redeemedBucket(model(x.rate, x.sensitivity, 3), bucket, bondAt, 60);
        for (const paid of principal) expect(paid).toBeGreaterThanOrEqual(0);
        expect(principal.reduce((sum, paid) => sum + paid, 0)).toBeCloseTo(1, 12);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('REDEEM-1, REDEEM-3: a share of zero is the bucket as written; a gain needs rates', () => {
    const bucket = { contractRate: 0.03, firstMonth: 3, lastMonth: 4 };
    const { principal } = redeemedBucket(model(0, 0, 6), bucket, null, 6);
    expect([...principal]).toEqual([0, 0, 0.5, 0.5, 0, 0]);
    expect(redemptionAnswersToRates(onePercent())).toBe(false);
    expect(redemptionAnswersToRates(model(0, 1, 0))).toBe(true);
  });
});
