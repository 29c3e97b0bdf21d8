export { bachelierGreeks, bachelierValue } from './bachelier.js';
export { blackGreeks, blackValue } from './black.js';
export { impliedVolatility } from './implied-volatility.js';
export type { OptionGreeks, OptionSide, OptionTerms, VolatilityQuote } from './option-terms.js';
export { optionGreeks, optionIssues, optionValue } from './option-value.js';
