import { addMonths, discountOnDay, rateOfDiscount } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { type Fields, fieldsOf } from './case-field.test-fixture.js';
import {
  couponsPerYear,
  curveOfPars,
  parTable,
  TODAY,
  wordsOf,
} from './par-yields.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

/** Par yields to discount factors and zero rates at whole months, where a case has no dates. */
const cases = hasReference
  ? reference<{ bootstraps: readonly Fields[] }>('curves_swaps.json').bootstraps.filter(
      ({ inputs }) => fieldsOf(inputs).evaluationDate === undefined,
    )
  : [];

const isDiscount = (name: string): boolean => /df|disc/i.test(name);
const isZero = (name: string): boolean => /zero|spot/i.test(name);
const isPar = (name: string): boolean =>
  !isDiscount(name) && !isZero(name) && /par|yield|coupon|rate/i.test(name);

/** The figure that a name asks for; compounding as name or words say, else that of the coupons. */
function figure(name: string, one: Fields, discount: number, years: number): number {
  if (isDiscount(name)) return discount;
  if (!isZero(name)) throw new Error(`unknown figure ${name}`);
  const isToldByName = /cont|semi|bey|ann/i.test(name);
  if (/cont/i.test(isToldByName ? name : wordsOf(one))) return -Math.log(discount) / years;
  const perYear = couponsPerYear(one);
  const frequencyPerYear = /semi|bey/i.test(name) ? 2 : /ann/i.test(name) ? 1 : perYear;
  const convention = { compounding: 'compounded', frequencyPerYear, dayCount: '30/360' } as const;
  return rateOfDiscount(discount, convention, years);
}

function check(one: Fields): number {
  const rows = [...parTable(one)].toSorted(([a], [b]) => a - b);
  const pars = rows.flatMap(([months, figures]) => {
    const rate = [...figures].find(([name]) => isPar(name))?.[1];
    return rate === undefined ? [] : [[months, rate] as const];
  });
  const curve = curveOfPars(pars, couponsPerYear(one));
  const tolerance = typeof one.tolerance === 'number' ? one.tolerance : 1e-10;
  let checked = 0;
  for (const [months, figures] of rows) {
    const discount = discountOnDay(curve, addMonths(TODAY, months));
    for (const [name, stated] of figures) {
      if (isPar(name)) continue;
      const got = figure(name, one, discount, months / 12);
      expect(Math.abs(got - stated), `${name} at ${months} months`).toBeLessThan(tolerance);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(0);
  return checked;
}

/** 5% and 6% semi-annual: D(0.5) = 1 / 1.025, D(1) = (1 - 0.03 D(0.5)) / 1.03. */
const HALF = 1 / 1.025;
const YEAR = (1 - 0.03 * HALF) / 1.03;
const conventions = 'semiannual coupons';

describe('readers of par yields without dates', () => {
  it.each<[string, Fields]>([
    [
      'rows',
      {
        inputs: { conventions },
        computed: [
          { t: 0.5, parYield: 0.05, df: HALF },
          { t: 1, parYield: 0.06, df: YEAR, zeroCont: -Math.log(YEAR) },
        ],
      },
    ],
    [
      'columns',
      {
        inputs: { conventions, maturities: [0.5, 1], parYields: [0.05, 0.06] },
        expected: { discountFactors: [HALF, YEAR], zeroSemiannual: [0.05, 2 * (YEAR ** -0.5 - 1)] },
      },
    ],
    [
      'maps',
      {
        inputs: { conventions, parYields: { '6M': 0.05, '1Y': 0.06 } },
        expected: { df: { '0.5': HALF, '1': YEAR }, zero: { '1Y': -Math.log(YEAR) } },
        note: 'zero rates continuous',
      },
    ],
  ])('CURVE-20: %s', (_name, one) => {
    expect(check(one)).toBeGreaterThan(1);
  });

  it.each<[string, Fields]>([
    ['an unknown figure', { conventions, rows: [{ t: 1, parYield: 0.05, forward: 0.04 }] }],
    ['a number of its own', { conventions, spread: 0.01, rows: [{ t: 1, parYield: 0.05, df: 1 }] }],
    ['no maturity', { conventions, rows: [{ parYield: 0.05, df: 0.9 }] }],
    ['no frequency', { rows: [{ t: 1, parYield: 0.05, df: 0.9 }] }],
    ['nothing to compare', { conventions, rows: [{ t: 1, parYield: 0.05 }] }],
    ['a wrong factor', { conventions, rows: [{ t: 1, parYield: 0.05, df: 0.9 }] }],
  ])('CURVE-20: %s fails', (_name, one) => {
    expect(() => check(one)).toThrow();
  });
});

describe.skipIf(!hasReference)('par yields without dates (needs ../shared)', () => {
  it('CURVE-20: every case', () => {
    for (const one of cases) expect(check(one), JSON.stringify(one.id)).toBeGreaterThan(0);
  });
});
