import { describe, expect, it } from 'vitest';
import { europeanClaimValue, reach } from '../../instrument/index.js';
import { logDiscountAt } from '../../market/index.js';
import { normalDistribution } from '../../numeric/index.js';
import { independentGroup, type PathSampling, pathDraws } from './path-draws.js';
import { rateGrid } from './rate-grid.js';
import { factorPath, type PathRates } from './rate-path.js';
import type { ShortRateModel } from './short-rate-model.js';
import {
  curve,
  type Estimate,
  estimate,
  oneFactor,
  pathsOf,
  sameDatedCurve,
  terms,
  twoFactor,
} from './stochastic.test-fixture.js';

const MODELS = [
  ['one factor', oneFactor],
  ['two factors', twoFactor],
] as const;
/**
 * The first three. Over seeds 1 to 40, both models and both ways to draw, 10 of 1,760 mean discount
 * factors were further off than three errors; Student's t of 15 degrees and the normal give 10.
 */
const SEEDS = [1, 2, 3];
/** Paths no longer than a test needs. */
const SHORT = { months: 121 };
const discountOf = (months: number) => Math.exp(logDiscountAt(curve, months));

function within(found: Estimate, expected: number): void {
  expect(found.standardError).toBeGreaterThan(0);
  expect(Math.abs(found.mean - expected)).toBeLessThan(3 * found.standardError);
}

function samplings(paths: number): PathSampling[] {
  return (['sobol', 'pseudo-random'] as const).flatMap((method) =>
    SEEDS.map((seed) => ({ paths, seed, method, antithetic: true })),
  );
}

/** Simple monthly par rate of so many months, by hand from the curve. */
function parRateOf(months: number): number {
  let annuity = 0;
  for (let t = 1; t <= months; t += 1) annuity += discountOf(t) / 12;
  return (1 - discountOf(months)) / annuity;
}

/** One-month rate received, fixed rate paid, every month along the path. */
function swapValue({ discount, oneMonth }: PathRates, months: number, fixed: number): number {
  let value = 0;
  for (let t = 0; t < months; t += 1) {
    value += ((discount[t + 1] ?? Number.NaN) * ((oneMonth[t] ?? Number.NaN) - fixed)) / 12;
  }
  return value;
}

/** Pays at t + 6 months half the excess of the six-month rate over K: known already at t. */
function capletValue(path: PathRates, month: number, strike: number): number {
  const rate = path.parPath(6)[month] ?? Number.NaN;
  const paid = Math.max(0, rate - strike) / 2;
  return ((path.discount[month] ?? Number.NaN) * paid) / (1 + rate / 2);
}

/** A put on a bond of G2++ (Brigo, Mercurio, chapter 4) as the caplet of six months. */
function capletClosedForm(model: ShortRateModel, month: number, strike: number): number {
  const years = month / 12;
  let variance = 0;
  model.factors.forEach((one, first) => {
    model.factors.forEach((other, second) => {
      const rho = first === second ? 1 : model.correlation;
      variance +=
        rho *
        one.volatility *
        other.volatility *
        reach(one.reversion, 0.5) *
        reach(other.reversion, 0.5) *
        reach(one.reversion + other.reversion, years);
    });
  });
  const deviation = Math.sqrt(variance);
  const [start, end] = [discountOf(month), discountOf(month + 6) * (1 + strike / 2)];
  const d = Math.log(end / start) / deviation + deviation / 2;
  return start * normalDistribution(deviation - d) - end * normalDistribution(-d);
}

describe('paths price what the curve and the closed forms price', () => {
  for (const [name, model] of MODELS) {
    it(`PATH-5: mean discounts are the curve, a par swap is worth nothing, ${name}`, () => {
      for (const sampling of samplings(512)) {
        const paths = pathsOf(model, sampling);
        const group = independentGroup(sampling);
        for (const months of [2, 3, 6, 12, 24, 60, 120, 180, 240, 300, 360]) {
          const values = paths.map(({ discount }) => discount[months] ?? Number.NaN);
          within(estimate(values, group), discountOf(months));
        }
        for (const months of [24, 120, 360]) {
          const par = parRateOf(months);
          const values = paths.map((path) => swapValue(path, months, par));
          within(estimate(values, group), 0);
        }
      }
    });

    it(`PATH-5: caplets on six months agree with the closed form, ${name}`, () => {
      for (const sampling of samplings(512)) {
        const paths = pathsOf(model, sampling, { ...SHORT, parMonths: 121 });
        for (const month of [12, 60, 120]) {
          for (const strike of [0.02, 0.04]) {
            const values = paths.map((path) => capletValue(path, month, strike));
            const expected = capletClosedForm(model, month, strike);
            within(estimate(values, independentGroup(sampling)), expected);
          }
        }
      }
    });
  }

  it('PATH-5: the closed form of the test is the claim of rule HW-4', () => {
    const { reversion, volatility } = oneFactor.factors[0];
    const model = { curve: sameDatedCurve(), reversion, volatility };
    const flows = [
      { years: 5, amount: 1 },
      { years: 5.5, amount: -1.02 },
    ];
    const claim = europeanClaimValue(model, { years: 5, flows });
    expect(capletClosedForm(oneFactor, 60, 0.04)).toBeCloseTo(claim, 12);
  });

  it('PATH-4: the variance of the factors is sigma^2 (1 - e^-2at) / 2a', () => {
    for (const [, model] of MODELS) {
      const sampling = {
        paths: 1024,
        seed: 3,
        method: 'pseudo-random',
        antithetic: false,
      } as const;
      const draw = pathDraws(sampling, { months: 360, factors: model.factors.length });
      const grid = rateGrid(model, terms);
      const states = Array.from({ length: 1024 }, () => factorPath(grid, draw()));
      model.factors.forEach(({ reversion, volatility }, factor) => {
        for (const month of [1, 60, 359]) {
          const values = states.map((paths) => paths[factor]?.[month] ?? Number.NaN);
          const centre = values.reduce((sum, value) => sum + value, 0) / 1024;
          const squares = values.map((value) => (value - centre) ** 2);
          const expected = volatility ** 2 * reach(2 * reversion, month / 12);
          within(estimate(squares, 1), expected);
        }
      });
    }
  });
});
