import { describe, expect, it } from 'vitest';
import { betaOutOfSample } from './beta-out-of-sample.js';
import { decayOutOfSample } from './decay-out-of-sample.js';
import { estimationVectors, quarterNames } from './estimation-vectors.test-fixture.js';
import type { OutOfSample } from './out-of-sample.js';

function found(answer: ReturnType<typeof betaOutOfSample>): OutOfSample {
  if (!answer.ok) throw new Error(answer.issues.map(({ message }) => message).join());
  return answer.value;
}

const codes = (answer: ReturnType<typeof betaOutOfSample>) =>
  answer.ok ? [] : answer.issues.map(({ code }) => code);

describe('out of sample, beta', () => {
  it.each(estimationVectors.lags)('EST-11, EST-12: $lags lags, apart $apart, as numpy', (v) => {
    const { policyRate, depositRate, lags, apart, outOfSample } = v;
    const history = { quarters: quarterNames(policyRate.length), policyRate, depositRate };
    const test = found(betaOutOfSample(history, { lags, apart, horizon: outOfSample.horizon }));
    expect(test.forecasts).toBe(outOfSample.forecasts);
    for (const [i, score] of test.scores.entries()) {
      expect(score.rootMeanSquare / (outOfSample.rootMeanSquare[i] ?? 0)).toBeCloseTo(1, 7);
      expect(score.meanAbsolute / (outOfSample.meanAbsolute[i] ?? 0)).toBeCloseTo(1, 7);
    }
  });

  const policyRate = Array.from({ length: 30 }, (_, i) => 0.02 + 0.002 * ((i * i) % 7));
  const quarters = quarterNames(30);

  it('EST-12: lags do not beat the static beta on an immediate response, and it says so', () => {
    const noise = (i: number) => 1e-4 * (((i * 37) % 11) / 11 - 0.5);
    const depositRate = policyRate.map((p, i) => 0.4 * p + noise(i));
    const terms = { lags: 3, apart: false, horizon: 1 };
    const test = found(betaOutOfSample({ quarters, policyRate, depositRate }, terms));
    expect(test.beatsLinear).toBe(false);
    expect(test.beatsNoChange).toBe(true);
    expect(test.finding).toMatch(/^distributed lag of 3 quarters does not beat the plain linear/);
    expect(test.finding).not.toMatch(/no change/);
  });

  it('EST-12: where the response is late, lags beat it', () => {
    const depositRate = policyRate.map((_, i) => 0.4 * (policyRate[Math.max(0, i - 1)] ?? 0));
    const terms = { lags: 1, apart: false, horizon: 2 };
    const test = found(betaOutOfSample({ quarters, policyRate, depositRate }, terms));
    expect(test.scores[0]?.rootMeanSquare).toBeLessThan(1e-12);
    expect(test.beatsLinear).toBe(true);
    expect(test.finding).toMatch(/^distributed lag of 1 quarters beats the plain linear benchmark/);
  });

  it('EST-11: forecasts do not bridge a gap, and fewer than three are refused', () => {
    const depositRate = policyRate.map((p, i) => (i === 20 ? null : 0.4 * p + 1e-5 * (i % 3)));
    const terms = { lags: 0, apart: false, horizon: 1 };
    // 28 changes, one of them over two quarters; 6 for the first fit, and the long one is not
    // foretold: 28 - 6 - 1.
    const test = found(betaOutOfSample({ quarters, policyRate, depositRate }, terms));
    expect(test.forecasts).toBe(21);
    const short = {
      quarters: quarters.slice(0, 9),
      policyRate: policyRate.slice(0, 9),
      depositRate: depositRate.slice(0, 9),
    };
    expect(codes(betaOutOfSample(short, terms))).toEqual(['out-of-sample.too-few']);
    expect(codes(betaOutOfSample(short, { ...terms, horizon: 0 }))).toEqual([
      'out-of-sample.horizon',
    ]);
  });
});

describe('out of sample, decay', () => {
  const months = Array.from({ length: 16 }, (_, i) => 3 * i);

  it('EST-11, EST-13: an exact decay of 5% a quarter by hand', () => {
    const balances = months.map((_, i) => 100 * 0.95 ** i);
    const terms = { model: 'constant', horizon: 2 } as const;
    const test = found(decayOutOfSample({ months, balances }, terms));
    // Origins 6 to 14: nine forecasts. No change errs by 1 / 0.9025 - 1 each time.
    expect(test.forecasts).toBe(9);
    expect(test.scores[0]?.rootMeanSquare).toBeLessThan(1e-13);
    expect(test.scores[2]?.rootMeanSquare).toBeCloseTo(1 / 0.9025 - 1, 12);
    expect(test.scores[2]?.meanAbsolute).toBeCloseTo(1 / 0.9025 - 1, 12);
    expect([test.beatsLinear, test.beatsNoChange]).toEqual([true, true]);
  });

  it('EST-13: the linear trend of six balances by hand', () => {
    // 10, 9, 9, 8, 7, 7 at 0..5: slope -22/35; the first forecast is 7 - 22/35 for 6.
    const balances = [10, 9, 9, 8, 7, 7, 6, 6, 5];
    const history = { months: [0, 1, 2, 3, 4, 5, 6, 7, 8], balances };
    const test = found(decayOutOfSample(history, { model: 'constant', horizon: 1 }));
    // Slopes of the first 6, 7 and 8 balances: -22/35, -9/14 - ... are recomputed here.
    const slope = (count: number) => {
      const mean = (count - 1) / 2;
      const sxx = (count * (count * count - 1)) / 12;
      return balances.slice(0, count).reduce((sum, b, i) => sum + ((i - mean) * b) / sxx, 0);
    };
    expect(slope(6)).toBeCloseTo(-22 / 35, 12);
    const errors = [6, 7, 8].map((n) => {
      const [last = 0, next = 0] = [balances[n - 1], balances[n]];
      return (last + slope(n)) / next - 1;
    });
    const squares = errors.reduce((sum, e) => sum + e * e, 0);
    expect(test.scores[1]?.rootMeanSquare).toBeCloseTo(Math.sqrt(squares / 3), 12);
  });

  it('EST-13: a straight line is the benchmark’s own: the decay does not beat it', () => {
    const balances = months.map((_, i) => 100 - 4 * i + 0.01 * (i % 2));
    const terms = { model: 'constant', horizon: 1 } as const;
    const test = found(decayOutOfSample({ months, balances }, terms));
    expect(test.beatsLinear).toBe(false);
    expect(test.finding).toMatch(/^constant hazard does not beat/);
  });

  it('EST-11: a model that loses to no change says so too', () => {
    // Falls for six quarters, then stays: the decay goes on foretelling a fall.
    const balances = months.map((_, i) => 100 - 5 * Math.min(i, 5));
    const terms = { model: 'constant', horizon: 1 } as const;
    const test = found(decayOutOfSample({ months, balances }, terms));
    expect([test.beatsLinear, test.beatsNoChange]).toEqual([true, false]);
    expect(test.finding).toMatch(/; it does not beat no change$/);
  });

  it('EST-13: two parts beat the line on two parts; one part alone gives no forecast', () => {
    const two = months.map((m) => 60 * Math.exp(-0.004 * m) + 40 * Math.exp(-0.12 * m));
    const terms = { model: 'two-part', horizon: 1 } as const;
    const test = found(decayOutOfSample({ months, balances: two }, terms));
    expect(test.beatsLinear).toBe(true);
    // Made of two parts exactly, they are foretold exactly.
    expect(test.scores[0]?.rootMeanSquare).toBeLessThan(1e-5);
    expect(test.beatsNoChange).toBe(true);
    const one = months.map((_, i) => 100 * 0.95 ** i);
    const refused = decayOutOfSample({ months, balances: one }, terms);
    expect(refused.ok ? '' : refused.issues[0]?.message).toMatch(
      /two parts that can be told apart/,
    );
  });
});
