import { collect, fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { curveTime } from '../../market/index.js';
import { type CalibrationTarget, calibrateHullWhite } from '../hull-white/calibration.js';
import type { PricingMarket } from '../pricing-market.js';
import type { VolatilityQuote } from './option-terms.js';
import type { RateVolatility } from './rate-volatility.js';
import { exerciseFlows, type SwaptionTerms, swaptionPresentValue } from './swaption.js';

/** Quoted swaptions that a Hull-White model is to be fitted to (rule HW-6). */
export interface VolatilityQuotes {
  readonly kind: 'hull-white-quotes';
  /** Held where it is given, fitted where not. */
  readonly reversion?: number;
  readonly quotes: readonly {
    readonly swaption: SwaptionTerms;
    readonly volatility: VolatilityQuote;
  }[];
}

/**
 * The volatility to value on: as given, or the model fitted to quoted European swaptions on the
 * curves of the market. Issues: those of pricing the quotes, `calibration.price` for a quote
 * worth nothing, those of the fit.
 */
export function resolveVolatility(
  given: RateVolatility | VolatilityQuotes,
  market: PricingMarket,
): Result<RateVolatility> {
  if (given.kind !== 'hull-white-quotes') return ok(given);
  const targets = collect(
    given.quotes.map(({ swaption, volatility }, index) =>
      targetOf(swaption, { ...market, volatility }, `quotes/${index}`),
    ),
  );
  if (!targets.ok) return targets;
  const fit = calibrateHullWhite(market.discount, targets.value, given.reversion);
  if (!fit.ok) return fit;
  const { reversion, volatility } = fit.value;
  return ok({ kind: 'hull-white', reversion, volatility });
}

function targetOf(
  swaption: SwaptionTerms,
  market: PricingMarket,
  path: string,
): Result<CalibrationTarget> {
  const long: SwaptionTerms = { ...swaption, position: 'long' };
  const price = swaptionPresentValue(long, market);
  if (!price.ok) return price;
  if (!(price.value > 0)) {
    return fail(issue('calibration.price', path, 'a price above zero', String(price.value)));
  }
  const day = itemAt(swaption.exerciseDays, 0);
  const rights =
    swaption.right === 'straddle' ? (['payer', 'receiver'] as const) : [swaption.right];
  const flows = collect(rights.map((right) => exerciseFlows({ ...long, right }, day, market)));
  if (!flows.ok) return flows;
  const years = Math.max(0, curveTime(market.discount, day));
  return ok({ claims: flows.value.map((one) => ({ years, flows: one })), price: price.value });
}
