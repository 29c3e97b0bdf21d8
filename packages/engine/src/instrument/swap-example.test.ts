import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayFromIso, type Read, type Result, read } from '../foundation/index.js';
import { CONTINUOUS_365, curveFromZeroRates, type DatedCurve, flatCurve } from '../market/index.js';
import {
  futureConvexity,
  readSofrFuture,
  readSwapFuture,
  readTermRateFuture,
  readTreasuryFuture,
  valueOvernightFuture,
  valueSwapFuture,
  valueTermRateFuture,
  valueTreasuryFuture,
} from './future/index.js';
import type { PricingMarket } from './pricing-market.js';
import {
  readForwardRateAgreement,
  readInterestRateSwap,
  readOvernightIndexSwap,
  readSwap,
  type SwapTerms,
  valueForwardRateAgreement,
  valueSwap,
} from './swap/index.js';
import type { Valuation } from './valuation.js';
import { valueInstrument } from './value-instrument.js';

const example = (name: string): Record<string, unknown> =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../docs/example/instrument/${name}.json`, import.meta.url),
      'utf8',
    ),
  );

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

function readWith<T>(door: Read<T>, json: unknown): Result<T> {
  const issues: Parameters<Read<T>>[2] = [];
  return read.resultOf(door(json, '', issues), issues);
}

const day = (iso: string): number => value(dayFromIso(iso));
const valuationDay = day('2025-03-13');
const flat = flatCurve({ referenceDay: valuationDay, rate: 0.038, convention: CONTINUOUS_365 });
const on = (curve: DatedCurve): PricingMarket => ({
  valuationDay,
  discount: curve,
  projection: { 'USD-SOFR': curve, 'USD-TERM-SOFR-1M': curve, 'USD-TERM-SOFR-3M': curve },
  fixings: {},
});
const market = on(flat);

const measure = ({ measures }: Valuation, id: string): number =>
  measures.find((one) => one.id === id)?.value ?? Number.NaN;

function through<T>(
  name: string,
  door: Read<T>,
  worth: (terms: T, on: PricingMarket) => Result<Valuation>,
  changes: object = {},
): Result<Valuation> {
  const terms = readWith(door, { ...example(name), ...changes });
  return terms.ok ? worth(terms.value, market) : terms;
}

const codes = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.issues.map(({ code }) => code);

describe('examples of swaps and futures', () => {
  it('SWAP-12, SWAP-17: each swap has a value that its par rate brings to nothing', () => {
    for (const [name, door] of [
      ['interest-rate-swap', readInterestRateSwap],
      ['overnight-index-swap', readOvernightIndexSwap],
      ['swap', readSwap],
    ] as const) {
      const found = value(through<SwapTerms>(name, door, valueSwap));
      const annuity = measure(found, 'annuity');
      const rate = measure(found, 'par-rate');
      const [fixed] = value(readWith(door as Read<SwapTerms>, example(name))).legs;
      const agreed = fixed?.rate.kind === 'fixed' ? Number(fixed.rate.rate) : Number.NaN;
      // all three pay fixed: value = (par - agreed) x annuity
      expect(measure(found, 'present-value')).toBeCloseTo((rate - agreed) * annuity, 5);
      expect(measure(found, 'dv01')).toBeGreaterThan(0);
      expect(found.flows.length).toBeGreaterThan(5);
    }
  });

  it('FRA-1, FRA-2: the agreement is worth its difference of rates over its period', () => {
    const found = value(
      through('forward-rate-agreement', readForwardRateAgreement, valueForwardRateAgreement),
    );
    const forward = measure(found, 'par-rate');
    const years = 92 / 360;
    const paid = (1e7 * (forward - 0.0412) * years) / (1 + forward * years);
    // 97 days to the start at 3.8 per cent
    const expected = paid * Math.exp((-0.038 * 97) / 365);
    expect(measure(found, 'present-value')).toBeCloseTo(expected, 6);
    // settled at the end undiscounted, it is worth the same on one curve
    const change = { settlement: 'at-end' };
    const atEnd = through(
      'forward-rate-agreement',
      readForwardRateAgreement,
      valueForwardRateAgreement,
      change,
    );
    expect(measure(value(atEnd), 'present-value')).toBeCloseTo(expected, 6);
    const afma = through(
      'forward-rate-agreement',
      readForwardRateAgreement,
      valueForwardRateAgreement,
      { settlement: 'afma' },
    );
    const discounted = 1e7 * (1 / (1 + 0.0412 * years) - 1 / (1 + forward * years));
    const amount = value(afma).flows[0]?.amount ?? Number.NaN;
    expect(amount).toBeCloseTo(discounted, 6);
  });

  it('FUTURE-3, FUTURE-4, FUTURE-7, FUTURE-9: the futures have prices and values', () => {
    const sofr = value(through('sofr-future', readSofrFuture, valueOvernightFuture));
    const price =
      100 - 100 * (measure(sofr, 'forward-rate') + measure(sofr, 'convexity-adjustment'));
    expect(measure(sofr, 'price')).toBeCloseTo(price, 12);
    expect(measure(sofr, 'present-value')).toBeCloseTo(-40 * 2500 * (price - 96.215), 6);
    const term = value(through('term-rate-future', readTermRateFuture, valueTermRateFuture));
    expect(measure(term, 'convexity-adjustment')).toBe(0.0001);
    const treasury = value(through('treasury-future', readTreasuryFuture, valueTreasuryFuture));
    // 100 contracts sold at 111.25, now 110.50: 0.75 x 1,000 x 100
    expect(measure(treasury, 'present-value')).toBeCloseTo(75000, 8);
    expect(measure(treasury, 'dv01')).toBeGreaterThan(0);
    const swap = value(through('swap-future', readSwapFuture, valueSwapFuture));
    expect(Math.abs(measure(swap, 'price') - 100)).toBeLessThan(5);
  });

  it('FUTURE-3: convexity of a future on 5 to 5.25 years at 6 per cent, sigma 1.5 per cent', () => {
    // Kirikos and Novak (1997), no reversion: a futures rate of 6 is a forward of 5.68611 per cent
    const period = {
      startDay: valuationDay + 1825,
      endDay: valuationDay + 1916,
      isOvernight: false,
      valuationDay,
    };
    const model = { meanReversion: 0, volatility: 0.015 };
    const found = futureConvexity(model, 0.0568611, period);
    expect(Math.abs(found - (0.06 - 0.0568611))).toBeLessThan(2e-6);
    expect(futureConvexity(0.002, 0.05, period)).toBe(0.002);
    const over = { ...period, startDay: valuationDay - 91, endDay: valuationDay };
    expect(futureConvexity(model, 0.05, over)).toBe(0);
  });
});

describe('one curve for discounting and forecasting', () => {
  const flatJson = {
    ...JSON.parse(
      readFileSync(new URL('../../../../docs/example/curve/flat.json', import.meta.url), 'utf8'),
    ),
    referenceDate: '2025-03-13',
  };
  it.each([
    'swap',
    'interest-rate-swap',
    'overnight-index-swap',
    'forward-rate-agreement',
    'sofr-future',
    'term-rate-future',
    'treasury-future',
    'swap-future',
  ])('SWAP-17: %s is valued on it by its file alone', (name) => {
    expect(codes(valueInstrument(example(name), flatJson, ''))).toEqual([]);
  });

  it('SWAP-13, SWAP-17: both indices of an interpolated stub are read from it', () => {
    const stub = {
      kind: 'interpolated',
      shorter: 'USD-TERM-SOFR-1M',
      longer: 'USD-TERM-SOFR-6M',
    };
    const legs = example('swap').legs;
    const [, floating] = Array.isArray(legs) ? legs : [];
    const rate = { ...floating.rate, initialStub: stub };
    const swap = { ...example('swap'), legs: [{ ...floating, rate }] };
    expect(codes(valueInstrument(swap, flatJson, ''))).toEqual([]);
  });
});

describe('what cannot be valued is an issue', () => {
  it('SWAP-1, SWAP-12: a leg that has paid all has no par rate, and the rest is valued', () => {
    const legs = example('swap').legs;
    const [fixed, floating] = Array.isArray(legs) ? legs : [];
    const past = { startDate: '2023-02-15', endDate: '2025-02-15', stub: 'none' };
    const changes = { legs: [{ ...fixed, ...past, notional: 5 }, floating] };
    const found = value(through('swap', readSwap, valueSwap, changes));
    const ids = found.measures.map(({ id }) => id);
    expect(ids).not.toContain('par-rate');
    expect(ids).toContain('leg-2-par-spread');
    expect(measure(found, 'leg-1-value')).toBe(0);
  });

  it('SWAP-1: a curve that ends early, or starts late, is named', () => {
    const short = value(
      curveFromZeroRates({
        referenceDay: valuationDay,
        dayCount: 'ACT/365F',
        interpolation: 'linear-zero',
        extrapolation: 'none',
        times: [0.25, 2],
        zeroRates: [0.04, 0.04],
      }),
    );
    const terms = value(readWith(readOvernightIndexSwap, example('overnight-index-swap')));
    expect(codes(valueSwap(terms, on(short)))).toContain('curve.range');
    const late = flatCurve({
      referenceDay: valuationDay + 9,
      rate: 0.04,
      convention: CONTINUOUS_365,
    });
    expect(codes(valueSwap(terms, on(late)))).toContain('curve.range');
  });

  it('SWAP-2, SWAP-3: periods of no length and notionals below zero are refused', () => {
    const weekly = { tenor: '1D', startDate: '2025-03-21', endDate: '2025-03-25' };
    expect(
      codes(through('overnight-index-swap', readOvernightIndexSwap, valueSwap, weekly)),
    ).toContain('period.empty');
    const legs = example('swap').legs;
    const first = Array.isArray(legs) ? legs[0] : {};
    const falling = { ...first, notional: { initial: 10, changeEachPeriod: -1 } };
    expect(codes(through('swap', readSwap, valueSwap, { legs: [falling] }))).toEqual([
      'notional.negative',
    ]);
  });

  it('FUTURE-6: a delivery day outside the delivery month is refused', () => {
    const dates = { deliveryDate: '2025-09-30' };
    expect(
      codes(through('treasury-future', readTreasuryFuture, valueTreasuryFuture, dates)),
    ).toEqual(['delivery.dates']);
  });

  it('SWAP-17: a swap of more than a century is refused', () => {
    const long = { endDate: '2199-03-17' };
    expect(codes(through('overnight-index-swap', readOvernightIndexSwap, valueSwap, long))).toEqual(
      ['leg.dates'],
    );
  });
});
