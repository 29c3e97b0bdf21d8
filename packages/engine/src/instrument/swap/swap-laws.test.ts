import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, businessDayCalendar, itemAt, ok } from '../../foundation/index.js';
import { curveFromZeroRates, type DatedCurve } from '../../market/index.js';
import { KEY_RATE_TENORS, keyRateDv01, parallelDv01, quoteDv01 } from '../curve-risk.js';
import type { PricingMarket } from '../pricing-market.js';
import type { SwapLeg, SwapTerms } from './swap-terms.js';
import { legPresentValue, parRateOf, parSpreadOf, swapPresentValue } from './swap-value.js';
import { day, value } from './swap-vectors.test-fixture.js';
import { valueSwap } from './value-swap.js';

const SEED = 20240116;
const RUNS = { seed: SEED, numRuns: 60 };
const valuationDay = day('2024-01-16');
const calendar = businessDayCalendar('monday-to-friday');
const TIMES = [0.5, 1, 2, 5, 10, 20, 40];

function curve(zeroRates: readonly number[]): DatedCurve {
  return value(
    curveFromZeroRates({
      referenceDay: valuationDay,
      dayCount: 'ACT/365F',
      interpolation: 'linear-zero',
      times: TIMES,
      zeroRates,
    }),
  );
}

const zeros = fc.array(fc.double({ min: 0.01, max: 0.05, noNaN: true }), {
  minLength: TIMES.length,
  maxLength: TIMES.length,
});

/** Rising times of flat-ish rates, so that no forward is negative. */
const markets = fc.tuple(zeros, zeros).map(
  ([discount, forecast]): PricingMarket => ({
    valuationDay,
    discount: curve(discount.toSorted((a, b) => a - b)),
    projection: { 'I-3M': curve(forecast.toSorted((a, b) => a - b)) },
    fixings: {},
  }),
);

const shapes = fc.record({
  startMonths: fc.integer({ min: 1, max: 36 }),
  periods: fc.integer({ min: 1, max: 40 }),
  rate: fc.double({ min: -0.02, max: 0.12, noNaN: true }),
  spread: fc.double({ min: -0.01, max: 0.02, noNaN: true }),
  changeEachPeriod: fc.integer({ min: -2, max: 3 }),
});
type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;

const termRate = (spread: number): SwapLeg['rate'] => ({
  kind: 'term',
  index: {
    kind: 'term',
    id: 'I-3M',
    tenor: { count: 3, unit: 'M' },
    fixingLagDays: 2,
    calendar,
    convention: 'ModifiedFollowing',
    endOfMonth: true,
    dayCount: 'ACT/360',
  },
  spread,
  gearing: 1,
  fixing: 'in-advance',
  fixingLagDays: 2,
  forwardOver: 'accrual-period',
});

function leg(shape: Shape, side: SwapLeg['side'], rate: SwapLeg['rate']): SwapLeg {
  const startDay = addMonths(valuationDay, shape.startMonths);
  const tenor = { count: 3, unit: 'M' } as const;
  return {
    side,
    notional: { initial: 100, changeEachPeriod: shape.changeEachPeriod },
    dayCount: 'ACT/360',
    rate,
    compounding: 'none',
    exchange: { initial: false, intermediate: false, final: false },
    schedule: {
      startDay,
      endDay: addMonths(startDay, 3 * shape.periods),
      accrualTenor: tenor,
      paymentTenor: tenor,
      stub: 'none',
      endOfMonth: false,
      convention: 'ModifiedFollowing',
      terminationConvention: 'ModifiedFollowing',
      calendar,
      paymentConvention: 'ModifiedFollowing',
      paymentCalendar: calendar,
      paymentLagDays: 1,
    },
  };
}

const swap = (shape: Shape): SwapTerms => ({
  legs: [
    leg(shape, 'pay', { kind: 'fixed', rate: shape.rate }),
    leg(shape, 'receive', termRate(shape.spread)),
  ],
});
const isNear = (a: number, b: number, tolerance = 1e-10): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance);

describe(`laws of swaps (seed ${SEED})`, () => {
  it('SWAP-10: payer and receiver add up to nothing', () => {
    fc.assert(
      fc.property(shapes, markets, (shape, market) => {
        const payer = swap(shape);
        const legs = payer.legs.map(
          (one): SwapLeg => ({ ...one, side: one.side === 'pay' ? 'receive' : 'pay' }),
        );
        const both =
          value(swapPresentValue(payer, market)) + value(swapPresentValue({ legs }, market));
        expect(both).toBe(0);
      }),
      RUNS,
    );
  });

  it('SWAP-12: at its par rate and at its par spread a swap is worth nothing', () => {
    fc.assert(
      fc.property(shapes, markets, (shape, market) => {
        const terms = swap(shape);
        const atRate = { ...shape, rate: value(parRateOf(terms, 0, market)) };
        const atSpread = { ...shape, spread: value(parSpreadOf(terms, 1, market)) };
        isNear(value(swapPresentValue(swap(atRate), market)), 0, 1e-9);
        isNear(value(swapPresentValue(swap(atSpread), market)), 0, 1e-9);
      }),
      RUNS,
    );
  });

  it('SWAP-12: a fixed leg with straight compounding finds its par rate as well', () => {
    fc.assert(
      fc.property(shapes, markets, (shape, market) => {
        const [fixed, floating] = swap({ ...shape, changeEachPeriod: 0 }).legs;
        if (fixed === undefined || floating === undefined) throw new Error('no legs');
        const compounded = (one: SwapLeg): SwapLeg => ({
          ...one,
          compounding: 'straight',
          schedule: { ...one.schedule, paymentTenor: 'term' },
        });
        const terms = { legs: [compounded(fixed), compounded(floating)] };
        const rate = value(parRateOf(terms, 0, market));
        const atPar = {
          legs: [{ ...terms.legs[0], rate: { kind: 'fixed', rate } }, terms.legs[1]],
        };
        isNear(value(swapPresentValue(atPar as SwapTerms, market)), 0, 1e-8);
      }),
      RUNS,
    );
  });

  it('SWAP-10: a swap is the swap to a middle day and the forward swap from it', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 39 }), markets, (shape, cut, market) => {
        const whole = { ...shape, changeEachPeriod: 0, periods: 40 };
        const first = { ...whole, periods: cut };
        const startMonths = whole.startMonths + 3 * cut;
        const last = { ...whole, startMonths, periods: 40 - cut };
        const [all, before, after] = [whole, first, last].map((part) =>
          value(swapPresentValue(swap(part), market)),
        );
        isNear(all ?? 0, (before ?? 0) + (after ?? 0));
      }),
      RUNS,
    );
  });

  it('SWAP-12: the value is a straight line in the spread', () => {
    fc.assert(
      fc.property(shapes, markets, (shape, market) => {
        const at = (spread: number) =>
          value(legPresentValue(leg(shape, 'receive', termRate(spread)), market));
        isNear(at(0.03) - at(0.01), 2 * (at(0.02) - at(0.01)));
      }),
      RUNS,
    );
  });

  it('SWAP-14, SWAP-15: key-rate sensitivities add up to the parallel one', () => {
    fc.assert(
      fc.property(shapes, markets, (shape, market) => {
        const worth = (moved: PricingMarket) => swapPresentValue(swap(shape), moved);
        const parallel = value(parallelDv01(worth, market));
        const parts = value(keyRateDv01(worth, market));
        isNear(
          parts.reduce((sum, part) => sum + part, 0),
          parallel,
          1e-6 * (1 + Math.abs(parallel)),
        );
        // first-order: one basis point on all curves at once
        const measures = value(valueSwap(swap(shape), market)).measures;
        expect(measures.find(({ id }) => id === 'dv01')?.value).toBe(parallel);
        expect(measures.filter(({ id }) => id.startsWith('key-rate'))).toHaveLength(
          KEY_RATE_TENORS.length,
        );
      }),
      { ...RUNS, numRuns: 10 },
    );
  });
});

describe('sensitivity to quotes', () => {
  it('SWAP-16: curves are built again for each quote; here the quotes are the zero rates', () => {
    const shape = { startMonths: 1, periods: 20, rate: 0.03, spread: 0, changeEachPeriod: 0 };
    const quotes = TIMES.map(() => 0.03);
    const build = (moved: readonly number[]) => {
      const built = curve(moved);
      const projection = { 'I-3M': built };
      return ok({ valuationDay, discount: built, projection, fixings: {} });
    };
    const worth = (moved: PricingMarket) => swapPresentValue(swap(shape), moved);
    const { byQuote, parallel } = value(quoteDv01(worth, quotes, build));
    const up = value(worth(value(build(quotes.map((quote) => quote + 0.0001)))));
    const down = value(worth(value(build(quotes.map((quote) => quote - 0.0001)))));
    expect(parallel).toBeCloseTo((up - down) / 2, 12);
    isNear(
      byQuote.reduce((sum, part) => sum + part, 0),
      parallel,
      1e-7,
    );
    // a swap of five years does not know the rates beyond ten
    expect(itemAt(byQuote, TIMES.indexOf(20))).toBe(0);
    expect(itemAt(byQuote, TIMES.indexOf(5))).toBeGreaterThan(0.03);
  });
});
