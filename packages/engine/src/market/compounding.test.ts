import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCivil, yearFraction } from '../foundation/index.js';
import {
  type Compounding,
  convertRate,
  discountOfRate,
  FREQUENCY_PER_YEAR,
  type RateConvention,
  rateOfDiscount,
} from './compounding.js';

function by(compounding: Compounding, frequencyPerYear = 0): RateConvention {
  return { compounding, frequencyPerYear, dayCount: 'ACT/365F' };
}

describe('rates and discount factors', () => {
  it.each<[string, number, RateConvention, number, number]>([
    ['simple 6% over a quarter', 0.06, by('simple'), 0.25, 1 / 1.015],
    ['compounded 6% half-yearly over 2 years', 0.06, by('compounded', 2), 2, 1 / 1.03 ** 4],
    ['half a period compounds as a root', 0.06, by('compounded', 1), 0.5, 1 / Math.sqrt(1.06)],
    ['continuous 6% over 2 years', 0.06, by('continuous'), 2, Math.exp(-0.12)],
    ['simple first, at its border', 0.06, by('simple-then-compounded', 2), 0.5, 1 / 1.03],
    ['then compounded', 0.06, by('simple-then-compounded', 2), 1, 1 / 1.03 ** 2],
    ['compounded first', 0.06, by('compounded-then-simple', 1), 0.5, 1 / Math.sqrt(1.06)],
    ['then simple', 0.06, by('compounded-then-simple', 1), 1.5, 1 / 1.09],
    ['nothing grows in no time', 0.06, by('compounded', 4), 0, 1],
    ['a negative rate', -0.01, by('simple'), 1, 1 / 0.99],
  ])('COMPOUNDING-1: %s', (_name, rate, convention, years, expected) => {
    expect(discountOfRate(rate, convention, years)).toBeCloseTo(expected, 14);
  });

  it('COMPOUNDING-1: 365 days are more than 26 fortnights and 13 four-week periods', () => {
    const per = Object.values(FREQUENCY_PER_YEAR).filter((frequency) => frequency > 0);
    const growth = per.map((m) => 1 / discountOfRate(0.1, by('compounded', m), 1));
    expect(growth).toEqual(growth.toSorted((a, b) => a - b));
    expect(growth[0]).toBeCloseTo(1.1, 14);
  });

  it('COMPOUNDING-1, COMPOUNDING-2: what has no meaning throws', () => {
    expect(() => discountOfRate(0.05, by('compounded'), 1)).toThrow(RangeError);
    expect(() => discountOfRate(0.05, by('simple'), -1)).toThrow(RangeError);
    expect(() => discountOfRate(-0.5, by('simple'), 2)).toThrow(RangeError);
    expect(() => discountOfRate(-3, by('compounded', 2), 2)).toThrow(RangeError);
    expect(() => rateOfDiscount(0.9, by('continuous'), 0)).toThrow(RangeError);
    expect(() => rateOfDiscount(0, by('continuous'), 1)).toThrow(RangeError);
  });

  it('COMPOUNDING-2, COMPOUNDING-3: every conversion and back gives the rate', () => {
    const convention = fc.record({
      compounding: fc.constantFrom<Compounding>(
        'simple',
        'compounded',
        'continuous',
        'simple-then-compounded',
        'compounded-then-simple',
      ),
      frequencyPerYear: fc.constantFrom(1, 2, 3, 4, 6, 12, 13, 26, 52, 365),
      dayCount: fc.constant('ACT/365F' as const),
    });
    const rate = fc.double({ min: -0.02, max: 0.3, noNaN: true });
    const years = fc.double({ min: 0.01, max: 30, noNaN: true });
    fc.assert(
      fc.property(rate, years, convention, convention, (r, t, from, to) => {
        const there = convertRate({ rate: r, from, to, years: t });
        const back = convertRate({ rate: there, from: to, to: from, years: t });
        expect(Math.abs(back - r)).toBeLessThan(1e-13 / Math.min(1, t));
      }),
      { seed: 20260105, numRuns: 1000 },
    );
  });

  it('COMPOUNDING-3: a money-market rate on 360 days as one on 365', () => {
    const [start, end] = [dayFromCivil(2023, 1, 2), dayFromCivil(2023, 7, 2)];
    const from: RateConvention = { ...by('simple'), dayCount: 'ACT/360' };
    const years = yearFraction('ACT/360', start, end);
    const toYears = yearFraction('ACT/365F', start, end);
    const rate = convertRate({ rate: 0.036, from, to: by('simple'), years, toYears });
    expect(rate).toBeCloseTo(0.0365, 14);
  });
});
