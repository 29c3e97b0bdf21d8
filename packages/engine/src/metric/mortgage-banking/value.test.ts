import { describe, expect, it } from 'vitest';
import { assumed, prepaymentModel } from '../../study/example-study.test-fixture.js';
import type { RateLock, ServicingRight } from './input.js';
import { survivingBalance } from './surviving-balance.js';
import { lockedLoanPrice, pullThroughShare, rateLockValue, servicingValue } from './value.js';

const NONE = { ...prepaymentModel('none'), multiplier: assumed(0) };

/** Half of what is left prepays each month: CPR 1 - 0.5^12 whatever rates are. */
const HALF = {
  ...prepaymentModel('half'),
  minCpr: assumed(1 - 0.5 ** 12),
  maxCpr: assumed(1 - 0.5 ** 12),
};

const rates = (mortgage: number, monthlyFactor = 1) => ({
  discount: Float64Array.from({ length: 361 }, (_, t) => monthlyFactor ** t),
  mortgage: new Float64Array(360).fill(mortgage),
});

const RIGHT: ServicingRight = {
  id: 'pool',
  balanceUsdMillion: assumed(1200),
  noteRate: assumed(0),
  remainingMonths: assumed(4),
  ageMonths: assumed(12),
  feeRate: assumed(0.0025),
  costRate: assumed(0.0005),
  valuationSpread: assumed(0),
  prepayment: NONE,
};

const LOCK: RateLock = {
  id: 'thirty-year',
  notionalUsdMillion: assumed(100),
  noteRate: assumed(0.06),
  termMonths: assumed(360),
  pullThrough: assumed(0.7),
  pullThroughSlope: assumed(10),
  feeRate: assumed(0),
  valuationSpread: assumed(0),
  prepayment: NONE,
};

describe('balances that prepay', () => {
  it('MORTGAGE-1: four equal parts; with half prepaid each month on top', () => {
    const of = (prepayment: typeof NONE) =>
      survivingBalance(
        { noteRate: 0, remainingMonths: 4, ageMonths: 0, prepayment },
        rates(0.05).mortgage,
      );
    expect([...of(NONE)]).toEqual([1, 0.75, 0.5, 0.25, 0]);
    // 3/4 x 1/2; x 2/3 x 1/2; x 1/2 x 1/2
    [1, 0.375, 0.125, 0.03125, 0].forEach((expected, month) => {
      expect(of(HALF)[month]).toBeCloseTo(expected, 12);
    });
  });

  it('MORTGAGE-1: 100,000 at 6 % over 30 years owes 83,685.72 after ten, as tables print', () => {
    // payment 599.55; balance after 120 payments: 599.55 x (1 - 1.005^-240) / 0.005
    const balance = survivingBalance(
      { noteRate: 0.06, remainingMonths: 360, ageMonths: 0, prepayment: NONE },
      rates(0.05).mortgage,
    );
    expect(100_000 * (balance[120] ?? 0)).toBeCloseTo(
      (599.550525 * (1 - 1.005 ** -240)) / 0.005,
      2,
    );
    expect(100_000 * (balance[120] ?? 0)).toBeCloseTo(83_685.72, 1);
  });
});

describe('servicing rights', () => {
  it('MORTGAGE-2: 1,200 x 0.20 % / 12 x (1 + 3/4 + 1/2 + 1/4) = 0.5; cut by prepayment', () => {
    expect(servicingValue(RIGHT, rates(0.05))).toBeCloseTo(0.5, 12);
    expect(servicingValue({ ...RIGHT, prepayment: HALF }, rates(0.05))).toBeCloseTo(
      0.2 * 1.53125,
      12,
    );
  });

  it('MORTGAGE-2: discounted month by month, with a spread', () => {
    const one = { ...RIGHT, remainingMonths: assumed(1), valuationSpread: assumed(0.12) };
    expect(servicingValue(one, rates(0.05, 0.99))).toBeCloseTo(0.2 * 0.99 * Math.exp(-0.01), 12);
  });

  it('MORTGAGE-2: gains when rates rise: prepayment slows by more than discounting takes', () => {
    const prepayment = { ...prepaymentModel('mbs'), slope: assumed(10), midpoint: assumed(1.1) };
    const terms = { noteRate: assumed(0.05), remainingMonths: assumed(360), prepayment };
    const pool = { ...RIGHT, ...terms };
    const low = servicingValue(pool, rates(0.04, 1 / (1 + 0.03 / 12)));
    const high = servicingValue(pool, rates(0.06, 1 / (1 + 0.05 / 12)));
    expect(high).toBeGreaterThan(1.3 * low);
  });
});

describe('rate locks', () => {
  it.each([NONE, HALF])(
    'MORTGAGE-3: at its own rate a loan is worth par, however it prepays',
    (model) => {
      expect(lockedLoanPrice({ ...LOCK, prepayment: model }, rates(0.06, 1 / 1.005))).toBeCloseTo(
        1,
        10,
      );
    },
  );

  it('MORTGAGE-3: a fee of 1 % on one month takes 1/12 %', () => {
    const month = { ...LOCK, termMonths: assumed(1), feeRate: assumed(0.01) };
    expect(lockedLoanPrice(month, rates(0.06))).toBeCloseTo(1 + 0.05 / 12, 12);
  });

  it('MORTGAGE-4: 70 % close at the note rate, 80 % at 1 % above, never more than all', () => {
    const share = (mortgage: number) => pullThroughShare(LOCK, mortgage);
    expect(share(0.06)).toBeCloseTo(0.7, 12);
    expect(share(0.07)).toBeCloseTo(0.8, 12);
    expect([share(0.2), share(-0.2)]).toEqual([1, 0]);
  });

  it('MORTGAGE-4: 100 x 80 % x (1.005 x 0.99 - 1) = -0.404', () => {
    const month = { ...LOCK, termMonths: assumed(1) };
    expect(rateLockValue(month, rates(0.07, 0.99))).toBeCloseTo(-0.404, 12);
  });
});
