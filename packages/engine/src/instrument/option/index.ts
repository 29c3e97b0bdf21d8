export { bachelierGreeks, bachelierValue } from './bachelier.js';
export { blackGreeks, blackValue } from './black.js';
export {
  type CapFloorTerms,
  capFloorPresentValue,
  capletValues,
  valueCapFloor,
} from './cap-floor.js';
export { impliedVolatility } from './implied-volatility.js';
export type { OptionGreeks, OptionSide, OptionTerms, VolatilityQuote } from './option-terms.js';
export { optionGreeks, optionIssues, optionValue } from './option-value.js';
export { readCap, readCollar, readFloor } from './parse-cap-floor.js';
export { readBermudanSwaption, readEuropeanSwaption } from './parse-swaption.js';
export { readVolatility } from './parse-volatility.js';
export type { HullWhiteVolatility, RateVolatility } from './rate-volatility.js';
export {
  exerciseFlows,
  type SwaptionTerms,
  swaptionPresentValue,
  valueSwaption,
} from './swaption.js';
export { resolveVolatility, type VolatilityQuotes } from './volatility-quotes.js';
