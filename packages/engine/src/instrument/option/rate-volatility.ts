import type { VolatilityQuote } from './option-terms.js';

/** Parameters of the model of Hull and White (rule HW-1). */
export interface HullWhiteVolatility {
  readonly kind: 'hull-white';
  readonly reversion: number;
  readonly volatility: number;
}

/** What is assumed of the moves of rates: a quoted volatility, or a model. */
export type RateVolatility = VolatilityQuote | HullWhiteVolatility;
