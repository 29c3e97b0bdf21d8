import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaOutOfSample } from './beta-out-of-sample.js';
import { estimateConstantDecay } from './constant-decay.js';
import { decayOutOfSample } from './decay-out-of-sample.js';
import { estimateDistributedLag } from './distributed-lag.js';
import { quarterNames } from './estimation-vectors.test-fixture.js';
import { estimateTwoPartDecay } from './two-part-decay.js';

const SEED = 20261128;
const RUNS = 300;

/** Every number of an answer, however deep. */
function numbersOf(answer: unknown): number[] {
  if (typeof answer === 'number') return [answer];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer).flatMap(numbersOf);
}

/** A value of finite numbers only, or issues with words. */
function expectWhole(answer: { readonly ok: boolean }): void {
  expect(numbersOf(answer).every(Number.isFinite)).toBe(true);
  if (!answer.ok) expect(JSON.stringify(answer)).toMatch(/"issues":\[\{"code":"[a-z-.]+"/);
}

const rate = fc.oneof(
  fc.constantFrom(0, 0.01, 0.02),
  fc.double({ min: -0.02, max: 0.2, noNaN: true }),
);
const cost = fc.oneof(rate, fc.constant(null), fc.constant(Number.NaN));
const balance = fc.oneof(
  fc.constantFrom(100, 99, 50, 1e-300, 1e15),
  fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
);

describe(`any history gives finite numbers or issues, seed ${SEED}`, () => {
  it('EST-4, EST-12: rates that jump, stand still, are not known or are no number', () => {
    const history = fc.array(fc.tuple(rate, cost), { maxLength: 40 });
    fc.assert(
      fc.property(history, fc.nat(3), fc.boolean(), (rows, lags, apart) => {
        const quarters = quarterNames(rows.length);
        const policyRate = rows.map(([policy]) => policy);
        const depositRate = rows.map(([, paid]) => paid);
        const given = { quarters, policyRate, depositRate };
        const terms = { lags, apart, neweyWestLags: 2, confidence: 0.95 };
        expectWhole(estimateDistributedLag(given, terms));
        expectWhole(betaOutOfSample(given, { lags, apart, horizon: 1 }));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('EST-8, EST-10, EST-13: balances that jump, stand still or all but vanish', () => {
    const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), balance), { maxLength: 14 });
    fc.assert(
      fc.property(history, (rows) => {
        let month = 0;
        const months = rows.map(([step]) => {
          month += step;
          return month;
        });
        const given = { months, balances: rows.map(([, amount]) => amount) };
        expectWhole(estimateConstantDecay(given, { neweyWestLags: 2, confidence: 0.95 }));
        expectWhole(estimateTwoPartDecay(given, 0.95));
        expectWhole(decayOutOfSample(given, { model: 'constant', horizon: 1 }));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
