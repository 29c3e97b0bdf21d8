import {
  addPeriod,
  civilFromDay,
  dayFromCivil,
  ok,
  type Result,
  yearFraction,
} from '../../foundation/index.js';
import { compoundedFuturesConvexity, termFuturesConvexity } from '../hull-white/index.js';
import type { PricingMarket } from '../pricing-market.js';
import { overnightRate } from '../swap/overnight-rate.js';
import type { OvernightIndex, TermIndex } from '../swap/rate-index.js';
import type { OvernightAveraging } from '../swap/swap-terms.js';
import { indexDates, termFixing } from '../swap/term-rate.js';
import { riskMeasures } from '../swap/value-swap.js';
import type { InstrumentMeasure, Valuation } from '../valuation.js';

/** `1M` settles on the average of a calendar month, `3M` on a compounded IMM quarter. */
export type SofrContract = '1M' | '3M';

interface FuturePosition {
  /** Number of contracts, negative when sold. */
  readonly contracts: number;
  /** The price at which they were bought or last settled. */
  readonly tradePrice: number;
  /** What the futures rate stands above the forward rate (rule FUTURE-3). */
  readonly convexityAdjustment: FutureConvexity;
}

/** A decimal rate, or the short-rate dynamics that make it. */
export type FutureConvexity =
  | number
  | { readonly meanReversion: number; readonly volatility: number };

/** A future on an overnight rate over [startDay, endDay). */
export interface OvernightFuture extends FuturePosition {
  readonly contract: SofrContract;
  readonly index: OvernightIndex;
  readonly startDay: number;
  readonly endDay: number;
}

/** A future on one fixing of a term rate, as the Eurodollar contract was. */
export interface TermRateFuture extends FuturePosition {
  readonly index: TermIndex;
  readonly fixingDay: number;
  /** Currency for one full point of price of one contract. */
  readonly pointValue: number;
}

/** USD for one full point of price: 41.67 and 25 a basis point (CME rulebook 461, 460). */
const POINT_VALUE: Readonly<Record<SofrContract, number>> = { '1M': 4167, '3M': 2500 };
const WEDNESDAY = 2;
const PERCENT = 100;

/**
 * First day of the reference period and the day after its last (rule FUTURE-1): the calendar
 * month, or from the third Wednesday of the month to that three months later.
 */
export function sofrFuturePeriod(
  contract: SofrContract,
  year: number,
  month: number,
): { readonly startDay: number; readonly endDay: number } {
  const first = dayFromCivil(year, month, 1);
  const end = addPeriod(first, { count: contract === '1M' ? 1 : 3, unit: 'M' });
  return contract === '1M'
    ? { startDay: first, endDay: end }
    : { startDay: thirdWednesday(first), endDay: thirdWednesday(end) };
}

/** The third Wednesday of the month of a day. */
export function thirdWednesday(day: number): number {
  const { year, month } = civilFromDay(day);
  const first = dayFromCivil(year, month, 1);
  const weekday = (((first + 3) % 7) + 7) % 7;
  return first + ((WEDNESDAY - weekday + 7) % 7) + 14;
}

/** The rate a SOFR future settles on: published nights and the forecast of the rest (FUTURE-2). */
export function overnightFutureRate(
  future: OvernightFuture,
  market: PricingMarket,
): Result<number> {
  const { index, startDay, endDay, contract } = future;
  return overnightRate({ index, startDay, endDay, averaging: AVERAGING[contract] }, market);
}

const NO_LAG = { lookbackDays: 0, observationShift: false, lockoutDays: 0 } as const;
const AVERAGING: Readonly<Record<SofrContract, OvernightAveraging>> = {
  '1M': { method: 'averaged', ...NO_LAG },
  '3M': { method: 'compounded', ...NO_LAG },
};

interface FuturePeriod {
  readonly startDay: number;
  readonly endDay: number;
  readonly isOvernight: boolean;
}

/**
 * The convexity adjustment (decimal) of a future on `forwardRate` over a period, by HW-8 solved for
 * the futures rate: it is c + k (rate) there, so that two calls give both. A period under way
 * counts from the valuation day. Years are ACT/365F.
 */
export function futureConvexity(
  convexity: FutureConvexity,
  forwardRate: number,
  period: FuturePeriod & { readonly valuationDay: number },
): number {
  if (typeof convexity === 'number') return convexity;
  const { meanReversion: reversion, volatility } = convexity;
  const years = (day: number): number =>
    Math.max(0, yearFraction('ACT/365F', period.valuationDay, day));
  const [startYears, endYears] = [years(period.startDay), years(period.endDay)];
  if (endYears <= startYears) return 0;
  const formula = period.isOvernight ? compoundedFuturesConvexity : termFuturesConvexity;
  const atRate = (rate: number): number =>
    formula({ reversion, volatility }, { rate, startYears, endYears });
  const constant = atRate(0);
  const slope = atRate(1) - constant;
  return (constant + slope * forwardRate) / (1 - slope);
}

/** 100 less the futures rate in per cent (rule FUTURE-3). */
export function futurePrice(forwardRate: number, convexityAdjustment: number): number {
  return PERCENT * (1 - forwardRate - convexityAdjustment);
}

/** Price, rate, value against the trade price and DV01 of a SOFR future (FUTURE-1 to FUTURE-4). */
export function valueOvernightFuture(
  future: OvernightFuture,
  market: PricingMarket,
): Result<Valuation> {
  const rate = (moved: PricingMarket): Result<number> => overnightFutureRate(future, moved);
  const { startDay, endDay, contract } = future;
  const period = { startDay, endDay, isOvernight: true };
  return valueFuture({ ...future, pointValue: POINT_VALUE[contract], period, rate }, market);
}

/** The same for a future on a term rate; on its fixing day it settles on the published rate. */
export function valueTermRateFuture(
  future: TermRateFuture,
  market: PricingMarket,
): Result<Valuation> {
  const rate = (moved: PricingMarket): Result<number> =>
    termFixing(future.index, future.fixingDay, moved);
  const period = { ...termFuturePeriod(future), isOvernight: false };
  return valueFuture({ ...future, period, rate }, market);
}

/** The deposit behind a term rate future. */
export function termFuturePeriod(future: TermRateFuture): { startDay: number; endDay: number } {
  const { effectiveDay, maturityDay } = indexDates(future.index, future.fixingDay);
  return { startDay: effectiveDay, endDay: maturityDay };
}

interface PricedFuture extends FuturePosition {
  readonly pointValue: number;
  readonly period: FuturePeriod;
  readonly rate: (market: PricingMarket) => Result<number>;
}

function valueFuture(position: PricedFuture, market: PricingMarket): Result<Valuation> {
  const { rate, pointValue } = position;
  const forward = rate(market);
  if (!forward.ok) return forward;
  const period = { ...position.period, valuationDay: market.valuationDay };
  const adjustment = (forwardRate: number): number =>
    futureConvexity(position.convexityAdjustment, forwardRate, period);
  const worth = (forwardRate: number): number => {
    const price = futurePrice(forwardRate, adjustment(forwardRate));
    return position.contracts * pointValue * (price - position.tradePrice);
  };
  const risk = riskMeasures((moved) => {
    const found = rate(moved);
    return found.ok ? ok(worth(found.value)) : found;
  }, market);
  if (!risk.ok) return risk;
  const convexity = adjustment(forward.value);
  const price = futurePrice(forward.value, convexity);
  const measures: InstrumentMeasure[] = [
    { id: 'present-value', value: worth(forward.value), unit: 'currency' },
    { id: 'price', value: price, unit: 'none', convention: '100 less the rate in per cent' },
    { id: 'forward-rate', value: forward.value, unit: 'decimal rate' },
    { id: 'convexity-adjustment', value: convexity, unit: 'decimal rate' },
    ...risk.value,
  ];
  return ok({ measures, flows: [] });
}
