export * from './bond/index.js';
export * from './pass-through/index.js';
export {
  type PricingMarket,
  projectionCurve,
  publishedFixing,
  shiftedMarket,
} from './pricing-market.js';
export type { InstrumentMeasure, Valuation, ValuedFlow, ValueUnit } from './valuation.js';
