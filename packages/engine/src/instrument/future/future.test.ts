import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  dayFromIso,
  type Issue,
  isoFromDay,
  type Read,
  type Result,
} from '../../foundation/index.js';
import {
  CONTINUOUS_365,
  curveFromDiscounts,
  flatCurve,
  simpleForward,
} from '../../market/index.js';
import type { PricingMarket } from '../pricing-market.js';
import { swapPresentValue, TERM_INDICES } from '../swap/index.js';
import type { Valuation } from '../valuation.js';
import { conversionFactor, type TreasuryContract } from './conversion-factor.js';
import {
  readSofrFuture,
  readSwapFuture,
  readTermRateFuture,
  readTreasuryFuture,
} from './parse-future.js';
import {
  futurePrice,
  overnightFutureRate,
  sofrFuturePeriod,
  termFuturePeriod,
  valueOvernightFuture,
  valueTermRateFuture,
} from './rate-future.js';
import { swapFuturePrice, valueSwapFuture } from './swap-future.js';
import { cheapestToDeliver, deliveries, valueTreasuryFuture } from './treasury-future.js';

interface SofrCase {
  readonly contract: '1M' | '3M';
  readonly deliveryMonth: string;
  readonly start: string;
  readonly end: string;
  readonly convexityAdjustment: number;
  readonly price: number;
}

interface Vectors {
  readonly valuationDate: string;
  readonly sofr: {
    readonly nodes: readonly (readonly [iso: string, discount: number])[];
    readonly fixings: Readonly<Record<string, number>>;
    readonly cases: readonly SofrCase[];
  };
  readonly factors: readonly {
    readonly contract: TreasuryContract;
    readonly couponRate: number;
    readonly maturity: string;
    readonly deliveryMonth: string;
    readonly factor: number;
  }[];
  readonly basket: {
    readonly settlementDate: string;
    readonly deliveryDate: string;
    readonly futuresPrice: number;
    readonly financingRate: number;
    readonly notes: readonly {
      readonly id: string;
      readonly couponRate: number;
      readonly maturityDate: string;
      readonly cleanPrice: number;
      readonly conversionFactor: number;
      readonly invoicePrice: number;
      readonly impliedRepoRate: number;
      readonly netBasis: number;
      readonly futureDv01: number;
    }[];
  };
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../../tools/vectors/futures.json', import.meta.url), 'utf8'),
);

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

const day = (iso: string): number => value(dayFromIso(iso));

function parsed<T>(door: Read<T>, json: unknown): T {
  const issues: Issue[] = [];
  const found = door(json, '', issues);
  if (found === undefined) throw new Error(issues.map(({ message }) => message).join('\n'));
  return found;
}

const measure = ({ measures }: Valuation, id: string): number =>
  measures.find((one) => one.id === id)?.value ?? Number.NaN;

const valuationDay = day(vectors.valuationDate);
const sofrCurve = value(
  curveFromDiscounts({
    referenceDay: valuationDay,
    dayCount: 'ACT/365F',
    interpolation: 'log-linear-discount',
    days: vectors.sofr.nodes.map(([iso]) => day(iso)),
    discounts: vectors.sofr.nodes.map(([, discount]) => discount),
  }),
);
const fixings = new Map(Object.entries(vectors.sofr.fixings).map(([iso, r]) => [day(iso), r]));
const market: PricingMarket = {
  valuationDay,
  discount: sofrCurve,
  projection: { 'USD-SOFR': sofrCurve, 'USD-TERM-SOFR-3M': sofrCurve },
  fixings: { 'USD-SOFR': fixings },
};

const sofrFuture = (one: Pick<SofrCase, 'contract' | 'deliveryMonth'>, convexity = 0) =>
  parsed(readSofrFuture, {
    instrument: 'sofr-future',
    index: 'USD-SOFR',
    contract: one.contract,
    deliveryMonth: one.deliveryMonth,
    contracts: 10,
    tradePrice: 95,
    convexityAdjustment: convexity,
  });

describe('SOFR futures', () => {
  it.each(vectors.sofr.cases)('FUTURE-1, FUTURE-2, FUTURE-3: $contract $deliveryMonth', (one) => {
    const future = sofrFuture(one, one.convexityAdjustment);
    expect([isoFromDay(future.startDay), isoFromDay(future.endDay)]).toEqual([one.start, one.end]);
    const found = value(valueOvernightFuture(future, market));
    expect(Math.abs(measure(found, 'price') - one.price)).toBeLessThan(1e-9);
  });

  it('FUTURE-1: a month is the calendar month, a quarter runs between third Wednesdays', () => {
    const period = (contract: '1M' | '3M', month: number) => {
      const { startDay, endDay } = sofrFuturePeriod(contract, 2024, month);
      return [isoFromDay(startDay), isoFromDay(endDay)];
    };
    expect(period('1M', 2)).toEqual(['2024-02-01', '2024-03-01']);
    expect(period('3M', 12)).toEqual(['2024-12-18', '2025-03-19']);
  });

  it('FUTURE-2: published nights are realised: 5 per cent leaves nothing to forecast', () => {
    const flat = new Map<number, number>();
    for (let at = day('2023-09-20'); at < day('2023-12-20'); at += 1) flat.set(at, 0.05);
    const past = { ...market, fixings: { 'USD-SOFR': flat } };
    const future = sofrFuture({ contract: '1M', deliveryMonth: '2023-11' });
    expect(value(overnightFutureRate(future, past))).toBeCloseTo(0.05, 14);
    expect(measure(value(valueOvernightFuture(future, past)), 'dv01')).toBe(0);
  });

  it('FUTURE-4: ten contracts bought at 95, one basis point is 25 or 41.67 dollars', () => {
    const quarter = value(
      valueOvernightFuture(sofrFuture({ contract: '3M', deliveryMonth: '2024-06' }), market),
    );
    expect(measure(quarter, 'present-value')).toBeCloseTo(
      10 * 2500 * (measure(quarter, 'price') - 95),
      6,
    );
    // a zero rate is continuous on 365 days, the future on 360 and grown over the quarter
    expect(measure(quarter, 'dv01') / (-10 * 25)).toBeCloseTo(1, 1);
    const month = value(
      valueOvernightFuture(sofrFuture({ contract: '1M', deliveryMonth: '2024-06' }), market),
    );
    expect(measure(month, 'dv01') / (-10 * 41.67)).toBeCloseTo(1, 1);
  });

  it('FUTURE-3, FUTURE-4: a future on a term rate is 100 less its forward rate', () => {
    const future = parsed(readTermRateFuture, {
      instrument: 'term-rate-future',
      index: 'USD-TERM-SOFR-3M',
      fixingDate: '2024-06-17',
      pointValue: 2500,
      contracts: -2,
      tradePrice: 95,
      convexityAdjustment: 0.0001,
    });
    const { startDay, endDay } = termFuturePeriod(future);
    expect([isoFromDay(startDay), isoFromDay(endDay)]).toEqual(['2024-06-20', '2024-09-20']);
    const rate = simpleForward(sofrCurve, startDay, endDay, 'ACT/360');
    const found = value(valueTermRateFuture(future, market));
    expect(measure(found, 'price')).toBeCloseTo(100 - 100 * rate - 0.01, 12);
    expect(futurePrice(0.0256, 0.1)).toBeCloseTo(100 * (1 - 0.1256), 12);
    expect(TERM_INDICES.map(({ id }) => id)).toContain('USD-TERM-SOFR-3M');
  });
});

describe('Treasury futures', () => {
  it.each(vectors.factors)('FUTURE-5: $contract, $couponRate of $maturity', (one) => {
    const [deliveryYear = 0, deliveryMonth = 0] = one.deliveryMonth.split('-').map(Number);
    const { contract, couponRate } = one;
    const maturityDay = day(one.maturity);
    const terms = { contract, couponRate, maturityDay, deliveryYear, deliveryMonth };
    expect(conversionFactor(terms)).toBe(one.factor);
  });

  const { notes, ...basket } = vectors.basket;
  const json = {
    instrument: 'treasury-future',
    contract: 'ZN',
    deliveryMonth: '2024-03',
    contracts: 5,
    tradePrice: 111,
    ...basket,
    basket: notes.map(({ id, couponRate, maturityDate, cleanPrice }) => ({
      id,
      couponRate,
      maturityDate,
      cleanPrice,
    })),
  };
  const future = parsed(readTreasuryFuture, json);

  it.each(notes)('FUTURE-6: invoice price, implied repo rate and net basis of note $id', (note) => {
    const found = value(deliveries(future)).find((one) => one.note.id === note.id);
    expect(found?.conversionFactor).toBe(note.conversionFactor);
    expect(found?.invoicePrice).toBeCloseTo(note.invoicePrice, 10);
    expect(found?.impliedRepoRate).toBeCloseTo(note.impliedRepoRate, 11);
    expect(found?.netBasis).toBeCloseTo(note.netBasis, 10);
  });

  it('FUTURE-7: the cheapest earns the most, at its implied price the financing rate', () => {
    const found = value(deliveries(future));
    expect(cheapestToDeliver(found).note.id).toBe('A');
    const repriced = { ...future, futuresPrice: found[0]?.impliedFuturesPrice ?? 0 };
    expect(value(deliveries(repriced))[0]?.impliedRepoRate).toBeCloseTo(basket.financingRate, 12);
    expect(measure(value(valueTreasuryFuture(future)), 'present-value')).toBeCloseTo(2500, 9);
  });

  it('FUTURE-8: DV01 is that of the cheapest note over its factor, carried to delivery', () => {
    const dv01 = measure(value(valueTreasuryFuture(future)), 'dv01');
    const expected = notes.find(({ id }) => id === 'A')?.futureDv01 ?? Number.NaN;
    // a point of one contract is 1,000 dollars; five contracts
    expect(dv01 / (5 * 1000 * expected)).toBeCloseTo(1, 8);
    const single = measure(value(valueTreasuryFuture({ ...future, contracts: 1 })), 'dv01');
    expect(dv01).toBeCloseTo(5 * single, 9);
  });

  it('FUTURE-6: a delivery before settlement and a note that has matured are refused', () => {
    const codes = (changes: object) => {
      const found = valueTreasuryFuture(parsed(readTreasuryFuture, { ...json, ...changes }));
      return found.ok ? [] : found.issues.map(({ code }) => code);
    };
    expect(codes({ deliveryDate: '2024-01-17' })).toEqual(['delivery.dates']);
    const matured = [{ id: 'M', couponRate: 0.01, maturityDate: '2024-01-01', cleanPrice: 100 }];
    expect(codes({ basket: matured })).toEqual(['basket.maturity']);
  });
});

describe('swap futures', () => {
  const swap = {
    instrument: 'overnight-index-swap',
    side: 'receive-fixed',
    notional: 100000,
    startDate: '2024-03-20',
    endDate: '2026-03-20',
    fixedRate: 0.04,
    index: 'USD-SOFR',
  };
  const terms = {
    instrument: 'swap-future',
    swap,
    swapNotional: 100000,
    settledAmounts: 0,
    priceAlignment: 0,
    faceUsd: 100000,
    contracts: 3,
    tradePrice: 100,
  };

  it('FUTURE-9: the price is 100 and the value of the swap, on the day the contract says', () => {
    const future = parsed(readSwapFuture, terms);
    const npv = value(swapPresentValue(future.swap, market));
    expect(value(swapFuturePrice(future, market))).toBeCloseTo(100 + npv / 1000, 12);
    expect(measure(value(valueSwapFuture(future, market)), 'present-value')).toBeCloseTo(
      3 * npv,
      6,
    );
    const flat = flatCurve({ referenceDay: valuationDay, rate: 0.04, convention: CONTINUOUS_365 });
    const flatMarket = { ...market, discount: flat, projection: { 'USD-SOFR': flat } };
    const later = parsed(readSwapFuture, { ...terms, deliveryDate: '2024-03-20' });
    const now = value(swapFuturePrice(future, flatMarket)) - 100;
    const then = value(swapFuturePrice(later, flatMarket)) - 100;
    expect(then / now).toBeCloseTo(Math.exp((0.04 * 64) / 365), 12);
    const aligned = parsed(readSwapFuture, { ...terms, settledAmounts: 0.7, priceAlignment: 0.1 });
    const change = value(swapFuturePrice(aligned, market)) - value(swapFuturePrice(future, market));
    expect(change).toBeCloseTo(0.6, 12);
  });

  it('FUTURE-9: issues of the swap inside name its place', () => {
    const issues: Issue[] = [];
    readSwapFuture({ ...terms, swap: { ...swap, index: 'X' } }, '', issues);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['enum /swap/index']);
  });
});
