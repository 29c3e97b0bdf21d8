import { collect, ok, type Result } from '../foundation/index.js';
import { keyRateTent, type ZeroRateShift } from '../market/index.js';
import { type PricingMarket, shiftedMarket } from './pricing-market.js';

/** The value of one instrument on any market. */
export type ValueOn = (market: PricingMarket) => Result<number>;

/** A move of one basis point, as a decimal rate. */
export const ONE_BP = 0.0001;

/** Tenors in years at which key-rate sensitivities are read unless others are asked for. */
export const KEY_RATE_TENORS: readonly number[] = [0.25, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30];

/**
 * Change in value for one basis point more on every continuous zero rate, by central
 * difference (rule SWAP-14).
 */
export function parallelDv01(value: ValueOn, market: PricingMarket): Result<number> {
  return centralChange(value, [shiftedMarket(market, ONE_BP), shiftedMarket(market, -ONE_BP)]);
}

/**
 * Change in value for one basis point more at each key tenor, falling linearly to nothing at its
 * neighbours (rule SWAP-15); the parts add up to the parallel change.
 */
export function keyRateDv01(
  value: ValueOn,
  market: PricingMarket,
  tenors: readonly number[] = KEY_RATE_TENORS,
): Result<number[]> {
  const tent = (at: number, size: number): ZeroRateShift => keyRateTent(tenors, at, size);
  return collect(
    tenors.map((_, at) =>
      centralChange(value, [
        shiftedMarket(market, tent(at, ONE_BP)),
        shiftedMarket(market, tent(at, -ONE_BP)),
      ]),
    ),
  );
}

/** A market built again from its quotes (decimal rates). */
export type MarketFromQuotes = (quotes: readonly number[]) => Result<PricingMarket>;

export interface QuoteSensitivity {
  /** Change in value for one basis point more on each quote alone, in the order of the quotes. */
  readonly byQuote: readonly number[];
  /** The same with all quotes moved together. */
  readonly parallel: number;
}

/**
 * Change in value for one basis point more on market quotes, the curves being built again each
 * time (rule SWAP-16). Issues of building and of valuing are passed on.
 */
export function quoteDv01(
  value: ValueOn,
  quotes: readonly number[],
  build: MarketFromQuotes,
): Result<QuoteSensitivity> {
  const change = (moves: (at: number) => boolean): Result<number> => {
    const bumped = (size: number) => build(quotes.map((q, at) => (moves(at) ? q + size : q)));
    const markets = collect([bumped(ONE_BP), bumped(-ONE_BP)]);
    return markets.ok ? centralChange(value, markets.value) : markets;
  };
  const byQuote = collect(quotes.map((_, at) => change((other) => other === at)));
  if (!byQuote.ok) return byQuote;
  const parallel = change(() => true);
  return parallel.ok ? ok({ byQuote: byQuote.value, parallel: parallel.value }) : parallel;
}

/** Half the difference of the value on the raised and on the lowered market. */
function centralChange(value: ValueOn, markets: readonly PricingMarket[]): Result<number> {
  const values = collect(markets.map(value));
  if (!values.ok) return values;
  const [raised = Number.NaN, lowered = Number.NaN] = values.value;
  return ok((raised - lowered) / 2);
}
