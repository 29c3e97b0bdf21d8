import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayFromIso, type Issue, read } from '../../foundation/index.js';
import { discountAtTime, flatCurve } from '../../market/index.js';
import type { PricingMarket } from '../pricing-market.js';
import type { Valuation } from '../valuation.js';
import { paymentDay } from './dated-pool.js';
import { type IncentivePrepayment, incentiveSmm } from './incentive-prepayment.js';
import { forwardMortgageRates, tenYearParRate } from './mortgage-rate-path.js';
import { readPassThrough } from './parse-pass-through.js';
import type { PassThrough } from './pass-through-terms.js';
import { cprOfSmm } from './prepayment-speed.js';
import { ratePaths } from './rate-paths.js';
import { valuePassThrough } from './value-pass-through.js';

function got<T>(result: { ok: true; value: T } | { ok: false; issues: readonly unknown[] }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const dayOf = (iso: string): number => got(dayFromIso(iso));

const text = readFileSync(
  new URL('../../../../../docs/example/instrument/pass-through.json', import.meta.url),
  'utf8',
);

function readIt(value: unknown): { terms: PassThrough | undefined; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const terms = readPassThrough(value, '', issues);
  return { terms, issues };
}

const { rateModel: _model, ...QUIET } = got(
  read.resultOf(readIt(JSON.parse(text)).terms, readIt(JSON.parse(text)).issues),
);
const incentive = QUIET.prepayment as IncentivePrepayment;
const MODEL = { meanReversion: 0.03, volatility: 0.009, pathCount: 48, seed: 7 };

const curve = flatCurve({
  referenceDay: dayOf('2024-01-03'),
  rate: 0.045,
  convention: { compounding: 'continuous', frequencyPerYear: 0, dayCount: 'ACT/365F' },
});
const market: PricingMarket = {
  valuationDay: dayOf('2024-01-03'),
  discount: curve,
  projection: {},
  fixings: {},
};

const measure = (valuation: Valuation, id: string): number =>
  valuation.measures.find((one) => one.id === id)?.value ?? Number.NaN;

const value = (terms: PassThrough): Valuation => got(valuePassThrough(terms, market));

const cprAt = (
  model: IncentivePrepayment,
  path: readonly number[],
  state: { month: number; ageMonths: number; survival: number },
): number => cprOfSmm(incentiveSmm(model, { noteRate: 0.065, path, firstCalendarMonth: 2 }, state));

describe('prepayment that follows the incentive', () => {
  const fresh = { month: 1, ageMonths: 60, survival: 1 };
  const flatPath = (rate: number): number[] => Array.from({ length: 40 }, () => rate);

  it('PASSTHROUGH-9: rises as mortgages get cheaper, between its ends', () => {
    const speeds = [0.1, 0.08, 0.065, 0.05, 0.03].map((rate) =>
      cprAt(incentive, flatPath(rate), fresh),
    );
    expect(speeds).toEqual(speeds.toSorted((a, b) => a - b));
    expect(Math.min(...speeds)).toBeGreaterThan(0.04);
    expect(Math.max(...speeds)).toBeLessThan(0.5);
    // At the midpoint, note rate 1.2 times the mortgage rate, the curve is half way: 27%.
    expect(cprAt(incentive, flatPath(0.065 / 1.2), fresh)).toBeCloseTo(0.27, 10);
  });

  it('PASSTHROUGH-9: new loans, burnt-out pools, quiet months prepay less', () => {
    const at = (model: IncentivePrepayment, state: Partial<typeof fresh>) =>
      cprAt(model, flatPath(0.05), { ...fresh, ...state });
    const full = at(incentive, {});
    expect(at(incentive, { ageMonths: 15 }) / full).toBeCloseTo(0.5, 10);
    expect(at(incentive, { survival: 0.5 }) / full).toBeCloseTo(0.3 + 0.7 * 0.5, 10);
    const seasons = [1, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    expect(at({ ...incentive, seasons }, {}) / full).toBeCloseTo(0.5, 10);
    expect(at({ ...incentive, seasons }, { month: 2 }) / full).toBeCloseTo(1, 10);
    expect(at({ ...incentive, seasons }, { month: 13 }) / full).toBeCloseTo(0.5, 10);
  });

  it('PASSTHROUGH-9: a fall of rates is felt after the lag', () => {
    const path = [0.08, 0.08, 0.04, 0.04, 0.04];
    const speeds = [1, 2, 3, 4].map((month) => cprAt(incentive, path, { ...fresh, month }));
    expect(speeds[1]).toBe(speeds[0]);
    expect(speeds[2]).toBe(speeds[0]);
    expect(speeds[3]).toBeGreaterThan(2 * (speeds[0] ?? 1));
  });

  it("PASSTHROUGH-10: on a flat curve forward mortgage rates are today's", () => {
    const spread = 0.068 - tenYearParRate(curve, curve.referenceDay);
    const rates = forwardMortgageRates({ curve, startDay: curve.referenceDay, months: 24, spread });
    for (const rate of rates) expect(rate).toBeCloseTo(0.068, 4);
  });
});

describe('valued pass-throughs', () => {
  it('PASSTHROUGH-7: first payment, accrued interest and quoted price', () => {
    const found = value(QUIET);
    expect(paymentDay(QUIET, 1)).toBe(dayOf('2024-02-25'));
    expect(found.flows[0]?.payDay).toBe(dayOf('2024-02-25'));
    // Settled on 5 January: four days of 6% on a 360-day year.
    expect(measure(found, 'accrued-interest')).toBeCloseTo((6 * 4) / 360, 12);
    expect(measure(found, 'clean-price')).toBeCloseTo(100.5, 9);
    const keyed = found.measures.filter(({ id }) => id.startsWith('key-rate'));
    const sum = keyed.reduce((total, one) => total + one.value, 0);
    expect(sum / measure(found, 'dv01')).toBeCloseTo(1, 3);
  });

  it('PASSTHROUGH-10: duration of the flows without incentive, shorter with it', () => {
    const fixed = value({ ...QUIET, prepayment: { kind: 'cpr', cpr: 0.08 } });
    const day = market.valuationDay;
    let worth = 0;
    let timed = 0;
    for (const { payDay, amount, discount } of fixed.flows) {
      const years = (payDay - day) / 365;
      const present = amount * discount;
      worth += present;
      timed += years * present;
    }
    expect(measure(fixed, 'effective-duration')).toBeCloseTo(timed / worth, 2);
    expect(measure(fixed, 'effective-convexity')).toBeGreaterThan(0);
    const moving = value({ ...QUIET, prepayment: { ...incentive, mortgageRate: 0.06 } });
    expect(measure(moving, 'effective-convexity')).toBeLessThan(0);
    expect(measure(moving, 'effective-duration')).toBeLessThan(
      measure(moving, 'modified-duration'),
    );
  });

  it('PASSTHROUGH-7: a settlement outside the first accrual month is an issue', () => {
    const late = valuePassThrough(QUIET, { ...market, valuationDay: dayOf('2024-01-30') });
    expect(late.ok ? '' : late.issues[0]?.code).toBe('settlement.month');
    const discount = { ...curve, extrapolation: 'none', times: [5] } as const;
    const beyond = valuePassThrough(QUIET, { ...market, discount });
    expect(beyond.ok ? '' : beyond.issues[0]?.code).toBe('curve.range');
  });
});

describe('paths of rates', () => {
  const terms = { curve, ...MODEL, months: 120, mortgageSpread: 0.02 };

  it('PASSTHROUGH-11: discount factors of the paths average to the curve', () => {
    const paths = ratePaths({ ...terms, pathCount: 4000, months: 61 });
    for (const month of [12, 36, 60]) {
      const sample = paths.map((path) => path.discount[month] ?? Number.NaN);
      const mean = sample.reduce((sum, one) => sum + one, 0) / sample.length;
      // A mirrored pair averages to cosh of a normal number of variance s: standard deviation
      // s / sqrt(2). Four standard errors of 2000 pairs; s is below v^2 t^3 / 3.
      const variance = (0.009 * 0.009 * (month / 12) ** 3) / 3;
      const error = (4 * variance) / Math.sqrt(2 * 2000);
      expect(Math.abs(mean / discountAtTime(curve, month / 12) - 1)).toBeLessThan(error);
    }
  });

  it('PASSTHROUGH-11: without volatility every path is the forward curve', () => {
    const [path] = ratePaths({ ...terms, volatility: 0, pathCount: 2 });
    expect(path?.discount[60]).toBeCloseTo(discountAtTime(curve, 5), 13);
    expect((path?.mortgageRate[60] ?? 0) - 0.02).toBeCloseTo(2 * (Math.exp(0.0225) - 1), 10);
  });

  it('PASSTHROUGH-11: the same seed gives the same paths, another seed others', () => {
    const [a, b, c] = [7, 7, 8].map((seed) => ratePaths({ ...terms, seed, pathCount: 2 })[0]);
    expect(a?.discount).toEqual(b?.discount);
    expect(a?.discount).not.toEqual(c?.discount);
  });

  it('PASSTHROUGH-12: without volatility the option-adjusted spread is the static one', () => {
    const found = value({ ...QUIET, rateModel: { ...MODEL, volatility: 1e-9, pathCount: 2 } });
    const miss = measure(found, 'option-adjusted-spread') - measure(found, 'z-spread');
    expect(Math.abs(miss)).toBeLessThan(2e-5);
  });

  it('PASSTHROUGH-12: spreads of other seeds scatter as the standard error says', () => {
    const drawn = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
      value({ ...QUIET, rateModel: { ...MODEL, seed, pathCount: 32 } }),
    );
    const spreads = drawn.map((one) => measure(one, 'option-adjusted-spread'));
    const errors = drawn.map((one) => measure(one, 'option-adjusted-spread-error'));
    const mean = spreads.reduce((sum, one) => sum + one, 0) / 8;
    const scatter = Math.sqrt(spreads.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 7);
    const stated = errors.reduce((sum, one) => sum + one, 0) / 8;
    // 95 per cent of chi-square with 7 degrees over 7 lie in 0.49 .. 1.51 as a root.
    expect(scatter / stated).toBeGreaterThan(0.4);
    expect(scatter / stated).toBeLessThan(1.7);
    const pair = value({ ...QUIET, rateModel: { ...MODEL, pathCount: 2 } });
    expect(measure(pair, 'option-adjusted-spread-error')).toBeNaN();
  });

  it('PASSTHROUGH-10: the flows at their discount factors add up to the value', () => {
    const found = value(QUIET);
    const worth = found.flows.reduce((sum, { amount, discount }) => sum + amount * discount, 0);
    expect(worth / measure(found, 'present-value')).toBeCloseTo(1, 12);
  });

  it('PASSTHROUGH-12: the option costs the holder spread', () => {
    const found = value({ ...QUIET, rateModel: MODEL });
    expect(measure(found, 'option-adjusted-spread')).toBeLessThan(measure(found, 'z-spread'));
    expect(measure(found, 'option-adjusted-duration')).toBeGreaterThan(0);
    expect(measure(found, 'option-adjusted-convexity')).toBeLessThan(0);
  });
});
