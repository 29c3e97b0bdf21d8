import { exp, log1p } from '../../foundation/index.js';
import type { TimedFlow } from './flow-years.js';
import type { YieldConvention } from './yield-convention.js';

/** A discount factor with its first and second derivative in the yield. */
export interface DiscountJet {
  readonly value: number;
  readonly first: number;
  readonly second: number;
}

/** D(y), D'(y), D''(y) of each flow, in their order (rules BOND-6, BOND-7 and BOND-9). */
export function yieldDiscounts(
  flows: readonly TimedFlow[],
  convention: YieldConvention,
  rate: number,
): DiscountJet[] {
  const stub = firstStub(flows, convention);
  const isLastPeriod = flows.every((flow) => flow.years <= 1 / convention.frequencyPerYear + 1e-9);
  const isSimple = convention.lastPeriod === 'simple' && isLastPeriod;
  return flows.map(({ years }) => {
    if (isSimple) return simple(rate, years);
    if (stub === undefined) return plain(convention, rate, years);
    const inStub = Math.min(years, stub);
    const rest = compounded(rate, convention.frequencyPerYear, years - inStub);
    return product(simple(rate, inStub), rest);
  });
}

/** Years to the next regular coupon day, where simple interest is asked for until then. */
function firstStub(flows: readonly TimedFlow[], convention: YieldConvention): number | undefined {
  const [next] = flows;
  if (convention.firstPeriod !== 'simple' || next === undefined) return undefined;
  const periods = next.years * convention.frequencyPerYear;
  const whole = Math.max(0, Math.ceil(periods - WHOLE_PERIOD_TOLERANCE) - 1);
  return (periods - whole) / convention.frequencyPerYear;
}

const WHOLE_PERIOD_TOLERANCE = 1e-9;

function plain(convention: YieldConvention, rate: number, years: number): DiscountJet {
  const frequency = convention.frequencyPerYear;
  const isShort = years <= 1 / frequency;
  switch (convention.compounding) {
    case 'simple':
      return simple(rate, years);
    case 'compounded':
      return compounded(rate, frequency, years);
    case 'continuous': {
      const value = exp(-rate * years);
      return { value, first: -years * value, second: years * years * value };
    }
    case 'simple-then-compounded':
      return isShort ? simple(rate, years) : compounded(rate, frequency, years);
    case 'compounded-then-simple':
      return isShort ? compounded(rate, frequency, years) : simple(rate, years);
  }
}

function simple(rate: number, years: number): DiscountJet {
  const value = 1 / (1 + rate * years);
  const first = -years * value * value;
  return { value, first, second: -2 * years * first * value };
}

function compounded(rate: number, frequency: number, years: number): DiscountJet {
  const growth = 1 + rate / frequency;
  const value = exp(-frequency * years * log1p(rate / frequency));
  const first = (-years * value) / growth;
  const second = (years * (frequency * years + 1) * value) / (frequency * growth * growth);
  return { value, first, second };
}

function product(a: DiscountJet, b: DiscountJet): DiscountJet {
  return {
    value: a.value * b.value,
    first: a.first * b.value + a.value * b.first,
    second: a.second * b.value + 2 * a.first * b.first + a.value * b.second,
  };
}
