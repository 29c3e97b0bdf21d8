import { describe, expect, it } from 'vitest';
import { inverseNormal, randomStream } from '../../numeric/index.js';
import { estimateConstantDecay } from './constant-decay.js';
import { estimateDistributedLag } from './distributed-lag.js';
import type { Estimate } from './estimate.js';
import { quarterNames } from './estimation-vectors.test-fixture.js';
import { estimateTwoPartDecay } from './two-part-decay.js';

const SAMPLES = 600;
/** A non-linear fit takes ten milliseconds. */
const FEWER_SAMPLES = 150;
const SEED = 20261128;

/** Made-up histories with known parameters; sample i has the seed SEED + i. */
function samples<T>(make: (normal: () => number) => T, count = SAMPLES): T[] {
  return Array.from({ length: count }, (_, i) => {
    const stream = randomStream(SEED + i);
    return make(() => inverseNormal(stream()));
  });
}

/** Share of intervals that hold the true value, and of estimates within three errors. */
function holding(estimates: readonly Estimate[], truth: number) {
  const held = estimates.filter(({ low, high }) => low <= truth && truth <= high);
  const near = estimates.filter(
    ({ value, standardError }) => Math.abs(value - truth) <= 3 * standardError,
  );
  return { held: held.length / estimates.length, near: near.length / estimates.length };
}

/**
 * Of n samples at 95% the share that holds has a standard deviation of sqrt(0.95 x 0.05 / n), 0.9
 * points for 600: four of them either way.
 */
function expectNominal(estimates: readonly Estimate[], truth: number): void {
  const { held, near } = holding(estimates, truth);
  const room = 4 * Math.sqrt((0.95 * 0.05) / estimates.length);
  expect(held).toBeGreaterThan(0.95 - room);
  expect(held).toBeLessThan(Math.min(1, 0.95 + room));
  expect(near).toBeGreaterThan(0.98);
}

describe(`intervals of 95% on made-up histories, seed ${SEED}`, () => {
  it('EST-6: beta up 0.5 and down 0.3 with a mean lag up of 1.2 months', () => {
    const [up, down] = [
      [0.3, 0.2],
      [0.2, 0.1],
    ];
    const found = samples((normal) => {
      const policyRate: number[] = [0.05, 0.05];
      const depositRate: number[] = [0.02, 0.02];
      for (let t = 2; t < 42; t += 1) {
        policyRate.push((policyRate[t - 1] ?? 0) + 0.004 * normal());
        const moves = [0, 1].map((k) => (policyRate[t - k] ?? 0) - (policyRate[t - k - 1] ?? 0));
        const answer = moves.reduce(
          (sum, move, k) => sum + move * ((move > 0 ? up : down)?.[k] ?? 0),
          0,
        );
        depositRate.push((depositRate[t - 1] ?? 0) + 0.0001 + answer + 0.0005 * normal());
      }
      const history = { quarters: quarterNames(42), policyRate, depositRate };
      const terms = { lags: 1, apart: true, neweyWestLags: 0, confidence: 0.95 };
      const fit = estimateDistributedLag(history, terms);
      if (!fit.ok) throw new Error('no fit');
      return fit.value.sides;
    });
    const betas = (side: number) => found.flatMap((sides) => sides[side]?.beta ?? []);
    expect(betas(1)).toHaveLength(SAMPLES);
    expectNominal(betas(0), 0.5);
    expectNominal(betas(1), 0.3);
    // 3 x 0.2 / 0.5 months.
    expectNominal(
      found.flatMap((sides) => sides[0]?.meanLagMonths ?? []),
      1.2,
    );
  });

  it('EST-6, EST-9: a hazard of 0.38 a year from 12 balances', () => {
    const months = Array.from({ length: 12 }, (_, i) => 3 * i);
    const hazards = samples((normal) => {
      const balances = months.map((m) => 400 * Math.exp((-0.38 * m) / 12 + 0.03 * normal()));
      const terms = { neweyWestLags: 0, confidence: 0.95 };
      const fit = estimateConstantDecay({ months, balances }, terms);
      if (!fit.ok) throw new Error('no fit');
      return fit.value.hazardAYear;
    });
    expectNominal(hazards, 0.38);
  });

  it('EST-15: where balances wander, the changes keep 95%, the level does not', () => {
    const months = Array.from({ length: 16 }, (_, i) => 3 * i);
    const fits = samples((normal) => {
      let level = Math.log(400);
      const balances = months.map((_, i) => {
        level += i === 0 ? 0 : -0.38 / 4 + 0.03 * normal();
        return Math.exp(level);
      });
      const fit = estimateConstantDecay(
        { months, balances },
        { neweyWestLags: 2, confidence: 0.95 },
      );
      if (!fit.ok) throw new Error('no fit');
      return fit.value;
    });
    expectNominal(
      fits.map(({ hazardFromChangesAYear }) => hazardFromChangesAYear),
      0.38,
    );
    const { held } = holding(
      fits.map(({ hazardAYear }) => hazardAYear),
      0.38,
    );
    expect(held).toBeLessThan(0.75);
    const warned = fits.filter(({ doubts }) => doubts.join().includes('balances wander'));
    expect(warned.length / SAMPLES).toBeGreaterThan(0.6);
  });

  it('EST-6, EST-10: core 60% at 0.1 a year, the rest at 1.5, from 24 balances', () => {
    const months = Array.from({ length: 24 }, (_, i) => 3 * i);
    const shares = samples((normal) => {
      const balances = months.map((m) => {
        const years = m / 12;
        const both = 0.6 * Math.exp(-0.1 * years) + 0.4 * Math.exp(-1.5 * years);
        return 400 * both * Math.exp(0.004 * normal());
      });
      const fit = estimateTwoPartDecay({ months, balances }, 0.95);
      if (!fit.ok) throw new Error(fit.issues[0]?.message);
      return fit.value;
    }, FEWER_SAMPLES);
    expectNominal(
      shares.map(({ coreShare }) => coreShare),
      0.6,
    );
    expectNominal(
      shares.map(({ coreHazardAYear }) => coreHazardAYear),
      0.1,
    );
  });
});
