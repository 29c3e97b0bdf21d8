import { fail, isoFromDay, issue, ok, type Result } from '../foundation/index.js';
import {
  curveTime,
  type DatedCurve,
  discountOnDay,
  shiftedCurve,
  type ZeroRateShift,
} from '../market/index.js';
import type { RateVolatility } from './option/rate-volatility.js';

/**
 * What an instrument is valued on. Values are amounts of the reference day of `discount`, which
 * is the valuation day or the settlement day after it (rule SWAP-1). `projection` and `fixings`
 * are by index id; a fixing is a decimal rate by the day it was fixed.
 */
export interface PricingMarket {
  readonly valuationDay: number;
  readonly discount: DatedCurve;
  readonly projection: Readonly<Record<string, DatedCurve>>;
  readonly fixings: Readonly<Record<string, ReadonlyMap<number, number>>>;
  /** How rates move, for what has an option in it. */
  readonly volatility?: RateVolatility;
}

/** The curve that forecasts an index; issue `curve.missing`: no other curve stands in for it. */
export function projectionCurve(market: PricingMarket, indexId: string): Result<DatedCurve> {
  const curve = Object.hasOwn(market.projection, indexId) ? market.projection[indexId] : undefined;
  return curve === undefined
    ? fail(issue('curve.missing', `projection/${indexId}`, `a curve for ${indexId}`, 'nothing'))
    : ok(curve);
}

/**
 * The discount factor of a day. Issue `curve.range` for a day before the curve, or beyond it where
 * it is not to be read there.
 */
export function discountOf(curve: DatedCurve, day: number, path: string): Result<number> {
  const lastTime = curve.times[curve.times.length - 1] ?? Number.POSITIVE_INFINITY;
  const isBeyond = curve.extrapolation === 'none' && curveTime(curve, day) > lastTime;
  if (day >= curve.referenceDay && !isBeyond) return ok(discountOnDay(curve, day));
  const expected = `a curve that reaches ${isoFromDay(day)}`;
  const got = `one from ${isoFromDay(curve.referenceDay)}`;
  return fail(issue('curve.range', path, expected, isBeyond ? `${got} that ends earlier` : got));
}

/** The published rate (decimal) of `indexId` for `fixingDay`, or undefined when there is none. */
export function publishedFixing(
  market: PricingMarket,
  indexId: string,
  fixingDay: number,
): number | undefined {
  return Object.hasOwn(market.fixings, indexId)
    ? market.fixings[indexId]?.get(fixingDay)
    : undefined;
}

/** The market with `shift` added to the continuous zero rates of every curve (rule SWAP-14). */
export function shiftedMarket(market: PricingMarket, shift: number | ZeroRateShift): PricingMarket {
  const projection = Object.fromEntries(
    Object.entries(market.projection).map(([id, curve]) => [id, shiftedCurve(curve, shift)]),
  );
  return { ...market, discount: shiftedCurve(market.discount, shift), projection };
}
