import { collect, type Result } from '../foundation/index.js';
import { bootstrapCurve } from './bootstrap-curve.js';
import type { CurveTerms } from './curve-from-nodes.js';
import type { CurveQuote } from './curve-quote.js';
import type { DatedCurve } from './dated-curve.js';
import { resolveQuote } from './resolve-quote.js';

/** Market quotes of one day and the curve they are to make. */
export interface QuotedCurve extends CurveTerms {
  /** The day of the quotes; the curve may start later, at settlement (rule CURVE-22). */
  readonly valuationDay: number;
  /** In the order of their maturities. */
  readonly quotes: readonly CurveQuote[];
  /** Observed overnight rates (decimal) by day, for futures under way. */
  readonly fixings?: ReadonlyMap<number, number>;
  /** The curve that discounts, when the quotes make a projection curve (rule CURVE-21). */
  readonly discount?: DatedCurve;
  /** The curve of the other rate of basis swaps (rule CURVE-26). */
  readonly reference?: DatedCurve;
}

/**
 * The curve that reprices every quote. Issues: those of `resolveQuote` and `bootstrapCurve`, each
 * with the path of its quote.
 */
export function curveFromQuotes(terms: QuotedCurve): Result<DatedCurve> {
  const { quotes, valuationDay, fixings, ...curve } = terms;
  const instruments = collect(
    quotes.map((quote, i) => {
      const path = `quotes[${i}]`;
      const observed = fixings === undefined ? {} : { fixings };
      return resolveQuote(quote, { valuationDay, path, ...observed });
    }),
  );
  return instruments.ok
    ? bootstrapCurve({ ...curve, instruments: instruments.value })
    : instruments;
}

/**
 * The quotes with `size` (decimal) added to the rate of each, or of the one at `index`; the price
 * of a future falls by 100 x size (rule CURVE-23).
 */
export function bumpedQuotes(
  quotes: readonly CurveQuote[],
  size: number,
  index?: number,
): readonly CurveQuote[] {
  return quotes.map((quote, i) => {
    if (index !== undefined && i !== index) return quote;
    if (quote.kind === 'future') return { ...quote, price: quote.price - 100 * size };
    return { ...quote, rate: quote.rate + size };
  });
}
