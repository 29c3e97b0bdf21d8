import { normalDensity, normalDistribution } from '../../numeric/index.js';
import { LEAST_DEVIATION, type OptionGreeks, type OptionTerms } from './option-terms.js';

interface BachelierTerms extends OptionTerms {
  readonly volatility: number;
}

/** The undiscounted value of an option on a normal forward (rule OPTION-2). */
export function bachelierValue(terms: BachelierTerms): number {
  const { side, forward, strike } = terms;
  const intrinsic = Math.max(0, side === 'call' ? forward - strike : strike - forward);
  const deviation = terms.volatility * Math.sqrt(Math.max(0, terms.years));
  if (!(deviation > LEAST_DEVIATION)) return intrinsic;
  // The side out of the money is computed and parity adds the rest: no digits cancel far out.
  const distance = -Math.abs(forward - strike) / deviation;
  const outside = normalDensity(distance) + distance * normalDistribution(distance);
  return intrinsic + deviation * Math.max(0, outside);
}

/** Value and greeks of the same option (rule OPTION-3). */
export function bachelierGreeks(terms: BachelierTerms): OptionGreeks {
  const { side, forward, strike, volatility } = terms;
  const value = bachelierValue(terms);
  const sign = side === 'call' ? 1 : -1;
  const root = Math.sqrt(Math.max(0, terms.years));
  const deviation = volatility * root;
  if (!(deviation > LEAST_DEVIATION)) {
    const delta = sign * (forward - strike) > 0 ? sign : 0;
    return { value, delta, gamma: 0, vega: 0, theta: 0 };
  }
  const distance = (forward - strike) / deviation;
  const density = normalDensity(distance);
  return {
    value,
    delta: sign * normalDistribution(sign * distance),
    gamma: density / deviation,
    vega: density * root,
    theta: (-density * volatility) / (2 * root),
  };
}
