import { describe, expect, it } from 'vitest';
import { type DistributedLag, estimateDistributedLag } from './distributed-lag.js';
import { estimationVectors, quarterNames } from './estimation-vectors.test-fixture.js';
import { type RateHistory, rateChanges } from './rate-history.js';

const { confidence } = estimationVectors;

function found(answer: ReturnType<typeof estimateDistributedLag>): DistributedLag {
  if (!answer.ok) throw new Error(answer.issues.map(({ message }) => message).join());
  return answer.value;
}

function refusal(history: RateHistory, terms: { lags?: number; apart?: boolean } = {}) {
  const all = { lags: 1, apart: false, neweyWestLags: 0, confidence, ...terms };
  const answer = estimateDistributedLag(history, all);
  return answer.ok ? [] : answer.issues;
}

/** The deposit rate that follows a policy path exactly, b(k) of each change k quarters later. */
function following(policyRate: readonly number[], b: readonly number[]): RateHistory {
  const depositRate = policyRate.map((_, t) =>
    b.reduce((sum, share, k) => sum + share * (policyRate[Math.max(0, t - k)] ?? 0), 0),
  );
  return { quarters: quarterNames(policyRate.length), policyRate, depositRate };
}

const PATH = [1, 1, 1.25, 1.75, 2, 2, 2.5, 2.25, 1.5, 1.5, 1, 0.5, 0.5, 0.75, 1].map(
  (p) => p / 100,
);

describe('rate changes', () => {
  it('EST-1: a quarter of unknown cost is bridged by a change over two quarters', () => {
    //                  0     1     2     3     4
    const policyRate = [0.01, 0.02, 0.03, 0.025, 0.05];
    const depositRate = [0.001, 0.002, null, 0.004, 0.006];
    const quarters = quarterNames(5);
    const changes = rateChanges({ quarters, policyRate, depositRate }, 1);
    if (!changes.ok) throw new Error('no changes');
    // From 0 to 1 the lag asks for a rate before the first. From 1 to 3: moves +1.0 and -0.5 points
    // in the quarters, +1.0 and +1.0 a quarter before each.
    const [bridge, last] = changes.value;
    expect(changes.value.map(({ index, quarters: span }) => [index, span])).toEqual([
      [3, 2],
      [4, 1],
    ]);
    expect(bridge?.depositChange).toBeCloseTo(0.002, 15);
    expect(bridge?.rises.map((rise) => rise.toFixed(4))).toEqual(['0.0100', '0.0200']);
    expect(bridge?.falls.map((fall) => fall.toFixed(4))).toEqual(['-0.0050', '0.0000']);
    expect(last?.rises.map((rise) => rise.toFixed(4))).toEqual(['0.0250', '0.0000']);
    expect(last?.falls.map((fall) => fall.toFixed(4))).toEqual(['0.0000', '-0.0050']);
  });

  it('EST-1, EST-4: a gap does not move the answer of a deposit that follows exactly', () => {
    const whole = following(PATH, [0.2, 0.3]);
    const depositRate = whole.depositRate.map((rate, i) => (i === 6 || i === 7 ? null : rate));
    const terms = { lags: 1, apart: true, neweyWestLags: 0, confidence };
    const fit = found(estimateDistributedLag({ ...whole, depositRate }, terms));
    for (const { beta } of fit.sides) expect(beta.value).toBeCloseTo(0.5, 10);
    expect(fit.observations).toBe(11);
  });

  it('EST-1: lists of different lengths and a rate that is no number are issues', () => {
    const quarters = quarterNames(2);
    const bad = { quarters, policyRate: [0.01, Number.NaN], depositRate: [0.01, 0.01] };
    expect(refusal(bad).map(({ path }) => path)).toEqual(['policyRate of 2000-06-30']);
    const short = { ...bad, policyRate: [0.01] };
    expect(refusal(short).map(({ code }) => code)).toEqual(['history.lengths']);
  });
});

describe('distributed lag', () => {
  it.each(estimationVectors.lags)('EST-4, EST-6: $lags lags, apart $apart, as statsmodels', (v) => {
    const { policyRate, depositRate, lags, apart, neweyWestLags } = v;
    const quarters = quarterNames(policyRate.length);
    const terms = { lags, apart, neweyWestLags, confidence };
    const fit = found(estimateDistributedLag({ quarters, policyRate, depositRate }, terms));
    expect(fit.constant.value / v.constant).toBeCloseTo(1, 8);
    expect(fit.residualStandardDeviation / v.residualStandardDeviation).toBeCloseTo(1, 9);
    expect(fit.sides.map(({ side }) => side)).toEqual(apart ? ['up', 'down'] : ['both']);
    for (const [i, side] of fit.sides.entries()) {
      const expected = v.sides[i];
      if (expected === undefined) throw new Error('no side');
      expect(side.beta.value).toBeCloseTo(expected.beta, 11);
      expect(side.beta.standardError / expected.standardError).toBeCloseTo(1, 9);
      expect(side.beta.high).toBeCloseTo(expected.high, 10);
      expect(side.neweyWestError / expected.neweyWestError).toBeCloseTo(1, 9);
      expect(side.byLag.map(({ value }) => value)).toHaveLength(lags + 1);
      for (const [k, { value }] of side.byLag.entries()) {
        expect(value).toBeCloseTo(expected.byLag[k] ?? Number.NaN, 11);
      }
    }
  });

  it.each(estimationVectors.lags)('EST-5: mean lag with $lags lags, apart $apart', (v) => {
    const { policyRate, depositRate, lags, apart, neweyWestLags } = v;
    const quarters = quarterNames(policyRate.length);
    const terms = { lags, apart, neweyWestLags, confidence };
    const fit = found(estimateDistributedLag({ quarters, policyRate, depositRate }, terms));
    for (const [i, { meanLagMonths }] of fit.sides.entries()) {
      const expected = v.sides[i];
      if (expected === undefined || meanLagMonths === null) throw new Error('no lag');
      expect(meanLagMonths.value).toBeCloseTo(expected.meanLagMonths, 9);
      // The reference takes differences of the function, which keeps about seven digits.
      expect(meanLagMonths.standardError - expected.meanLagError).toBeLessThan(1e-6);
      expect(meanLagMonths.standardError - expected.meanLagError).toBeGreaterThan(-1e-6);
    }
  });

  it('EST-4, EST-5: 0.2 at once and 0.3 a quarter later: beta 0.5, mean lag 1.8 months', () => {
    // 3 months x 0.3 / 0.5. A deposit model with the lag of NMD-3 then has L = 2 x 1.8 = 3.6.
    const terms = { lags: 1, apart: false, neweyWestLags: 0, confidence };
    const fit = found(estimateDistributedLag(following(PATH, [0.2, 0.3]), terms));
    expect(fit.sides[0]?.beta.value).toBeCloseTo(0.5, 12);
    expect(fit.sides[0]?.meanLagMonths?.value).toBeCloseTo(1.8, 10);
    expect(fit.doubts).toEqual([]);
    expect([fit.observations, fit.degreesOfFreedom]).toEqual([13, 10]);
    expect([fit.firstQuarter, fit.lastQuarter]).toEqual(['2000-09-30', '2003-09-30']);
  });

  it('EST-5: the lag of a beta that may be zero is not told', () => {
    const depositRate = PATH.map((_, i) => 0.01 + ((i * 7) % 5) / 1e4);
    const history = { quarters: quarterNames(PATH.length), policyRate: PATH, depositRate };
    const terms = { lags: 1, apart: false, neweyWestLags: 0, confidence };
    const fit = found(estimateDistributedLag(history, terms));
    expect(fit.sides[0]?.meanLagMonths).toBeNull();
    expect(fit.doubts.join()).toMatch(/beta may be zero/);
  });

  it('EST-4: lags that cannot be told apart are refused in words', () => {
    // A policy rate that moves by the same step every quarter: each lag is the other.
    const steady = following(
      PATH.map((_, i) => 0.01 + 0.0025 * i),
      [0.4],
    );
    expect(refusal(steady).map(({ code }) => code)).toEqual(['lag.collinear']);
  });

  it('EST-6: a beta outside 0 to 1.5 is shown with a doubt', () => {
    const terms = { lags: 0, apart: false, neweyWestLags: 0, confidence };
    const fit = found(estimateDistributedLag(following(PATH, [1.7]), terms));
    expect(fit.doubts).toEqual(['both: a beta of 1.70 is outside 0 to 1.5']);
  });

  it('EST-4: a history that is too short or only rises is refused, with what it lacks', () => {
    const short = following(PATH.slice(0, 7), [0.4]);
    // 7 quarters give 5 changes with a lag; constant and two lags need 3 + 4.
    expect(refusal(short)[0]?.message).toBe(
      'history: expected at least 7 changes between known costs for 3 coefficients, got 5',
    );
    const rising = following(
      PATH.map((_, i) => 0.01 + 0.001 * i * i),
      [0.4],
    );
    expect(refusal(rising, { apart: true })[0]?.message).toBe(
      'history: expected at least 2 quarters of falling rates, ' +
        'or both directions estimated together, got 0',
    );
    expect(refusal(rising, { lags: 9 }).map(({ code }) => code)).toEqual(['lag.lags']);
  });
});
