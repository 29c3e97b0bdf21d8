import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depositRatePath } from './deposit.js';
import { betaAtLevel, rateChangePaid } from './deposit-beta.js';
import { assumed, plainDeposit, SEED } from './deposit-model.test-fixture.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Rate paid in the last month of a path of one-month rates. */
function lastRate(model: ReturnType<typeof plainDeposit>, now: number, path: readonly number[]) {
  const oneMonth = Float64Array.from(path);
  return depositRatePath(model, now, oneMonth, path[0] ?? Number.NaN, path.length).at(-1);
}

describe('beta up and down', () => {
  const model = plainDeposit({ beta: assumed(0.4), betaDown: assumed(0.25) });

  it.each([
    // one-month rate from, to; change of the rate paid
    [0.02, 0.03, 0.004], // 0.4 x 1 %
    [0.02, 0.01, -0.0025], // 0.25 x 1 %
    [0.02, 0.02, 0],
  ])('NMD-11: from %d to %d the rate paid moves by %d', (from, to, change) => {
    expect(rateChangePaid(model, { from, to })).toBeCloseTo(change, 15);
  });

  it('NMD-11: up and back down above the start goes back along the same beta', () => {
    // betaDown counts below the rate of the date only
    expect(lastRate(model, 0.01, [0.02, 0.05, 0.03])).toBeCloseTo(0.01 + 0.4 * 0.01, 15);
    expect(lastRate(model, 0.01, [0.02, 0.05, 0.015])).toBeCloseTo(0.01 - 0.25 * 0.005, 15);
  });
});

describe('a beta that rises with the level of rates', () => {
  const betaCurve = { low: assumed(0.1), midpoint: assumed(0.02), slope: assumed(200) };
  const model = plainDeposit({ beta: assumed(0.7), betaCurve });
  const beta = (r: number) => 0.1 + 0.6 / (1 + Math.exp(-200 * (r - 0.02)));

  it.each([
    // level, beta: 0.1 + 0.6 / (1 + e^(-200 (r - 2 %)))
    [0.02, 0.4],
    [0.01, 0.1 + 0.6 * 0.119_202_922], // 1 / (1 + e^2)
    [0.03, 0.1 + 0.6 * 0.880_797_078],
  ])('NMD-12: at %d the beta is %d', (level, expected) => {
    expect(betaAtLevel(betaCurve, 0.7, level)).toBeCloseTo(expected, 9);
  });

  it.each([0, 0.01, 0.02, 0.03, 0.2, -0.01])(
    'NMD-12: the rate paid at %d is the integral of the beta, by quadrature',
    (to) => {
      const steps = 2000;
      const h = to / steps;
      let simpson = beta(0) + beta(to);
      for (let k = 1; k < steps; k += 1) simpson += (k % 2 === 1 ? 4 : 2) * beta(k * h);
      expect(rateChangePaid(model, { from: 0, to })).toBeCloseTo((simpson * h) / 3, 12);
    },
  );

  it('NMD-12: low equal to high is the constant beta', () => {
    const flat = { ...betaCurve, low: assumed(0.7) };
    const constant = plainDeposit({ beta: assumed(0.7), betaCurve: flat });
    expect(rateChangePaid(constant, { from: 0.01, to: 0.035 })).toBeCloseTo(0.7 * 0.025, 15);
  });

  it(`NMD-12: the way taken does not matter, only where it ends (seed ${SEED})`, () => {
    const detour = fc.array(between(0, 0.08), { maxLength: 30 });
    fc.assert(
      fc.property(between(0, 0.08), between(0, 0.08), detour, (start, end, way) => {
        const straight = lastRate(model, 0.02, [start, end]) ?? Number.NaN;
        const round = lastRate(model, 0.02, [start, ...way, end]) ?? Number.NaN;
        expect(round).toBeCloseTo(straight, 13);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe('floors and caps on the rate paid', () => {
  it.each([
    // floor, cap, one-month rate, rate paid from 1 % at 2 % with beta 1
    [0.0025, 0.02, 0.01, 0.0025],
    [0.0025, 0.02, 0.025, 0.015],
    [0.0025, 0.02, 0.05, 0.02],
    [-0.005, 0.02, 0, -0.005],
  ])('NMD-13: floor %d, cap %d: at a one-month rate of %d it pays %d', (floor, cap, to, paid) => {
    const model = plainDeposit({
      beta: assumed(1),
      rateFloor: assumed(floor),
      rateCap: assumed(cap),
    });
    expect(lastRate(model, 0.01, [0.02, to])).toBeCloseTo(paid, 15);
  });

  it(`NMD-2, NMD-3: without optional parts the plain formula, bit for bit (seed ${SEED})`, () => {
    const terms = fc.record({
      beta: between(0, 1.5),
      lag: fc.integer({ min: 0, max: 12 }),
      now: between(0, 0.06),
      path: fc.array(between(-0.01, 0.1), { minLength: 24, maxLength: 24 }),
    });
    fc.assert(
      fc.property(terms, ({ beta, lag, now, path }) => {
        const model = plainDeposit({ beta: assumed(beta), lagMonths: assumed(lag) });
        const found = depositRatePath(model, now, Float64Array.from(path), 0.02, 24);
        let sum = (lag + 1) * 0.02;
        const expected = path.map((rate, t) => {
          sum += rate - (t < lag + 1 ? 0.02 : (path[t - lag - 1] ?? Number.NaN));
          return Math.max(0, now + beta * (sum / (lag + 1) - 0.02));
        });
        expect([...found]).toEqual(expected);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});
