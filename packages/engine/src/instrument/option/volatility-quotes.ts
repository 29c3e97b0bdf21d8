import { collect, fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { curveTime } from '../../market/index.js';
import { type CalibrationTarget, calibrateHullWhite } from '../hull-white/calibration.js';
import type { PricingMarket } from '../pricing-market.js';
import { type CapFloorTerms, capFloorPresentValue, capletClaims } from './cap-floor.js';
import type { VolatilityQuote } from './option-terms.js';
import type { RateVolatility } from './rate-volatility.js';
import { exerciseFlows, type SwaptionTerms, swaptionPresentValue } from './swaption.js';

/** A European swaption, a cap or a floor with the volatility the market quotes for it. */
export type QuotedOption = { readonly volatility: VolatilityQuote } & (
  | { readonly swaption: SwaptionTerms }
  | { readonly strip: CapFloorTerms & { readonly kind: 'cap' | 'floor' } }
);

/** Quoted options that a Hull-White model is to be fitted to (rule HW-6). */
export interface VolatilityQuotes {
  readonly kind: 'hull-white-quotes';
  /** Held where it is given, fitted where not. */
  readonly reversion?: number;
  readonly quotes: readonly QuotedOption[];
}

/**
 * The volatility to value on: as given, or the model fitted to quoted European swaptions, caps
 * and floors on the curves of the market. Issues: those of pricing the quotes,
 * `calibration.price` for a quote worth nothing, those of the fit.
 */
export function resolveVolatility(
  given: RateVolatility | VolatilityQuotes,
  market: PricingMarket,
): Result<RateVolatility> {
  if (given.kind !== 'hull-white-quotes') return ok(given);
  const targets = collect(
    given.quotes.map((quote, index) => {
      const quoted = { ...market, volatility: quote.volatility };
      const path = `quotes/${index}`;
      return 'swaption' in quote
        ? swaptionTarget(quote.swaption, quoted, path)
        : stripTarget(quote.strip, quoted, path);
    }),
  );
  if (!targets.ok) return targets;
  const fit = calibrateHullWhite(market.discount, targets.value, given.reversion);
  if (!fit.ok) return fit;
  const { reversion, volatility } = fit.value;
  return ok({ kind: 'hull-white', reversion, volatility });
}

/** A price that a relative error can be taken of. */
function positive(price: Result<number>, path: string): Result<number> {
  if (!price.ok || price.value > 0) return price;
  return fail(issue('calibration.price', path, 'a price above zero', String(price.value)));
}

function stripTarget(
  strip: CapFloorTerms & { readonly kind: 'cap' | 'floor' },
  market: PricingMarket,
  path: string,
): Result<CalibrationTarget> {
  const long = { ...strip, position: 'long' } as const;
  const price = positive(capFloorPresentValue(long, market), path);
  if (!price.ok) return price;
  const claims = capletClaims(long, market);
  return claims.ok ? ok({ claims: claims.value, price: price.value }) : claims;
}

function swaptionTarget(
  swaption: SwaptionTerms,
  market: PricingMarket,
  path: string,
): Result<CalibrationTarget> {
  const long: SwaptionTerms = { ...swaption, position: 'long' };
  const price = positive(swaptionPresentValue(long, market), path);
  if (!price.ok) return price;
  const day = itemAt(swaption.exerciseDays, 0);
  const rights =
    swaption.right === 'straddle' ? (['payer', 'receiver'] as const) : [swaption.right];
  const flows = collect(rights.map((right) => exerciseFlows({ ...long, right }, day, market)));
  if (!flows.ok) return flows;
  const years = Math.max(0, curveTime(market.discount, day));
  return ok({ claims: flows.value.map((one) => ({ years, flows: one })), price: price.value });
}
