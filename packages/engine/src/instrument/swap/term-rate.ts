import {
  addBusinessDays,
  adjustDay,
  advanceDay,
  collect,
  type DayCount,
  fail,
  isoFromDay,
  issue,
  itemAt,
  ok,
  type Result,
  yearFraction,
} from '../../foundation/index.js';
import type { DatedCurve } from '../../market/index.js';
import {
  discountOf,
  type PricingMarket,
  projectionCurve,
  publishedFixing,
} from '../pricing-market.js';
import type { AccrualPeriod } from './leg-periods.js';
import type { TermIndex } from './rate-index.js';
import type { StubRate, TermLegRate } from './swap-terms.js';

/** The deposit an index stands for when it is fixed on a day. */
export interface IndexDates {
  readonly effectiveDay: number;
  readonly maturityDay: number;
}

/** First and last day of the deposit behind a fixing (rule SWAP-4). */
export function indexDates(index: TermIndex, fixingDay: number): IndexDates {
  const effectiveDay = addBusinessDays(fixingDay, index.fixingLagDays, index.calendar);
  return { effectiveDay, maturityDay: advanceDay(effectiveDay, index.tenor, index) };
}

/**
 * The rate of a term index for a fixing day: published before the valuation day, published or
 * forecast on it, forecast after it (rule SWAP-4). Issues: `fixing.missing`, `curve.missing`.
 */
export function termFixing(
  index: TermIndex,
  fixingDay: number,
  market: PricingMarket,
): Result<number> {
  const { effectiveDay, maturityDay } = indexDates(index, fixingDay);
  return observedTermRate({ index, fixingDay, effectiveDay, forecastEnd: maturityDay, market });
}

/** One observation of a term index: what it is for and how far a forecast reaches. */
export interface TermObservation {
  readonly index: TermIndex;
  readonly fixingDay: number;
  readonly effectiveDay: number;
  readonly forecastEnd: number;
  readonly market: PricingMarket;
}

/**
 * The published rate of an observation, or the simple forward rate from the deposit's first day
 * to `forecastEnd` (rules SWAP-4, SWAP-5). Issues: `fixing.missing`, `curve.missing`.
 */
export function observedTermRate(observation: TermObservation): Result<number> {
  const { index, fixingDay, market } = observation;
  const known = publishedFixing(market, index.id, fixingDay);
  if (fixingDay < market.valuationDay) {
    return known === undefined ? missingFixing(index.id, fixingDay) : ok(known);
  }
  if (fixingDay === market.valuationDay && known !== undefined) return ok(known);
  const curve = projectionCurve(market, index.id);
  if (!curve.ok) return curve;
  const { effectiveDay, forecastEnd } = observation;
  return forwardOver(curve.value, { index, startDay: effectiveDay, endDay: forecastEnd });
}

interface ForwardPeriod {
  readonly index: { readonly id: string; readonly dayCount: DayCount };
  readonly startDay: number;
  readonly endDay: number;
}

/** Simple forward rate. Issues: `curve.range`, and `forecast.empty` for a period of no length. */
export function forwardOver(
  curve: DatedCurve,
  { index, startDay, endDay }: ForwardPeriod,
): Result<number> {
  const path = `projection/${index.id}`;
  const years = yearFraction(index.dayCount, startDay, endDay);
  if (!(years > 0)) {
    const got = `${isoFromDay(startDay)} to ${isoFromDay(endDay)}`;
    return fail(issue('forecast.empty', path, 'a period of some length', got));
  }
  const ends = collect([discountOf(curve, startDay, path), discountOf(curve, endDay, path)]);
  if (!ends.ok) return ends;
  return ok((itemAt(ends.value, 0) / itemAt(ends.value, 1) - 1) / years);
}

/** The issue of a rate that should have been published by the valuation day. */
export function missingFixing(indexId: string, fixingDay: number): Result<never> {
  const iso = isoFromDay(fixingDay);
  return fail(issue('fixing.missing', `fixings/${indexId}`, `the rate of ${iso}`, 'nothing'));
}

/** The index rate (decimal, without gearing and spread) of one accrual period. */
export function termPeriodRate(
  rate: TermLegRate,
  period: AccrualPeriod,
  market: PricingMarket,
): Result<number> {
  const stub = stubOf(rate, period);
  const anchor = rate.fixing === 'in-advance' ? period.startDay : period.endDay;
  const fixingDay = adjustDay(
    addBusinessDays(anchor, -rate.fixingLagDays, rate.index.calendar),
    'Preceding',
    rate.index.calendar,
  );
  if (stub !== undefined) return stubRate(stub, fixingDay, period, market);
  const { index } = rate;
  const { effectiveDay, maturityDay } = indexDates(index, fixingDay);
  const isOverAccrual = rate.forwardOver === 'accrual-period' && rate.fixing === 'in-advance';
  const forecastEnd = isOverAccrual ? parEnd(rate, period) : maturityDay;
  return observedTermRate({ index, fixingDay, effectiveDay, forecastEnd, market });
}

/** Where the next deposit would begin: the end of the period moved onto a day of the index. */
function parEnd(rate: TermLegRate, period: AccrualPeriod): number {
  const { calendar, fixingLagDays } = rate.index;
  const next = addBusinessDays(period.endDay, -rate.fixingLagDays, calendar);
  return addBusinessDays(next, fixingLagDays, calendar);
}

function stubOf(rate: TermLegRate, period: AccrualPeriod): StubRate | undefined {
  if (period.stub === 'initial') return rate.initialStub;
  return period.stub === 'final' ? rate.finalStub : undefined;
}

function stubRate(
  stub: StubRate,
  fixingDay: number,
  period: AccrualPeriod,
  market: PricingMarket,
): Result<number> {
  if (stub.kind === 'fixed') return ok(stub.rate);
  if (stub.kind === 'index') return termFixing(stub.index, fixingDay, market);
  const rates = collect([
    termFixing(stub.shorter, fixingDay, market),
    termFixing(stub.longer, fixingDay, market),
  ]);
  if (!rates.ok) return rates;
  const shorterEnd = indexDates(stub.shorter, fixingDay).maturityDay;
  const longerEnd = indexDates(stub.longer, fixingDay).maturityDay;
  const weight = (period.endDay - shorterEnd) / (longerEnd - shorterEnd);
  const [shorter, longer] = [itemAt(rates.value, 0), itemAt(rates.value, 1)];
  return ok(shorter + weight * (longer - shorter));
}
