import { log } from '../../foundation/index.js';
import { normalDensity, normalDistribution } from '../../numeric/index.js';
import { LEAST_DEVIATION, type OptionGreeks, type OptionTerms } from './option-terms.js';

interface BlackTerms extends OptionTerms {
  readonly volatility: number;
  /** Added to forward and strike, both of which must then be positive (the strike: not below 0). */
  readonly shift: number;
}

/**
 * The undiscounted value of an option on a lognormal forward plus shift (rule OPTION-1). Throws
 * RangeError where forward plus shift is not positive or strike plus shift is negative.
 */
export function blackValue(terms: BlackTerms): number {
  const { side, forward, strike } = terms;
  const intrinsic = Math.max(0, side === 'call' ? forward - strike : strike - forward);
  const points = distances(terms);
  if (points === undefined) return intrinsic;
  // The side out of the money is computed and parity adds the rest: no digits cancel far out.
  const { f, k, d1, d2 } = points;
  const outside =
    f < k
      ? f * normalDistribution(d1) - k * normalDistribution(d2)
      : k * normalDistribution(-d2) - f * normalDistribution(-d1);
  return intrinsic + Math.max(0, outside);
}

/** Value and greeks of the same option (rule OPTION-3). Throws as `blackValue`. */
export function blackGreeks(terms: BlackTerms): OptionGreeks {
  const value = blackValue(terms);
  const sign = terms.side === 'call' ? 1 : -1;
  const points = distances(terms);
  if (points === undefined) return flatGreeks(terms, value);
  const { f, d1 } = points;
  const density = normalDensity(d1);
  const root = Math.sqrt(terms.years);
  return {
    value,
    delta: sign * normalDistribution(sign * d1),
    gamma: density / (f * terms.volatility * root),
    vega: f * density * root,
    theta: (-f * density * terms.volatility) / (2 * root),
  };
}

/** Without time, volatility or strike the value is intrinsic and a step in the forward. */
function flatGreeks({ side, forward, strike }: OptionTerms, value: number): OptionGreeks {
  const sign = side === 'call' ? 1 : -1;
  const delta = sign * (forward - strike) > 0 ? sign : 0;
  return { value, delta, gamma: 0, vega: 0, theta: 0 };
}

interface Distances {
  readonly f: number;
  readonly k: number;
  readonly d1: number;
  readonly d2: number;
}

/** Shifted forward and strike with d1 and d2; undefined where the value is intrinsic. */
function distances(terms: BlackTerms): Distances | undefined {
  const f = terms.forward + terms.shift;
  const k = terms.strike + terms.shift;
  if (!(f > 0) || !(k >= 0)) {
    throw new RangeError(`Black's formula with forward ${f} and strike ${k} after the shift`);
  }
  const deviation = terms.volatility * Math.sqrt(Math.max(0, terms.years));
  if (!(deviation > LEAST_DEVIATION) || k === 0) return undefined;
  const d1 = log(f / k) / deviation + 0.5 * deviation;
  return { f, k, d1, d2: d1 - deviation };
}
