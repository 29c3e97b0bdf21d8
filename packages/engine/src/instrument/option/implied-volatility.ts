import { fail, issue, log, ok, type Result } from '../../foundation/index.js';
import { brent } from '../../numeric/index.js';
import type { OptionTerms, VolatilityQuote } from './option-terms.js';
import { optionIssues, optionValue } from './option-value.js';

const SQRT_TWO_PI = 2.5066282746310002;
/** ln of a value that underflowed: below the ln of the smallest double. */
const LOG_OF_NOTHING = -800;
const RELATIVE_TOLERANCE = 1e-15;
const MAXIMUM_DOUBLINGS = 80;
/** So many deviations out of the money every price is below the smallest double. */
const MOST_DEVIATIONS = 40;

type ModelChoice = { readonly kind: 'normal' } | { readonly kind: 'black'; readonly shift: number };

/**
 * The volatility at which the model gives this undiscounted price (rule OPTION-4).
 * Issues: `option.years` (no time to expiry), `option.price` (outside what the model can give:
 * from intrinsic value up to the forward or the strike for Black, without end for normal).
 */
export function impliedVolatility(
  terms: OptionTerms,
  price: number,
  model: ModelChoice,
): Result<number> {
  if (!(terms.years > 0)) {
    return fail(issue('option.years', 'years', 'time to expiry', String(terms.years)));
  }
  const refused = optionIssues(terms, volatilityQuote(model, 0), 'option');
  if (refused.length > 0) return fail(...refused);
  const sign = terms.side === 'call' ? 1 : -1;
  const intrinsic = Math.max(0, sign * (terms.forward - terms.strike));
  const timeValue = price - intrinsic;
  const outside: OptionTerms = { ...terms, side: terms.forward < terms.strike ? 'call' : 'put' };
  const shift = model.kind === 'black' ? model.shift : 0;
  const most =
    model.kind === 'normal'
      ? Number.POSITIVE_INFINITY
      : Math.min(terms.forward, terms.strike) + shift;
  if (!(timeValue >= 0 && timeValue < most)) {
    const expected = `from ${intrinsic} to below ${intrinsic + most}`;
    return fail(issue('option.price', 'price', expected, String(price)));
  }
  if (timeValue === 0) return ok(0);
  // A time value is at most deviation / sqrt(2 pi), times the shifted forward for Black.
  const scale = model.kind === 'normal' ? 1 : terms.forward + shift;
  const least = Math.max((timeValue * SQRT_TWO_PI) / scale, gap(terms, model) / MOST_DEVIATIONS);
  const start = least / Math.sqrt(terms.years);
  return solve((v) => optionValue(outside, volatilityQuote(model, v)), timeValue, start);
}

function volatilityQuote(model: ModelChoice, volatility: number): VolatilityQuote {
  return { ...model, volatility };
}

/** How far the forward stands from the strike in the units of the model's deviation. */
function gap(terms: OptionTerms, model: ModelChoice): number {
  if (model.kind === 'normal') return Math.abs(terms.forward - terms.strike);
  return Math.abs(log((terms.forward + model.shift) / (terms.strike + model.shift)));
}

/** By logarithms, so that a price far out of the money keeps its relative precision. */
function solve(
  value: (volatility: number) => number,
  target: number,
  start: number,
): Result<number> {
  const targetLog = log(target);
  const miss = (volatility: number): number => {
    const found = value(volatility);
    return (found > 0 ? Math.max(LOG_OF_NOTHING, log(found)) : LOG_OF_NOTHING) - targetLog;
  };
  let low = 0.5 * start;
  let high = start;
  for (let count = 0; count < MAXIMUM_DOUBLINGS && miss(high) < 0; count += 1) {
    low = high;
    high *= 2;
  }
  return brent(miss, low, high, RELATIVE_TOLERANCE * high);
}
