import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCivil, type Period, parsePeriod, type Result } from '../foundation/index.js';
import {
  DEPOSIT_CONVENTIONS,
  FUTURE_CONVENTIONS,
  IRS_CONVENTIONS,
  OIS_CONVENTIONS,
  PAR_BOND_CONVENTIONS,
} from './curve-convention.js';
import { bumpedQuotes, curveFromQuotes, type QuotedCurve } from './curve-from-quotes.js';
import { annuity, modelRate } from './curve-instrument.js';
import type { CurveQuote } from './curve-quote.js';
import { CURVE_INTERPOLATIONS } from './curve-shape.js';
import {
  type CurveInterpolation,
  type DatedCurve,
  discountOnDay,
  instantaneousForward,
} from './dated-curve.js';
import { flatCurve } from './flat-curve.js';
import { resolveQuote } from './resolve-quote.js';

const DAY = dayFromCivil(2024, 1, 16);
const TENORS = ['1W', '1M', '3M', '6M', '1Y', '2Y', '3Y', '5Y', '7Y', '10Y', '15Y', '20Y', '30Y'];

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('; '));
  return result.value;
}

function codes(result: Result<unknown>): string[] {
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${path}`);
}

function period(text: string): Period {
  return got(parsePeriod(text));
}

function overnight(tenor: string, rate: number): CurveQuote {
  const convention = OIS_CONVENTIONS['usd-sofr-ois'];
  return { kind: 'ois', rate, tenor: period(tenor), convention };
}

function terms(
  quotes: readonly CurveQuote[],
  interpolation: CurveInterpolation = 'log-linear-discount',
): QuotedCurve {
  return { referenceDay: DAY, valuationDay: DAY, dayCount: 'ACT/365F', interpolation, quotes };
}

function largestError(curve: DatedCurve, quotes: readonly CurveQuote[]): number {
  const errors = quotes.map((quote) => {
    const one = got(resolveQuote(quote, { valuationDay: DAY, path: 'quote' }));
    return Math.abs(modelRate(one.terms, { projection: curve, discount: curve }) - one.rate);
  });
  return Math.max(...errors);
}

const rates = fc
  .record({
    level: fc.double({ min: -0.005, max: 0.09, noNaN: true }),
    bumps: fc.array(fc.double({ min: -0.002, max: 0.002, noNaN: true }), {
      minLength: TENORS.length,
      maxLength: TENORS.length,
    }),
  })
  .map(({ level, bumps }) => bumps.map((bump) => level + bump));

describe('bootstrap on dates', () => {
  it.each(CURVE_INTERPOLATIONS.map((one) => [one] as const))(
    'CURVE-21: random overnight swaps come back within 1e-10 by %s',
    (interpolation) => {
      let solved = 0;
      fc.assert(
        fc.property(rates, (quoted) => {
          const quotes = TENORS.map((tenor, i) => overnight(tenor, quoted[i] ?? Number.NaN));
          const curve = curveFromQuotes(terms(quotes, interpolation));
          // A spline of discount factors can pass below zero: then it says so.
          if (!curve.ok) return;
          solved += 1;
          expect(largestError(curve.value, quotes)).toBeLessThan(1e-10);
        }),
        { seed: 20260107, numRuns: 25 },
      );
      expect(solved).toBeGreaterThanOrEqual(24);
    },
  );

  it('CURVE-16: a deposit of 90 days at 4%', () => {
    const quote: CurveQuote = {
      kind: 'deposit',
      rate: 0.04,
      tenor: { count: 3, unit: 'M' },
      convention: DEPOSIT_CONVENTIONS['usd-deposit'],
    };
    const one = got(resolveQuote(quote, { valuationDay: DAY, path: 'quote' }));
    // 2024-01-16 and two business days, then three months: 91 days.
    expect(one.terms).toEqual({
      kind: 'forward',
      startDay: dayFromCivil(2024, 1, 18),
      endDay: dayFromCivil(2024, 4, 18),
      years: 91 / 360,
    });
    const curve = got(curveFromQuotes(terms([quote])));
    const [start, end] = [dayFromCivil(2024, 1, 18), dayFromCivil(2024, 4, 18)];
    const growth = discountOnDay(curve, start) / discountOnDay(curve, end);
    expect(growth).toBeCloseTo(1 + (0.04 * 91) / 360, 14);
  });

  it('CURVE-16: a deposit of a closed day starts two business days after the next open one', () => {
    const quote: CurveQuote = {
      kind: 'deposit',
      rate: 0.04,
      tenor: period('1W'),
      convention: DEPOSIT_CONVENTIONS['usd-deposit'],
    };
    // Saturday; Monday is Martin Luther King's day: Tuesday the 16th and two days.
    const valuationDay = dayFromCivil(2024, 1, 13);
    const one = got(resolveQuote(quote, { valuationDay, path: 'quote' }));
    expect(one.terms).toMatchObject({ startDay: dayFromCivil(2024, 1, 18) });
  });

  it('CURVE-17: an overnight swap from the last business day of a month ends on one', () => {
    const valuationDay = dayFromCivil(2024, 2, 27);
    const one = got(resolveQuote(overnight('2M', 0.05), { valuationDay, path: 'quote' }));
    const days = [dayFromCivil(2024, 2, 29), dayFromCivil(2024, 4, 30)];
    expect(one.terms.kind === 'swap' && one.terms.floating.map((leg) => leg.days)).toEqual([days]);
    const early = resolveQuote(overnight('2M', 0.05), {
      valuationDay: valuationDay - 1,
      path: 'quote',
    });
    expect(got(early).terms).toMatchObject({
      floating: [{ days: [dayFromCivil(2024, 2, 28), dayFromCivil(2024, 4, 29)] }],
    });
  });

  it('CURVE-18: a dual curve keeps its discount curve and reprices its swaps', () => {
    const convention = {
      compounding: 'continuous',
      frequencyPerYear: 0,
      dayCount: 'ACT/365F',
    } as const;
    const discount = flatCurve({ referenceDay: DAY, rate: 0.02, convention });
    const quotes = ['1Y', '5Y', '10Y', '30Y'].map(
      (tenor, i): CurveQuote => ({
        kind: 'irs',
        rate: 0.03 + 0.001 * i,
        tenor: period(tenor),
        convention: IRS_CONVENTIONS['eur-euribor-6m'],
      }),
    );
    const projection = got(curveFromQuotes({ ...terms(quotes, 'natural-cubic-zero'), discount }));
    for (const quote of quotes) {
      const one = got(resolveQuote(quote, { valuationDay: DAY, path: 'quote' }));
      const rate = modelRate(one.terms, { projection, discount });
      expect(Math.abs(rate - one.rate)).toBeLessThan(1e-10);
    }
    const single = got(curveFromQuotes(terms(quotes, 'natural-cubic-zero')));
    const end = DAY + 3000;
    expect(Math.abs(discountOnDay(single, end) - discountOnDay(projection, end))).toBeGreaterThan(
      1e-6,
    );
  });

  it('CURVE-19: one month half observed, by hand', () => {
    const [start, end] = [dayFromCivil(2024, 1, 1), dayFromCivil(2024, 2, 1)];
    const calendarDays = Array.from({ length: 16 }, (_, i) => start - 3 + i);
    const fixings = new Map<number, number>(calendarDays.map((day) => [day, 0.053]));
    fixings.set(dayFromCivil(2024, 1, 12), 0.06);
    const quote: CurveQuote = {
      kind: 'future',
      price: 94.65,
      convexity: 0.0005,
      startDay: start,
      endDay: end,
      convention: FUTURE_CONVENTIONS['usd-sofr-1m'],
    };
    const one = got(resolveQuote(quote, { valuationDay: DAY, path: 'quote', fixings }));
    expect(one.rate).toBeCloseTo(0.053, 14);
    // 1 January (at the rate of 29 December) to 11 January: 11 days at 5.3%; the 12th, a Friday
    // before Martin Luther King's day, counts four days at 6%; the rest is to come.
    expect(one.terms.kind === 'overnight-future' && one.terms.known).toBeCloseTo(
      (11 * 0.053 + 4 * 0.06) / 360,
      14,
    );
    const curve = got(curveFromQuotes({ ...terms([quote]), fixings }));
    const missing = (0.053 * 31 - 11 * 0.053 - 4 * 0.06) / 16;
    expect(instantaneousForward(curve, 0.01)).toBeCloseTo((missing * 365) / 360, 4);
    const none = resolveQuote(quote, { valuationDay: DAY, path: 'quote' });
    expect(codes(none)[0]).toBe('curve.fixing at quote.fixings');
    const over = resolveQuote(quote, { valuationDay: end, path: 'quote', fixings });
    expect(codes(over)).toEqual(['curve.dates at quote']);
  });

  it('CURVE-20: a bill and a bond at par, by hand', () => {
    const convention = PAR_BOND_CONVENTIONS['us-treasury-par'];
    const bond = (tenor: string, rate: number): CurveQuote => ({
      kind: 'par-bond',
      rate,
      tenor: period(tenor),
      convention,
    });
    const curve = got(curveFromQuotes(terms([bond('6M', 0.05), bond('1Y', 0.048)])));
    // 182 days of the 366 that follow 16 January 2024.
    const half = 1 / (1 + (0.05 * 182) / 366);
    expect(discountOnDay(curve, dayFromCivil(2024, 7, 16))).toBeCloseTo(half, 14);
    const year = discountOnDay(curve, dayFromCivil(2025, 1, 16));
    expect(year).toBeCloseTo((1 - 0.024 * half) / 1.024, 14);
  });

  it('CURVE-23: quotes moved one by one add up to all moved', () => {
    const quotes = TENORS.map((tenor, i) => overnight(tenor, 0.04 - 0.0005 * i));
    const swap = got(resolveQuote(overnight('10Y', 0.03), { valuationDay: DAY, path: 'swap' }));
    const worth = (moved: readonly CurveQuote[]): number => {
      const curve = got(curveFromQuotes(terms(moved)));
      const rate = modelRate(swap.terms, { projection: curve, discount: curve });
      return (rate - 0.03) * annuity(curve, swap.terms.kind === 'swap' ? swap.terms.fixed : []);
    };
    const change = (index?: number): number =>
      (worth(bumpedQuotes(quotes, 1e-4, index)) - worth(bumpedQuotes(quotes, -1e-4, index))) / 2;
    const single = quotes.map((_, i) => change(i));
    const sum = single.reduce((total, one) => total + one, 0);
    expect(Math.abs(sum / change() - 1)).toBeLessThan(1e-6);
    const ten = TENORS.indexOf('10Y');
    expect((single[ten] ?? 0) / sum).toBeGreaterThan(0.99);
    expect(single.slice(ten + 1).every((one) => Math.abs(one) < 1e-12)).toBe(true);
  });
});

describe('quotes that make no curve on dates', () => {
  it.each<[string, readonly CurveQuote[], string[]]>([
    ['none', [], ['curve.too-few-quotes at quotes']],
    ['not sorted', [overnight('2Y', 0.04), overnight('1Y', 0.04)], ['curve.order at quotes[1]']],
    [
      'twice the same',
      [overnight('1Y', 0.04), overnight('1Y', 0.04)],
      ['curve.order at quotes[1]'],
    ],
    ['per cent', [overnight('1Y', 4)], ['curve.rate at quotes[0].rate']],
    ['no number', [overnight('1Y', Number.NaN)], ['curve.rate at quotes[0].rate']],
    ['no tenor', [overnight('0M', 0.04)], ['curve.tenor at quotes[0].tenor']],
    [
      'coupons worth more than par',
      [overnight('20Y', 0.02), overnight('30Y', 0.09)],
      ['curve.no-discount at quotes[1]'],
    ],
  ])('CURVE-17, CURVE-20, CURVE-21: %s', (_name, quotes, expected) => {
    expect(codes(curveFromQuotes(terms(quotes)))).toEqual(expected);
  });

  it('CURVE-15: a cubic in discount factors that passes below 0 between its nodes', () => {
    const convention = PAR_BOND_CONVENTIONS['us-treasury-par'];
    const rates = { '1M': 0.04, '6M': 0.04, '2Y': 0.04, '5Y': 0.3, '30Y': 0.01 };
    const quotes = Object.entries(rates).map(
      ([tenor, rate]): CurveQuote => ({ kind: 'par-bond', rate, tenor: period(tenor), convention }),
    );
    const made = curveFromQuotes(terms(quotes, 'natural-cubic-discount'));
    expect(codes(made)).toEqual(['curve.discount at quotes']);
    expect(codes(curveFromQuotes(terms(quotes, 'monotone-convex-forward')))).toEqual([]);
  });
});
