import { optionValue, type VolatilityQuote } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { hasReference, reference } from './reference.test-fixture.js';

interface GridCase {
  readonly model: string;
  readonly F: number;
  readonly K: number;
  readonly T: number;
  readonly vol: number;
  readonly shift?: number;
  readonly call: number;
  readonly put: number;
}

interface HullCase {
  readonly id: string;
  readonly inputs: Readonly<Record<string, number | string>>;
  readonly recomputed: number;
}

interface Formulas {
  readonly option_formula_grid: { readonly cases: readonly GridCase[] };
  readonly hull: readonly HullCase[];
}

function quoteOf(one: GridCase): VolatilityQuote {
  if (one.model === 'bachelier') return { kind: 'normal', volatility: one.vol };
  const isBlack = one.model === 'black' || one.model.startsWith('shifted black');
  if (!isBlack) throw new Error(`unknown model ${one.model}`);
  return { kind: 'black', volatility: one.vol, shift: one.shift ?? 0 };
}

/**
 * 1e-10 relative. The file takes the difference of two products in float64, so its far tails hold
 * no digit below some units in the last place of the larger product: that much is allowed too.
 */
function allowance(one: GridCase, expected: number): number {
  const shift = one.shift ?? 0;
  const products = Math.max(Math.abs(one.F + shift), Math.abs(one.K + shift));
  return 1e-10 * Math.abs(expected) + 4 * Number.EPSILON * products;
}

const numberIn = (inputs: HullCase['inputs'], name: string): number => {
  const found = Number(inputs[name]);
  if (!Number.isFinite(found)) throw new Error(`no number ${name} in ${JSON.stringify(inputs)}`);
  return found;
};

const matched = (text: unknown, pattern: RegExp): RegExpExecArray => {
  const found = pattern.exec(String(text));
  if (found === null) throw new Error(`${String(text)} does not match ${pattern}`);
  return found;
};

function hullCaplet(inputs: HullCase['inputs']): number {
  const [, rate, , periods] = matched(
    inputs.curve,
    /flat ([\d.]+)% quarterly compounding, discount (.*)\^-(\d+)/,
  );
  const value = optionValue(
    {
      side: 'call',
      forward: numberIn(inputs, 'forward'),
      strike: numberIn(inputs, 'strike'),
      years: numberIn(inputs, 'expiry'),
    },
    { kind: 'black', volatility: numberIn(inputs, 'vol'), shift: 0 },
  );
  const discount = (1 + Number(rate) / 400) ** -Number(periods);
  return value * numberIn(inputs, 'notional') * numberIn(inputs, 'accrual') * discount;
}

function hullSwaption(inputs: HullCase['inputs']): number {
  const [, percent] = matched(inputs.zeroCurve, /([\d.]+)% continuous flat/);
  const [, length, strike] = matched(inputs.swap, /(\d+)Y semiannual, strike ([\d.]+)%/);
  const expiry = numberIn(inputs, 'expiry');
  const zero = Number(percent) / 100;
  const discounts = Array.from({ length: 2 * Number(length) + 1 }, (_, i) =>
    Math.exp(-zero * (expiry + i / 2)),
  );
  const annuity = discounts.slice(1).reduce((sum, d) => sum + d / 2, 0);
  const forward = ((discounts[0] ?? 0) - (discounts.at(-1) ?? 0)) / annuity;
  const terms = { side: 'call', forward, strike: Number(strike) / 100, years: expiry } as const;
  const quote = { kind: 'black', volatility: numberIn(inputs, 'vol'), shift: 0 } as const;
  return annuity * numberIn(inputs, 'principal') * optionValue(terms, quote);
}

describe.skipIf(!hasReference)('option formulas, reference cases (needs ../shared)', () => {
  const found = hasReference ? reference<Formulas>('rates_formulas.json') : undefined;

  it('OPTION-1, OPTION-2: every point of the grid', () => {
    const cases = found?.option_formula_grid.cases ?? [];
    expect(cases.length).toBeGreaterThan(0);
    for (const one of cases) {
      for (const side of ['call', 'put'] as const) {
        const terms = { side, forward: one.F, strike: one.K, years: one.T };
        const miss = Math.abs(optionValue(terms, quoteOf(one)) - one[side]);
        expect(miss, JSON.stringify(one)).toBeLessThanOrEqual(allowance(one, one[side]));
      }
    }
  });

  it('OPTION-1: the examples of the textbook', () => {
    for (const one of found?.hull ?? []) {
      const value = 'swap' in one.inputs ? hullSwaption(one.inputs) : hullCaplet(one.inputs);
      expect(Math.abs(value / one.recomputed - 1), one.id).toBeLessThan(1e-10);
    }
  });
});
