import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bondPrice, reach } from '../../instrument/index.js';
import { logDiscountAt, monthlyDiscount, parRate } from '../../market/index.js';
import { integralVariance, monthlyStep } from './factor-moments.js';
import { rateGrid } from './rate-grid.js';
import { ratePath } from './rate-path.js';
import type { ShortRateModel } from './short-rate-model.js';
import { shortRateModelIssues } from './short-rate-model-issues.js';
import { curve, oneFactor, sameDatedCurve, terms, twoFactor } from './stochastic.test-fixture.js';

const runs = { seed: 20221230, numRuns: 30 };
const H = 1 / 12;

/** A path on which the factors stand at given values in month `month`, by solving for normals. */
function pathThrough(model: ShortRateModel, month: number, states: readonly number[]) {
  const grid = rateGrid(model, { ...terms, parMonths: 300 });
  const { decay, drift, noise } = grid.step;
  const normals = new Float64Array(grid.months * model.factors.length);
  // From 0 the drift alone leads to `before` in the month before; one normal does the rest.
  const moves = states.map((state, factor) => {
    let before = 0;
    for (let t = 0; t + 1 < month; t += 1) before = before * decay[factor]! - drift[factor]!;
    return state - (before * decay[factor]! - drift[factor]!);
  });
  const first = moves[0]! / noise[0]![0]!;
  normals[month - 1] = first;
  if (moves.length === 2) {
    normals[grid.months + month - 1] = (moves[1]! - noise[1]![0]! * first) / noise[1]![1]!;
  }
  return ratePath(grid, normals);
}

/** V(0, T) of Brigo and Mercurio, Interest Rate Models (2006), chapter 4, in years. */
function brigoMercurioVariance(model: ShortRateModel, years: number): number {
  const [x, y] = model.factors;
  if (y === undefined) throw new Error('two factors');
  const [a, s, b, e] = [x.reversion, x.volatility, y.reversion, y.volatility];
  const own = (k: number, v: number) =>
    ((v * v) / (k * k)) *
    (years + (2 / k) * Math.exp(-k * years) - Math.exp(-2 * k * years) / (2 * k) - 1.5 / k);
  const shared =
    ((2 * model.correlation * s * e) / (a * b)) *
    (years +
      (Math.exp(-a * years) - 1) / a +
      (Math.exp(-b * years) - 1) / b -
      (Math.exp(-(a + b) * years) - 1) / (a + b));
  return own(a, s) + own(b, e) + shared;
}

describe('ratePath', () => {
  it('PATH-1: without volatility every path is the forward curve', () => {
    const still: ShortRateModel = { factors: [{ reversion: 0.05, volatility: 0 }], correlation: 0 };
    const grid = rateGrid(still, terms);
    const path = ratePath(grid, new Float64Array(360).fill(1.7));
    const discount = monthlyDiscount(curve, 480);
    const near = (got: number, expected: number) =>
      expect(Math.abs(got / expected - 1)).toBeLessThan(1e-12);
    for (let t = 0; t < 360; t += 1) {
      near(path.discount[t + 1]!, discount[t + 1]!);
      near(path.oneMonth[t]!, 12 * (discount[t]! / discount[t + 1]! - 1));
      near(path.mortgage[t]!, parRate(discount, t, 120) + 0.017);
    }
    for (let t = 0; t < 25; t += 1) near(path.parPath(60)[t]!, parRate(discount, t, 60));
  });

  it('PATH-3: bonds of one factor are those of rule HW-3, state for state', () => {
    const dated = sameDatedCurve();
    const { reversion, volatility } = oneFactor.factors[0];
    const model = { curve: dated, reversion, volatility };
    for (const month of [1, 37, 240]) {
      for (const factor of [-0.03, 0, 0.05]) {
        const path = pathThrough(oneFactor, month, [factor]);
        const years = month * H;
        // Brigo, Mercurio: r = f + x + sigma^2 B^2 / 2; HW-3: r = f + e^-at (z + B zeta).
        const length = reach(reversion, years);
        const zeta = volatility ** 2 * reach(-2 * reversion, years);
        const lifted = factor + 0.5 * volatility ** 2 * length ** 2;
        const z = lifted * Math.exp(reversion * years) - length * zeta;
        const bond = (months: number) => bondPrice(model, { years, z }, years + months * H);
        expect(path.oneMonth[month]).toBeCloseTo(12 * (1 / bond(1) - 1), 12);
        for (const months of [1, 7, 100])
          expect(path.bondAt(month, months)).toBeCloseTo(bond(months), 12);
        let annuity = 0;
        for (let paid = 6; paid <= 120; paid += 6) annuity += bond(paid) / 2;
        expect(path.mortgage[month]).toBeCloseTo((1 - bond(120)) / annuity + 0.017, 12);
        expect(path.parPath(6)[month]).toBeCloseTo((1 / bond(6) - 1) * 2, 12);
      }
    }
  });

  it('PATH-3: bonds of two factors are those of Brigo and Mercurio (chapter 4)', () => {
    const [first, second] = twoFactor.factors;
    const variance = (months: number) => brigoMercurioVariance(twoFactor, months * H);
    for (const month of [1, 60, 200]) {
      const [x, y] = [0.012, -0.02];
      const path = pathThrough(twoFactor, month, [x, y]);
      const bond = (months: number) =>
        Math.exp(
          logDiscountAt(curve, month + months) -
            logDiscountAt(curve, month) +
            (variance(months) - variance(month + months) + variance(month)) / 2 -
            reach(first.reversion, months * H) * x -
            reach(second!.reversion, months * H) * y,
        );
      expect(path.oneMonth[month]).toBeCloseTo(12 * (1 / bond(1) - 1), 11);
      expect(path.parPath(6)[month]).toBeCloseTo((1 / bond(6) - 1) * 2, 11);
      let annuity = 0;
      for (let paid = 6; paid <= 60; paid += 6) annuity += bond(paid) / 2;
      expect(path.parPath(60)[month]).toBeCloseTo((1 - bond(60)) / annuity, 11);
    }
  });

  it('PATH-3: what is seen at the date is the curve on every path', () => {
    for (const size of [-2, 2]) {
      const path = ratePath(rateGrid(oneFactor, terms), new Float64Array(360).fill(size));
      for (const months of [1, 40, 360]) {
        expect(path.bondAt(0, months)).toBeCloseTo(Math.exp(logDiscountAt(curve, months)), 14);
      }
    }
  });

  it('PATH-3: a reversion of 0, and one negative, give variances by hand', () => {
    const model = (reversion: number): ShortRateModel => ({
      factors: [{ reversion, volatility: 0.01 }],
      correlation: 0,
    });
    // Ho and Lee: V = sigma^2 T^3 / 3; ten years: 1e-4 * 1000 / 3.
    expect(integralVariance(model(0), 120)[120]).toBeCloseTo(0.1 / 3, 14);
    // sigma^2 / a^2 (T - 2 B + B2), a = -0.1, T = 10: B = e - 1 over 0.1, B2 = (e^2 - 1) / 0.2.
    const byHand = 0.01 * (10 - 20 * (Math.E - 1) + 5 * (Math.E ** 2 - 1));
    expect(integralVariance(model(-0.1), 120)[120]).toBeCloseTo(byHand, 13);
  });

  it('PATH-4: the mean discount factor is the curve, by exact moments of the Gaussian', () => {
    const factor = (largest: number) =>
      fc.record({
        reversion: fc.double({ min: -0.02, max: 0.6, noNaN: true }),
        volatility: fc.double({ min: 0.001, max: largest, noNaN: true }),
      });
    const models = fc.record({
      factors: fc.tuple(factor(0.015), factor(0.015)),
      correlation: fc.double({ min: -0.95, max: 0.95, noNaN: true }),
    });
    fc.assert(
      fc.property(models, (model) => {
        const grid = rateGrid(model, terms);
        const { decay, drift } = grid.step;
        const [a, b] = model.factors;
        const share = (one: typeof a, other: typeof a, rho: number) =>
          rho * one.volatility * other.volatility * reach(one.reversion + other.reversion, H);
        const noise = [share(a, a, 1), share(a, b, model.correlation), share(b, b, 1)] as const;
        // (x, y, L) is Gaussian, L the sum of B(h) x + B(h) y so far: mean and covariances.
        let [mx, my, ml] = [0, 0, 0];
        let [xx, xy, yy, xl, yl, ll] = [0, 0, 0, 0, 0, 0];
        const [p, q] = [grid.monthReach[0]!, grid.monthReach[1]!];
        let bare = 1;
        for (let t = 0; t < 360; t += 1) {
          ml += p * mx + q * my;
          ll += 2 * (p * xl + q * yl) + p * p * xx + 2 * p * q * xy + q * q * yy;
          xl += p * xx + q * xy;
          yl += p * xy + q * yy;
          bare /= grid.rollUp[t]!;
          const mean = bare * Math.exp(-ml + ll / 2);
          expect(Math.abs(mean / Math.exp(logDiscountAt(curve, t + 1)) - 1)).toBeLessThan(1e-12);
          const [d, e] = [decay[0]!, decay[1]!];
          [mx, my] = [d * mx - drift[0]!, e * my - drift[1]!];
          [xx, xy, yy] = [d * d * xx + noise[0], d * e * xy + noise[1], e * e * yy + noise[2]];
          [xl, yl] = [d * xl, e * yl];
        }
      }),
      runs,
    );
  });

  it('PATH-4: the drift of one factor is sigma^2 B(h)^2 / 2', () => {
    const { reversion, volatility } = oneFactor.factors[0];
    const expected = (volatility ** 2 * reach(reversion, H) ** 2) / 2;
    expect(monthlyStep(oneFactor).drift[0]! / expected).toBeCloseTo(1, 13);
  });

  it('PATH-2: wild parameters are refused with the place', () => {
    const withFactor = (
      reversion: number,
      volatility: number,
      correlation = 0,
    ): ShortRateModel => ({
      factors: [{ reversion, volatility }],
      correlation,
    });
    const paths = (model: ShortRateModel) =>
      shortRateModelIssues(model, 480).map(({ path }) => path);
    expect(paths(oneFactor)).toEqual([]);
    expect(paths(withFactor(Number.NaN, 0.01))).toEqual(['model/factors/0/reversion']);
    expect(paths(withFactor(0.05, -0.01))).toEqual(['model/factors/0/volatility']);
    expect(paths(withFactor(0.05, Number.POSITIVE_INFINITY))).toEqual([
      'model/factors/0/volatility',
    ]);
    expect(paths(withFactor(0.05, 0.01, 1.2))).toEqual(['model/correlation']);
    expect(paths(withFactor(-1, 0.01))).toEqual(['model/factors']);
    expect(paths(withFactor(0, 3))).toEqual(['model/factors']);
  });
});
