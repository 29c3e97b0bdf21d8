import { type Issue, issue } from '../../foundation/index.js';
import { bachelierGreeks, bachelierValue } from './bachelier.js';
import { blackGreeks, blackValue } from './black.js';
import type { OptionGreeks, OptionTerms, VolatilityQuote } from './option-terms.js';

/** The undiscounted value by the model of the quoted volatility (rules OPTION-1, OPTION-2). */
export function optionValue(terms: OptionTerms, quote: VolatilityQuote): number {
  const { volatility } = quote;
  return quote.kind === 'normal'
    ? bachelierValue({ ...terms, volatility })
    : blackValue({ ...terms, volatility, shift: quote.shift });
}

/** Value and greeks by the model of the quoted volatility (rule OPTION-3). */
export function optionGreeks(terms: OptionTerms, quote: VolatilityQuote): OptionGreeks {
  const { volatility } = quote;
  return quote.kind === 'normal'
    ? bachelierGreeks({ ...terms, volatility })
    : blackGreeks({ ...terms, volatility, shift: quote.shift });
}

/**
 * What keeps a quote from pricing an option: `option.volatility` (negative or no number),
 * `option.forward` and `option.strike` (not positive after the shift of Black's model).
 */
export function optionIssues(terms: OptionTerms, quote: VolatilityQuote, path: string): Issue[] {
  const found: Issue[] = [];
  if (!(quote.volatility >= 0 && Number.isFinite(quote.volatility))) {
    const got = String(quote.volatility);
    found.push(issue('option.volatility', `${path}/volatility`, 'a number not below 0', got));
  }
  if (quote.kind === 'normal') return found;
  const least = `above ${-quote.shift} for Black volatility, or a normal volatility`;
  if (!(terms.forward + quote.shift > 0)) {
    found.push(issue('option.forward', `${path}/forward`, least, String(terms.forward)));
  }
  if (!(terms.strike + quote.shift >= 0)) {
    found.push(issue('option.strike', `${path}/strike`, least, String(terms.strike)));
  }
  return found;
}
