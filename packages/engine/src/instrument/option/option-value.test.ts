import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionVectors } from '../hull-white/option-vectors.test-fixture.js';
import { impliedVolatility } from './implied-volatility.js';
import type { OptionGreeks, OptionTerms, VolatilityQuote } from './option-terms.js';
import { optionGreeks, optionIssues, optionValue } from './option-value.js';

const rate = fc.double({ min: -0.01, max: 0.1, noNaN: true });
const years = fc.double({ min: 0.05, max: 30, noNaN: true });
const side = fc.constantFrom('call' as const, 'put' as const);
const terms = fc.record({ side, forward: rate, strike: rate, years });
const quote: fc.Arbitrary<VolatilityQuote> = fc.oneof(
  fc.record({
    kind: fc.constant('normal' as const),
    volatility: fc.double({ min: 1e-4, max: 0.03, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('black' as const),
    volatility: fc.double({ min: 0.02, max: 1, noNaN: true }),
    shift: fc.constantFrom(0.02, 0.03),
  }),
);
const runs = { seed: 20221230, numRuns: 500 };

describe('options on a forward', () => {
  it('OPTION-1: a caplet of Hull, 7% forward, 8% strike, 20% for a year', () => {
    // d1 = (ln(7/8) + 0.02) / 0.2 = -0.5677; 0.07 N(-0.5677) - 0.08 N(-0.7677) = 0.002251;
    // times 10000 x 0.25 x 1.0175^-5 = 5.162 (Hull, Options, Futures, section on caps).
    const terms = { side: 'call', forward: 0.07, strike: 0.08, years: 1 } as const;
    const value = optionValue(terms, { kind: 'black', volatility: 0.2, shift: 0 });
    expect((value * 2500) / 1.0175 ** 5).toBeCloseTo(5.162, 3);
  });

  it('OPTION-2: at the money it is the deviation over sqrt(2 pi)', () => {
    const terms = { side: 'put', forward: 0.01, strike: 0.01, years: 4 } as const;
    const value = optionValue(terms, { kind: 'normal', volatility: 0.005 });
    expect(value).toBeCloseTo(0.01 / Math.sqrt(2 * Math.PI), 16);
  });

  it('OPTION-1, OPTION-2: values agree with QuantLib', () => {
    for (const { side, forward, strike, years, black, normal } of optionVectors.formulas) {
      const one = { side, forward, strike, years };
      const values = [
        [optionValue(one, { kind: 'black', ...black }), black.value],
        [optionValue(one, { kind: 'normal', ...normal }), normal.value],
      ] as const;
      // QuantLib takes the difference of two products: some units of the larger one are lost.
      for (const [value, expected] of values) {
        expect(Math.abs(value - expected)).toBeLessThan(1e-11 * expected + 1e-16);
      }
    }
  });

  it('OPTION-1, OPTION-2: call less put is forward less strike', () => {
    fc.assert(
      fc.property(terms, quote, (one, volatility) => {
        const call = optionValue({ ...one, side: 'call' }, volatility);
        const put = optionValue({ ...one, side: 'put' }, volatility);
        expect(Math.abs(call - put - (one.forward - one.strike))).toBeLessThan(1e-16);
      }),
      runs,
    );
  });

  it('OPTION-1, OPTION-2: without volatility or time only intrinsic value is left', () => {
    for (const at of [0, 5]) {
      const one = { side: 'call', forward: 0.03, strike: 0.02, years: at } as const;
      expect(optionValue(one, { kind: 'normal', volatility: at === 0 ? 0.01 : 0 })).toBeCloseTo(
        0.01,
        16,
      );
      const black = { kind: 'black', volatility: at === 0 ? 0.2 : 0, shift: 0 } as const;
      expect(optionGreeks(one, black)).toMatchObject({ delta: 1, gamma: 0, vega: 0 });
    }
  });

  it('OPTION-3: the greeks are the slopes of the value', () => {
    fc.assert(
      fc.property(terms, quote, (one, volatility) => {
        const greeks = optionGreeks(one, volatility);
        const slopes = slopesOf(one, volatility);
        for (const key of ['delta', 'gamma', 'vega', 'theta'] as const) {
          const size = Math.abs(greeks[key]) + (key === 'gamma' ? 1 : 1e-3);
          expect(Math.abs(greeks[key] - slopes[key]) / size).toBeLessThan(2e-4);
        }
      }),
      runs,
    );
  });

  it('OPTION-4: the implied volatility gives the price back', () => {
    fc.assert(
      fc.property(terms, quote, (one, volatility) => {
        const price = optionValue(one, volatility);
        const found = impliedVolatility(one, price, volatility);
        if (!found.ok) throw new Error(JSON.stringify(found));
        const again = optionValue(one, { ...volatility, volatility: found.value });
        expect(Math.abs(again - price)).toBeLessThanOrEqual(1e-13 * price + 1e-17);
      }),
      runs,
    );
  });

  it('OPTION-4: far out of the money the volatility itself comes back', () => {
    const one = { side: 'call', forward: 0.01, strike: 0.09, years: 0.5 } as const;
    for (const volatility of [0.004, 0.01, 0.03]) {
      const price = optionValue(one, { kind: 'normal', volatility });
      const found = impliedVolatility(one, price, { kind: 'normal' });
      expect(found.ok && Math.abs(found.value / volatility - 1)).toBeLessThan(1e-12);
    }
  });

  it('OPTION-4: prices no volatility can give are issues', () => {
    const one = { side: 'call', forward: 0.03, strike: 0.02, years: 1 } as const;
    const codes = (price: number, years = 1) => {
      const found = impliedVolatility({ ...one, years }, price, { kind: 'black', shift: 0 });
      return found.ok ? [] : found.issues.map((i) => i.code);
    };
    expect(codes(0.009)).toEqual(['option.price']);
    expect(codes(0.031)).toEqual(['option.price']);
    expect(codes(Number.NaN)).toEqual(['option.price']);
    expect(codes(0.011, 0)).toEqual(['option.years']);
  });

  it('OPTION-5: what Black cannot price is named', () => {
    const one = { side: 'call', forward: -0.01, strike: -0.02, years: 1 } as const;
    const found = optionIssues(one, { kind: 'black', volatility: -1, shift: 0.005 }, '');
    expect(found.map((i) => i.code)).toEqual([
      'option.volatility',
      'option.forward',
      'option.strike',
    ]);
    expect(optionIssues(one, { kind: 'normal', volatility: 0.01 }, '')).toEqual([]);
    expect(() => optionValue(one, { kind: 'black', volatility: 0.2, shift: 0 })).toThrow(
      RangeError,
    );
  });
});

/** Central differences; the second difference needs a wider step than the first. */
function slopesOf(one: OptionTerms, quote: VolatilityQuote): Omit<OptionGreeks, 'value'> {
  const deviation = quote.volatility * Math.sqrt(one.years) * (quote.kind === 'black' ? 0.02 : 1);
  const at = (change: Partial<OptionTerms>, volatility = quote.volatility): number =>
    optionValue({ ...one, ...change }, { ...quote, volatility });
  const h = 1e-4 * deviation;
  const wide = 3e-3 * deviation;
  const v = 1e-4 * quote.volatility;
  const t = 1e-4 * one.years;
  return {
    delta: (at({ forward: one.forward + h }) - at({ forward: one.forward - h })) / (2 * h),
    gamma:
      (at({ forward: one.forward + wide }) - 2 * at({}) + at({ forward: one.forward - wide })) /
      (wide * wide),
    vega: (at({}, quote.volatility + v) - at({}, quote.volatility - v)) / (2 * v),
    theta: -(at({ years: one.years + t }) - at({ years: one.years - t })) / (2 * t),
  };
}
