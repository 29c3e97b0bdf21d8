export * from './bootstrap.js';
export { type BootstrapTerms, bootstrapCurve } from './bootstrap-curve.js';
export * from './compounding.js';
export * from './curve.js';
export * from './curve-convention.js';
export * from './curve-from-nodes.js';
export * from './curve-from-quotes.js';
export * from './curve-instrument.js';
export * from './curve-quote.js';
export { CURVE_INTERPOLATIONS } from './curve-shape.js';
export {
  type CurveExtrapolation,
  type CurveInterpolation,
  curveTime,
  type DatedCurve,
  discountAtTime,
  discountOnDay,
  instantaneousForward,
  logDiscountAtTime,
  simpleForward,
  type ZeroRateShift,
  zeroRateOnDay,
} from './dated-curve.js';
export * from './flat-curve.js';
export * from './par-curve.js';
export { readCurveQuote } from './parse-curve-quote.js';
export { readCurveQuotes, readDatedCurve } from './parse-dated-curve.js';
export { resolveQuote } from './resolve-quote.js';
export * from './shifted-curve.js';
export * from './vintage/overnight-rate.js';
export * from './vintage/treasury-par.js';
export * from './vintage/vintage-table.js';
export * from './vintage/zero-rate-table.js';
