import {
  addBusinessDays,
  adjustDay,
  collect,
  itemAt,
  log,
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
import type { OvernightIndex } from './rate-index.js';
import type { OvernightAveraging } from './swap-terms.js';
import { forwardOver, missingFixing } from './term-rate.js';

/** A stretch of calendar days over which one overnight rate counts. */
interface Night {
  readonly fixingDay: number;
  readonly from: number;
  readonly to: number;
}

interface OvernightPeriod {
  readonly index: OvernightIndex;
  readonly startDay: number;
  readonly endDay: number;
  readonly averaging: OvernightAveraging;
}

/**
 * The annual rate (decimal, day count of the index) that overnight rates make over a period:
 * published nights first, forecast from the curve after them (rules SWAP-6, SWAP-7). Nights on
 * days off take the rate of the business day before. Issues: `fixing.missing`, `curve.missing`.
 */
export function overnightRate(period: OvernightPeriod, market: PricingMarket): Result<number> {
  const moved = observationPeriod(period);
  const nights = nightsOf(moved);
  const years = yearFraction(period.index.dayCount, moved.startDay, moved.endDay);
  const isPlain = period.averaging.lockoutDays === 0 && !hasPlainLookback(period);
  const telescopes = isPlain && period.averaging.method !== 'averaged';
  const grown = telescopes
    ? telescoped(moved, nights, market)
    : nightByNight(moved, nights, market);
  if (!grown.ok) return grown;
  const isCompounded = period.averaging.method === 'compounded';
  return ok((isCompounded ? grown.value - 1 : grown.value) / years);
}

const hasPlainLookback = ({ averaging }: OvernightPeriod): boolean =>
  averaging.lookbackDays !== 0 && !averaging.observationShift;

/** With an observation shift the whole period is moved back, weights and all. */
function observationPeriod(period: OvernightPeriod): OvernightPeriod {
  const { lookbackDays, observationShift } = period.averaging;
  if (!observationShift || lookbackDays === 0) return period;
  const { calendar } = period.index;
  return {
    ...period,
    startDay: addBusinessDays(period.startDay, -lookbackDays, calendar),
    endDay: addBusinessDays(period.endDay, -lookbackDays, calendar),
  };
}

function nightsOf(period: OvernightPeriod): Night[] {
  const { startDay, endDay, index, averaging } = period;
  const businessDays: number[] = [];
  let day = adjustDay(startDay, 'Preceding', index.calendar);
  for (; day < endDay; day = addBusinessDays(day, 1, index.calendar)) businessDays.push(day);
  const locked = Math.max(0, businessDays.length - 1 - averaging.lockoutDays);
  const lookback = averaging.observationShift ? 0 : averaging.lookbackDays;
  return businessDays.map((from, at) => ({
    fixingDay: addBusinessDays(
      itemAt(businessDays, Math.min(at, locked)),
      -lookback,
      index.calendar,
    ),
    from: Math.max(from, startDay),
    to: Math.min(businessDays[at + 1] ?? endDay, endDay),
  }));
}

/** Published rates one by one, the rest as a ratio of two discount factors. */
function telescoped(
  period: OvernightPeriod,
  nights: readonly Night[],
  market: PricingMarket,
): Result<number> {
  const { index, endDay } = period;
  const isCompounded = period.averaging.method === 'compounded';
  let grown = isCompounded ? 1 : 0;
  for (const night of nights) {
    const known = knownRate(index, night.fixingDay, market);
    if (!known.ok) return known;
    if (known.value === undefined) {
      const curve = projectionCurve(market, index.id);
      if (!curve.ok) return curve;
      const path = `projection/${index.id}`;
      const ends = collect([night.from, endDay].map((day) => discountOf(curve.value, day, path)));
      if (!ends.ok) return ends;
      const growth = itemAt(ends.value, 0) / itemAt(ends.value, 1);
      return ok(isCompounded ? grown * growth : grown + log(growth));
    }
    grown = addNight(grown, known.value * nightYears(index, night), isCompounded);
  }
  return ok(grown);
}

function nightByNight(
  period: OvernightPeriod,
  nights: readonly Night[],
  market: PricingMarket,
): Result<number> {
  const { index } = period;
  const isCompounded = period.averaging.method === 'compounded';
  let grown = isCompounded ? 1 : 0;
  for (const night of nights) {
    const rate = nightRate(index, night, market);
    if (!rate.ok) return rate;
    grown = addNight(grown, rate.value * nightYears(index, night), isCompounded);
  }
  return ok(grown);
}

const addNight = (grown: number, interest: number, isCompounded: boolean): number =>
  isCompounded ? grown * (1 + interest) : grown + interest;

const nightYears = (index: OvernightIndex, night: Night): number =>
  yearFraction(index.dayCount, night.from, night.to);

function nightRate(index: OvernightIndex, night: Night, market: PricingMarket): Result<number> {
  const known = knownRate(index, night.fixingDay, market);
  if (!known.ok) return known;
  if (known.value !== undefined) return ok(known.value);
  const curve = projectionCurve(market, index.id);
  return curve.ok ? overnightForward(index, night.fixingDay, curve.value) : curve;
}

function overnightForward(
  index: OvernightIndex,
  fixingDay: number,
  curve: DatedCurve,
): Result<number> {
  const nextDay = addBusinessDays(fixingDay, 1, index.calendar);
  return forwardOver(curve, { index, startDay: fixingDay, endDay: nextDay });
}

/**
 * The rate of one night when it is published by the valuation day. A rate published on the
 * valuation day itself may be missing as long as the curve reaches back to its night.
 */
function knownRate(
  index: OvernightIndex,
  fixingDay: number,
  market: PricingMarket,
): Result<number | undefined> {
  const publicationDay = addBusinessDays(fixingDay, index.publicationLagDays, index.calendar);
  if (publicationDay > market.valuationDay) return ok(undefined);
  const known = publishedFixing(market, index.id, fixingDay);
  if (known !== undefined) return ok(known);
  const curve = projectionCurve(market, index.id);
  if (!curve.ok) return curve;
  const isForecast =
    publicationDay === market.valuationDay && fixingDay >= curve.value.referenceDay;
  return isForecast ? ok(undefined) : missingFixing(index.id, fixingDay);
}
