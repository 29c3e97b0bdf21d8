import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runShare } from './deposit.js';
import {
  depositAverageLifeYears,
  depositPrincipal,
  depositTranches,
  hazardMultiple,
  hazardMultiples,
} from './deposit-balance.js';
import { assumed, part, plainDeposit, SEED } from './deposit-model.test-fixture.js';
import type { DepositModel } from './model.js';

/** Balance of 100 after each month, from what was paid. */
function balances(model: DepositModel, months: number): number[] {
  const paid = depositPrincipal(model, 360, null);
  let left = 100;
  return Array.from({ length: months }, (_, t) => {
    left -= 100 * (paid[t] ?? Number.NaN);
    return left;
  });
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const anyModel = fc
  .record({
    life: between(0.01, 30),
    coreLife: between(0.01, 30),
    surgeLife: between(0.01, 2),
    coreShare: between(0, 1),
    surgeOfRest: between(0, 1),
    run: between(0, 1),
    runMonth: fc.integer({ min: 1, max: 400 }),
  })
  .map((x) =>
    plainDeposit({
      averageLifeYears: assumed(x.life),
      core: part(x.coreShare, x.coreLife),
      surge: part((1 - x.coreShare) * x.surgeOfRest, x.surgeLife),
      outflowShare: assumed(x.run),
      outflowMonth: assumed(x.runMonth),
    }),
  );

describe('parts of a deposit balance', () => {
  const core = part(0.7, 5);
  const nonCore = { averageLifeYears: assumed(1) };

  it('NMD-8: core 70 % of 5 years, the rest of 1 year: 96.33, 92.89, 89.67', () => {
    // 70 x 59/60 + 30 x 11/12 = 68.8333 + 27.5; squares and cubes of the same
    const [first, second, third] = balances(plainDeposit({ ...nonCore, core }), 3);
    expect(first).toBeCloseTo(96.333_333_333, 9);
    expect(second).toBeCloseTo(67.686_111_111 + 25.208_333_333, 8);
    expect(third).toBeCloseTo(66.558_009_259 + 23.107_638_889, 8);
  });

  it('NMD-9: surge of 10 % with a life of 3 months leaves by a third of it a month', () => {
    const model = plainDeposit({ ...nonCore, core, surge: part(0.1, 0.25) });
    const [first, second] = balances(model, 2);
    // 70 x 59/60 + 10 x 2/3 + 20 x 11/12
    expect(first).toBeCloseTo(68.833_333_333 + 6.666_666_667 + 18.333_333_333, 8);
    expect(second).toBeCloseTo(67.686_111_111 + 4.444_444_444 + 16.805_555_556, 8);
    expect(depositTranches(model).map(({ name }) => name)).toEqual(['core', 'surge', 'non-core']);
  });

  it.each<[number, DepositModel, string]>([
    [5, plainDeposit(), 'one part'],
    [3.8, plainDeposit({ ...nonCore, core }), '0.7 x 5 + 0.3 x 1'],
    [3.725, plainDeposit({ ...nonCore, core, surge: part(0.1, 0.25) }), '3.5 + 0.025 + 0.2'],
    [1 / 12, plainDeposit({ averageLifeYears: assumed(0.01) }), 'under a month: one month'],
  ])('NMD-8: an average life of %d years (%#)', (years, model) => {
    expect(depositAverageLifeYears(model)).toBeCloseTo(years, 12);
  });

  it('NMD-8: the average life is the mean time to payment, but for what the horizon cuts', () => {
    const model = plainDeposit({ ...nonCore, core: part(0.6, 2), surge: part(0.1, 0.5) });
    const paid = depositPrincipal(model, 360, null);
    const mean = paid.reduce((sum, amount, t) => sum + (amount * (t + 1)) / 12, 0);
    // the core of 2 years has (23/24)^360 = 2e-7 of itself left at month 360
    expect(mean).toBeCloseTo(0.6 * 2 + 0.1 * 0.5 + 0.3 * 1, 6);
    expect(depositAverageLifeYears(model)).toBeCloseTo(1.55, 12);
  });

  it('NMD-6: a run in month 2.5 leaves at the end of month 3', () => {
    const terms = { outflowShare: assumed(0.4), outflowMonth: assumed(2.5) };
    const ran = [1, 2, 3].map((month) => runShare(plainDeposit(terms), month));
    expect(ran).toEqual([0, 0, 0.4]);
  });

  it(`NMD-1, NMD-6, NMD-8: no balance grows, none is negative, all is paid (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyModel, between(0, 3), (model, multiple) => {
        const multiples = new Float64Array(360).fill(multiple);
        for (const paid of [
          depositPrincipal(model, 360, null),
          depositPrincipal(model, 360, multiples),
        ]) {
          let left = 1;
          for (const amount of paid) {
            expect(amount).toBeGreaterThanOrEqual(0);
            left -= amount;
            expect(left).toBeGreaterThan(-1e-12);
          }
          expect(Math.abs(left)).toBeLessThan(1e-12);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it(`NMD-1, NMD-6: one part has the bits of the plain recursion (seed ${SEED})`, () => {
    const terms = fc.record({
      life: between(0.01, 30),
      run: between(0, 1),
      month: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(terms, ({ life, run, month }) => {
        const model = plainDeposit({
          averageLifeYears: assumed(life),
          outflowShare: assumed(run),
          outflowMonth: assumed(month),
        });
        const hazard = Math.min(1, 1 / (12 * life));
        let balance = 1;
        const expected = Array.from({ length: 360 }, (_, t) => {
          const survivors = balance * (1 - (t + 1 === month ? run : 0));
          const leaving = t === 359 ? survivors : survivors * hazard;
          const paid = balance - survivors + leaving;
          balance = survivors - leaving;
          return paid;
        });
        expect([...depositPrincipal(model, 360, null)]).toEqual(expected);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

describe('decay that answers to the rate gap', () => {
  const rateGap = {
    sensitivity: assumed(50),
    minMultiple: assumed(0.5),
    maxMultiple: assumed(2),
  };

  it.each([
    // change of the gap, multiple of the hazard: 1 + 50 x change, within 0.5 to 2
    [0, 1],
    [0.01, 1.5],
    [0.02, 2],
    [0.04, 2],
    [-0.005, 0.75],
    [-0.02, 0.5],
  ])('NMD-10: a gap wider by %d multiplies the hazard by %d', (change, multiple) => {
    expect(hazardMultiple(rateGap, change)).toBeCloseTo(multiple, 12);
  });

  it('NMD-10: the gap counts from that of the date, so that nothing moves at first', () => {
    const rates = {
      oneMonth: Float64Array.of(0.03, 0.05),
      paid: Float64Array.of(0.01, 0.018),
      oneMonthNow: 0.03,
      paidNow: 0.01,
    };
    // month 2: gap 0.032, 0.012 wider than 0.02: 1 + 50 x 0.012
    const multiples = hazardMultiples(plainDeposit({ rateGap }), rates, 2);
    expect(multiples?.[0]).toBe(1);
    expect(multiples?.[1]).toBeCloseTo(1.6, 12);
    expect(hazardMultiples(plainDeposit(), rates, 2)).toBeNull();
  });

  it('NMD-10: at twice the hazard a life of 5 years loses 1/30 a month; never over all', () => {
    const paid = depositPrincipal(plainDeposit(), 360, new Float64Array(360).fill(2));
    expect(paid[0]).toBeCloseTo(1 / 30, 14);
    const gone = plainDeposit({ averageLifeYears: assumed(0.1) });
    expect(depositPrincipal(gone, 360, new Float64Array(360).fill(9))[0]).toBe(1);
  });
});
