import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumed, SEED } from './deposit-model.test-fixture.js';
import { mortalityPath, speedAnswersToRates } from './mortality-path.js';
import { lockInFactor, prepaymentOnCurve, singleMonthlyMortality } from './prepayment.js';
import type { IncentivePrepaymentModel, PrepaymentModel } from './prepayment-model.js';

const cpr: PrepaymentModel = { id: 'flat', kind: 'cpr', cpr: assumed(0.06) };
const psa: PrepaymentModel = { id: 'standard', kind: 'psa', psa: assumed(150) };
const incentive: IncentivePrepaymentModel = {
  id: 'curve',
  multiplier: assumed(1),
  minCpr: assumed(0.05),
  maxCpr: assumed(0.45),
  slope: assumed(10),
  midpoint: assumed(1.1),
};
/** One speed at all rates: 1 - 0.96^12 a year is 4 % a month. */
const fourPercent: IncentivePrepaymentModel = {
  ...incentive,
  minCpr: assumed(1 - 0.96 ** 12),
  maxCpr: assumed(1 - 0.96 ** 12),
};
const pool = { noteRate: 0.05, ageMonths: 0 };
const rates = (...values: number[]) => Float64Array.from(values);
const flat = (rate: number, months: number) => new Float64Array(months).fill(rate);
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('kinds of prepayment', () => {
  it('PREPAY-4: a CPR of 6 % is an SMM of 0.5143 % in every month, at every rate and age', () => {
    const path = mortalityPath(cpr, { noteRate: 0.09, ageMonths: 200 }, rates(0.01, 0.05, 0.2));
    expect([...path].map((smm) => smm.toFixed(6))).toEqual(['0.005143', '0.005143', '0.005143']);
  });

  it.each([
    // age at the date, month, CPR at 150 % PSA, SMM
    [16, 1, 0.051, 0.0043527], // SIFMA's example SF-7: age 17, 0.2 % x 17 x 1.5
    [0, 1, 0.003, 0.000250345], // 0.2 % x 1.5; 1 - 0.997^(1/12)
    [0, 30, 0.09, 0.007828415], // the ramp is over
    [29, 1, 0.09, 0.007828415],
    [29, 60, 0.09, 0.007828415],
  ])(
    'PREPAY-5: loans of age %i prepay in month %i by a CPR of %d',
    (ageMonths, month, cprOf, smm) => {
      const path = mortalityPath(psa, { noteRate: 0.05, ageMonths }, flat(0.05, 60));
      expect(path[month - 1]).toBeCloseTo(smm, 7);
      expect(1 - (1 - (path[month - 1] ?? 0)) ** 12).toBeCloseTo(cprOf, 12);
    },
  );

  it('PREPAY-4, PREPAY-5: only an incentive answers to rates', () => {
    expect(
      [cpr, psa, incentive, { ...incentive, kind: 'incentive' as const }].map(speedAnswersToRates),
    ).toEqual([false, false, true, true]);
  });
});

describe('the incentive model and its parts', () => {
  it.each([
    // age at the date, month, share of the full speed after 30 months
    [0, 1, 1 / 30],
    [9, 1, 1 / 3],
    [9, 6, 1 / 2],
    [40, 1, 1],
  ])('PREPAY-6: age %i, month %i: %d of the full speed', (ageMonths, month, share) => {
    const model = { ...fourPercent, seasoningMonths: assumed(30) };
    const path = mortalityPath(model, { noteRate: 0.05, ageMonths }, flat(0.05, 12));
    const full = 1 - 0.96 ** 12;
    expect(1 - (1 - (path[month - 1] ?? 0)) ** 12).toBeCloseTo(full * share, 12);
  });

  it('PREPAY-7: with a floor of one half the speed falls with what has left', () => {
    const [first, second] = mortalityPath(
      { ...fourPercent, burnoutFloor: assumed(0.5) },
      pool,
      flat(0.05, 2),
    );
    expect(first).toBeCloseTo(0.04, 12);
    // 96 % are left: CPR x (0.5 + 0.5 x 0.96)
    expect(second).toBeCloseTo(1 - (1 - 0.98 * (1 - 0.96 ** 12)) ** (1 / 12), 12);
  });

  it(`PREPAY-7: more incentive in the past, less speed now at the same rate (seed ${SEED})`, () => {
    const model = { ...incentive, burnoutFloor: assumed(0.3) };
    const past = fc.array(fc.tuple(between(0.02, 0.08), between(0, 0.02)), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(past, between(0.02, 0.08), (months, now) => {
        const dear = mortalityPath(model, pool, rates(...months.map(([rate]) => rate), now));
        const cheap = mortalityPath(model, pool, rates(...months.map(([a, b]) => a - b), now));
        expect(cheap.at(-1)).toBeLessThanOrEqual((dear.at(-1) ?? 0) * (1 + 1e-12));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it.each([
    // ratio of note rate to mortgage rate, share of the speed: floor 0.4 from 0.6, none from 0.9
    [1.2, 1],
    [0.9, 1],
    [0.75, 0.7],
    [0.6, 0.4],
    [0.3, 0.4],
  ])('PREPAY-8: at a ratio of %d lock-in leaves %d of the speed', (ratio, share) => {
    const terms = { floor: 0.4, startRatio: 0.9, fullRatio: 0.6 };
    expect(lockInFactor(terms, ratio)).toBeCloseTo(share, 12);
    const lockIn = {
      floor: assumed(0.4),
      startRatio: assumed(0.9),
      fullRatio: assumed(0.6),
    };
    const [smm] = mortalityPath({ ...fourPercent, lockIn }, pool, rates(0.05 / ratio));
    expect(1 - (1 - (smm ?? 0)) ** 12).toBeCloseTo(share * (1 - 0.96 ** 12), 12);
  });

  it(`PREPAY-2, PREPAY-3: without parts the bits of the curve alone (seed ${SEED})`, () => {
    const curve = { multiplier: 1, minCpr: 0.05, maxCpr: 0.45, slope: 10, midpoint: 1.1 };
    const path = fc.array(between(-0.01, 0.15), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(between(0, 0.12), path, fc.integer({ min: 0, max: 400 }), (noteRate, at, age) => {
        const found = mortalityPath(incentive, { noteRate, ageMonths: age }, rates(...at));
        const alone = at.map((rate) =>
          singleMonthlyMortality(prepaymentOnCurve(curve, noteRate, rate)),
        );
        expect([...found]).toEqual(alone);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});
