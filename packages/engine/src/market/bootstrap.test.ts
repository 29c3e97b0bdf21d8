import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapParCurve } from './bootstrap.js';
import { forwardMonthly, monthlyDiscount, parRate, type ZeroCurve } from './curve.js';
import type { ParCurve, ParQuote } from './par-curve.js';

const TENORS_MONTHS = [1, 3, 6, 12, 24, 36, 60, 84, 120, 240, 360];

/** US Treasury par yield curve rates, per cent, as published for the three days. */
const DAYS: readonly [string, readonly number[]][] = [
  ['2020-12-31', [0.08, 0.09, 0.09, 0.1, 0.13, 0.17, 0.36, 0.65, 0.93, 1.45, 1.65]],
  ['2021-12-31', [0.06, 0.06, 0.19, 0.39, 0.73, 0.97, 1.26, 1.44, 1.52, 1.94, 1.9]],
  ['2022-12-30', [4.12, 4.42, 4.76, 4.73, 4.41, 4.22, 3.99, 3.96, 3.88, 4.14, 3.97]],
];

function parCurve(quotes: readonly ParQuote[], dateIso = '2022-12-30'): ParCurve {
  return { id: 'ust', dateIso, convention: 'us-treasury-par', quotes, source: 'test' };
}

function treasuryCurve(dateIso: string, percents: readonly number[]): ParCurve {
  const quotes = TENORS_MONTHS.map((tenorMonths, index) => ({
    tenorMonths,
    rate: (percents[index] ?? Number.NaN) / 100,
  }));
  return parCurve(quotes, dateIso);
}

function solved(curve: ParCurve): ZeroCurve {
  const zero = bootstrapParCurve(curve);
  if (!zero.ok) throw new Error(zero.issues.map((one) => one.message).join('; '));
  return zero.value;
}

/**
 * The price of 1 of face by the definition of the quote, with its own reading of the curve and
 * the platform's Math.exp: coupons of y/2 at 6, 12, … months and the face at maturity; up to
 * 6 months one payment of 1 + y t.
 */
function price({ nodesMonths, logDiscount }: ZeroCurve, { tenorMonths, rate }: ParQuote): number {
  const discount = (months: number): number => {
    const xs = [0, ...nodesMonths];
    const ys = [0, ...logDiscount];
    const i = xs.findIndex((node) => node >= months);
    const [x1 = 0, x0 = 0, y1 = 0, y0 = 0] = [xs[i], xs[i - 1], ys[i], ys[i - 1]];
    return Math.exp(i === 0 ? 0 : (y0 * (x1 - months) + y1 * (months - x0)) / (x1 - x0));
  };
  if (tenorMonths <= 6) return (1 + (rate * tenorMonths) / 12) * discount(tenorMonths);
  let value = discount(tenorMonths);
  for (let months = 6; months <= tenorMonths; months += 6) value += (rate / 2) * discount(months);
  return value;
}

function codes(quotes: readonly ParQuote[]): string[] {
  const zero = bootstrapParCurve(parCurve(quotes));
  return zero.ok ? [] : zero.issues.map((one) => `${one.code} at ${one.path}`);
}

describe('bootstrap of par yields', () => {
  it.each(DAYS)('CURVE-1: every quote of %s reprices to par within 1e-10', (date, percents) => {
    const curve = treasuryCurve(date, percents);
    const zero = solved(curve);
    expect([...zero.nodesMonths]).toEqual(TENORS_MONTHS);
    for (const quote of curve.quotes) {
      expect(Math.abs(price(zero, quote) - 1), `${quote.tenorMonths} months`).toBeLessThan(1e-10);
    }
  });

  it('CURVE-1: one year at 4% after six months at 3%, by hand', () => {
    const zero = solved(parCurve([quote(6, 0.03), quote(12, 0.04)]));
    const discount = monthlyDiscount(zero, 12);
    expect(discount[6]).toBeCloseTo(1 / 1.015, 14);
    // 0.02 / 1.015 + 1.02 d = 1
    expect(discount[12]).toBeCloseTo((1 - 0.02 / 1.015) / 1.02, 14);
  });

  it('CURVE-2: with a missing 18 months the forward is constant over its year', () => {
    const zero = solved(parCurve([quote(6, 0.03), quote(12, 0.04), quote(24, 0.045)]));
    const forwards = forwardMonthly(zero, 24);
    for (let month = 13; month < 24; month += 1) {
      expect(forwards[month]).toBeCloseTo(forwards[12] ?? Number.NaN, 13);
    }
  });

  it('CURVE-1: par rates read from the curve are the quotes of any solvable curve', () => {
    const rate = fc.double({ min: 0.0005, max: 0.12, noNaN: true });
    fc.assert(
      fc.property(
        rate,
        fc.array(fc.double({ min: -0.002, max: 0.002, noNaN: true }), {
          minLength: TENORS_MONTHS.length,
          maxLength: TENORS_MONTHS.length,
        }),
        (level, bumps) => {
          const quotes = TENORS_MONTHS.map((months, i) => quote(months, level + (bumps[i] ?? 0)));
          const discount = monthlyDiscount(solved(parCurve(quotes)), 360);
          for (const one of quotes) {
            expect(parRate(discount, 0, one.tenorMonths)).toBeCloseTo(one.rate, 11);
          }
        },
      ),
      { seed: 20221230, numRuns: 100 },
    );
  });

  it('CURVE-1: negative yields are allowed and give discount factors above 1', () => {
    const discount = monthlyDiscount(solved(parCurve([quote(6, -0.005), quote(24, -0.004)])), 24);
    expect(discount[6]).toBeCloseTo(1 / 0.9975, 14);
    expect(discount[24]).toBeGreaterThan(1);
  });
});

function quote(tenorMonths: number, rate: number): ParQuote {
  return { tenorMonths, rate };
}

describe('quotes that make no curve', () => {
  it.each<[string, ParQuote[], string[]]>([
    ['none', [], ['curve.too-few-quotes at ust.quotes']],
    ['only one', [quote(12, 0.04)], ['curve.too-few-quotes at ust.quotes']],
    [
      'twice the same tenor',
      [quote(6, 0.04), quote(6, 0.04)],
      ['curve.order at ust.quotes[1].tenorMonths'],
    ],
    ['not sorted', [quote(12, 0.04), quote(6, 0.04)], ['curve.order at ust.quotes[1].tenorMonths']],
    [
      'per cent for decimals',
      [quote(6, 4.76), quote(12, 4.73)],
      ['curve.rate at ust.quotes[0].rate', 'curve.rate at ust.quotes[1].rate'],
    ],
    ['no number', [quote(6, 0.04), quote(12, Number.NaN)], ['curve.rate at ust.quotes[1].rate']],
    [
      'nine months and zero months',
      [quote(0, 0.04), quote(9, 0.04)],
      ['curve.tenor at ust.quotes[0].tenorMonths', 'curve.tenor at ust.quotes[1].tenorMonths'],
    ],
    [
      'coupons before the last year worth more than par',
      [quote(240, 0.02), quote(360, 0.09)],
      ['curve.no-discount at ust.quotes[1]'],
    ],
  ])('CURVE-7: %s', (_name, quotes, expected) => {
    expect(codes(quotes)).toEqual(expected);
  });
});

interface ReferenceCurve {
  readonly id: string;
  readonly inputs: { readonly swaps: readonly { tenor: string; rate: number }[] };
  readonly computed_ql129: {
    readonly LogLinearDiscount: { readonly nodes: readonly { date: string; df: number }[] };
  };
}

const REFERENCE = new URL(
  '../../../../../shared/data/reference/curves_swaps.json',
  import.meta.url,
);
const hasReference = existsSync(REFERENCE);
const skipped = hasReference ? '' : ' (skipped: ../shared/data/reference is absent)';

describe(`a log-linear discount curve of another library${skipped}`, () => {
  it.skipIf(!hasReference)('CURVE-2, CURVE-6: gives back its annual swap quotes to 1 bp', () => {
    const file: { bootstraps: ReferenceCurve[] } = JSON.parse(readFileSync(REFERENCE, 'utf8'));
    const found = file.bootstraps.find((one) => one.id === 'EUR deposits + Euribor6M swaps');
    if (found === undefined) throw new Error('the reference curve is gone');
    const nodes = found.computed_ql129.LogLinearDiscount.nodes.slice(1);
    // Maturities move with weekends: months here are days over the mean month, so 1 bp, not 1e-10.
    const startDay = Date.UTC(2004, 10, 24);
    const zero: ZeroCurve = {
      nodesMonths: Float64Array.from(
        nodes,
        ({ date }) => (((Date.parse(date) - startDay) / 86400000) * 12) / 365.25,
      ),
      logDiscount: Float64Array.from(nodes, ({ df }) => Math.log(df)),
    };
    const discount = monthlyDiscount(zero, 360);
    expect(found.inputs.swaps).toHaveLength(15);
    for (const { tenor, rate } of found.inputs.swaps) {
      const months = 12 * Number(tenor.replace('Y', ''));
      expect(Math.abs(parRate(discount, 0, months, 12) - rate), tenor).toBeLessThan(1e-4);
    }
  });
});
