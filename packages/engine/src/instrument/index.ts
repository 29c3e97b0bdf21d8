export * from './bond/index.js';
export {
  KEY_RATE_TENORS,
  keyRateDv01,
  type MarketFromQuotes,
  ONE_BP,
  parallelDv01,
  type QuoteSensitivity,
  quoteDv01,
  type ValueOn,
} from './curve-risk.js';
export * from './future/index.js';
export * from './hull-white/index.js';
export * from './option/index.js';
export * from './parse-convention.js';
export * from './pass-through/index.js';
export {
  type PricingMarket,
  projectionCurve,
  publishedFixing,
  shiftedMarket,
} from './pricing-market.js';
export * from './swap/index.js';
export type { InstrumentMeasure, Valuation, ValuedFlow, ValueUnit } from './valuation.js';
export { INSTRUMENT_KINDS, type ValuedInstrument, valueInstrument } from './value-instrument.js';
