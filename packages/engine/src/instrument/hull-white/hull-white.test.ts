import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountAtTime } from '../../market/index.js';
import { decisionClaimValue } from './decision-claim.js';
import { europeanClaimValue } from './european-claim.js';
import type { ClaimFlow } from './flow-claim.js';
import {
  bondPrice,
  type HullWhite,
  reach,
  shortRate,
  shortRateVariance,
  stateVariance,
} from './hull-white.js';
import { modelIssues } from './model-issues.js';
import { optionVectors, vectorCurve } from './option-vectors.test-fixture.js';

const curve = vectorCurve();
const runs = { seed: 20221230, numRuns: 20 };
const model: fc.Arbitrary<HullWhite> = fc.record({
  curve: fc.constant(curve),
  reversion: fc.double({ min: -0.02, max: 0.3, noNaN: true }),
  volatility: fc.double({ min: 0.001, max: 0.02, noNaN: true }),
});

type Swaption = (typeof optionVectors.swaptions)[number];

/** What the holder gets at one of the dates: a par bond against the fixed flows after it. */
function swapFlows(row: Swaption, exercise: number): ClaimFlow[] {
  const sign = row.side === 'payer' ? 1 : -1;
  const fixed = row.fixed.filter(([years]) => years > exercise);
  const end = Math.max(...row.fixed.map(([years]) => years));
  return [
    { years: exercise, amount: sign },
    ...fixed.map(([years, amount]) => ({ years, amount: -sign * amount })),
    { years: end, amount: -sign },
  ];
}

function bermudan(on: HullWhite, row: Swaption): number {
  return decisionClaimValue(
    on,
    row.exercise.map((years) => ({ years, by: 'holder', flows: swapFlows(row, years) })),
  );
}

describe('the model of Hull and White', () => {
  it('HW-1: every discount factor of the curve is met', () => {
    for (const maturity of [0, 0.5, 3, 17, 50]) {
      const price = bondPrice(
        { curve, reversion: 0.1, volatility: 0.02 },
        { years: 0, z: 0 },
        maturity,
      );
      expect(price).toBeCloseTo(discountAtTime(curve, maturity), 15);
    }
  });

  it('HW-2: half-life, and the limit without reversion', () => {
    // a = ln 2 a year: after one year half is left, so the reach is 0.5 / ln 2.
    expect(reach(Math.LN2, 1)).toBeCloseTo(0.5 / Math.LN2, 15);
    expect(reach(0, 7)).toBe(7);
    expect(reach(1e-12, 7)).toBeCloseTo(7, 9);
    const on = { curve, reversion: 0, volatility: 0.01 };
    expect(shortRateVariance(on, 4)).toBeCloseTo(0.0004, 18);
    expect(stateVariance(on, 4)).toBeCloseTo(0.0004, 18);
  });

  it('HW-3: bond prices at a future short rate agree with QuantLib', () => {
    for (const row of optionVectors.bonds) {
      const on: HullWhite = { ...row, curve };
      const slope = shortRate(on, { years: row.at, z: 1 }) - shortRate(on, { years: row.at, z: 0 });
      const z = (row.shortRate - shortRate(on, { years: row.at, z: 0 })) / slope;
      const price = bondPrice(on, { years: row.at, z }, row.maturity);
      // Its forward rate of the instant is a difference quotient: 1e-4 years, once per reach.
      expect(Math.abs(price / row.price - 1)).toBeLessThan(2e-5);
    }
  });

  it('HW-4: European swaptions agree with the decomposition in QuantLib', () => {
    for (const row of optionVectors.swaptions) {
      const years = row.exercise[0] ?? Number.NaN;
      const value = europeanClaimValue({ ...row, curve }, { years, flows: swapFlows(row, years) });
      expect(Math.abs(value - row.european)).toBeLessThan(1e-9);
    }
  });

  it('HW-4: caps and floors agree with the closed form in QuantLib', () => {
    for (const row of optionVectors.caps) {
      const sign = row.kind === 'cap' ? 1 : -1;
      let value = 0;
      for (const [index, start] of row.days.slice(0, -1).entries()) {
        const end = row.days[index + 1] ?? Number.NaN;
        const paid = -sign * (1 + row.strike * (end - start));
        const flows = [
          { years: start, amount: sign },
          { years: end, amount: paid },
        ];
        value += europeanClaimValue({ ...row, curve }, { years: start, flows });
      }
      expect(Math.abs(value / row.hullWhite - 1)).toBeLessThan(1e-10);
    }
  });

  it('HW-5: Bermudan swaptions agree with fine finite differences in QuantLib', () => {
    for (const row of optionVectors.swaptions) {
      expect(Math.abs(bermudan({ ...row, curve }, row) - row.bermudan)).toBeLessThan(5e-6);
    }
  });

  it('HW-5: one date is the European claim, and each date can only add', () => {
    for (const row of optionVectors.swaptions) {
      const on = { ...row, curve };
      const europeans = row.exercise.map((years) =>
        europeanClaimValue(on, { years, flows: swapFlows(row, years) }),
      );
      const single = bermudan(on, { ...row, exercise: row.exercise.slice(0, 1) });
      expect(Math.abs(single - (europeans[0] ?? 0))).toBeLessThan(1e-12);
      const value = bermudan(on, row);
      expect(value).toBeGreaterThan(Math.max(...europeans));
      expect(value).toBeLessThan(europeans.reduce((sum, one) => sum + one, 0));
    }
  });

  it('HW-5: a claim always taken at its last date is worth its flows, to 1e-12', () => {
    const dates = fc.uniqueArray(fc.double({ min: 0.05, max: 25, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(model, dates, (on, times) => {
        const years = times
          .toSorted((a, b) => a - b)
          .filter((t, i, all) => i === 0 || t - (all[i - 1] ?? 0) > 0.2);
        const flows = [
          { years: 26, amount: 1 },
          { years: 31, amount: 0.5 },
        ];
        const value = decisionClaimValue(
          on,
          years.map((t) => ({ years: t, by: 'holder', flows })),
        );
        const exact = discountAtTime(curve, 26) + 0.5 * discountAtTime(curve, 31);
        expect(Math.abs(value / exact - 1)).toBeLessThan(1e-12);
      }),
      runs,
    );
  });

  it('HW-4, HW-5: payer less receiver is the swap', () => {
    fc.assert(
      fc.property(model, fc.double({ min: 0.01, max: 0.07, noNaN: true }), (on, rate) => {
        const payer: ClaimFlow[] = [
          { years: 3, amount: 1 },
          ...[4, 5, 6, 7].map((years) => ({ years, amount: -rate })),
          { years: 7, amount: -1 },
        ];
        const receiver = payer.map(({ years, amount }) => ({ years, amount: -amount }));
        const swap = payer.reduce((sum, f) => sum + f.amount * discountAtTime(curve, f.years), 0);
        const gap =
          europeanClaimValue(on, { years: 3, flows: payer }) -
          europeanClaimValue(on, { years: 3, flows: receiver });
        expect(Math.abs(gap - swap)).toBeLessThan(1e-13);
        const [left, right] = [payer, receiver].map((flows) =>
          decisionClaimValue(on, [{ years: 3, by: 'holder', flows }]),
        );
        expect(Math.abs((left ?? 0) - (right ?? 0) - swap)).toBeLessThan(1e-12);
      }),
      runs,
    );
  });

  it('HW-10: parameters no sum can hold are refused, usual ones are not', () => {
    const claims = [
      {
        years: 30,
        flows: [
          { years: 30, amount: -1 },
          { years: 60, amount: 2 },
        ],
      },
    ];
    const codes = (reversion: number, volatility: number) =>
      modelIssues({ curve, reversion, volatility }, claims).map((one) => one.code);
    expect(codes(0, 0.02)).toEqual([]);
    expect(codes(1, 0.05)).toEqual([]);
    expect(codes(0, 0.5)).toEqual(['hull-white.parameters']);
    expect(codes(-0.4, 0.02)).toEqual(['hull-white.parameters']);
    expect(codes(40, 0.01)).toEqual(['hull-white.parameters']);
  });

  it('HW-5: what the issuer may take mirrors what the holder may take', () => {
    const row = optionVectors.swaptions[4];
    if (row === undefined) throw new Error('no row');
    const on = { ...row, curve };
    const issuer = decisionClaimValue(
      on,
      row.exercise.map((years) => ({
        years,
        by: 'issuer',
        flows: swapFlows(row, years).map((f) => ({ ...f, amount: -f.amount })),
      })),
    );
    expect(issuer).toBeCloseTo(-bermudan(on, row), 14);
  });
});
