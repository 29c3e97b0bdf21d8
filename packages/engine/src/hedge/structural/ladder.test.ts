import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairLinearRate, fairSwapRate } from '../fair-rate.js';
import {
  averageLifeYears,
  evenLadder,
  type Ladder,
  ladderIncome,
  ladderNotional,
  nextMonth,
} from './ladder.js';
import { ladderHistory, notionalAt } from './ladder-history.js';
import { incomePath } from './ladder-income.js';
import { ladderMarketRate, ladderValue } from './ladder-value.js';

/** Discount factors under which every swap paid monthly is fair at `rate`: (1 + rate / 12)^-i. */
function flat(rate: number, months = 12): Float64Array {
  const factors = new Float64Array(months + 1).fill(1);
  for (let month = 1; month <= months; month += 1) {
    factors[month] = (factors[month - 1] ?? 0) / (1 + rate / 12);
  }
  return factors;
}

const ladder = (notional: readonly number[], rates: readonly number[]): Ladder => ({
  notional: Float64Array.from(notional),
  annualIncome: Float64Array.from(notional, (amount, at) => amount * (rates[at] ?? 0)),
});
const amounts = ({ notional }: Ladder): number[] => [...notional];
const rolls = { stoppedMonths: null, placed: 'even' } as const;

describe('a ladder of fixed receipts', () => {
  it('STRUCT-1: at one rate for all time it pays that rate: 300 x 1.2% = 3.6 a year', () => {
    const terms = { ...rolls, lengthMonths: 3, points: [{ month: 10, amount: 300 }] };
    const found = ladderHistory(terms, { from: 8, to: 14 }, () => flat(0.012));
    for (const each of found) expect(ladderIncome(each)).toBeCloseTo(3.6, 10);
    expect(found).toHaveLength(7);
  });

  it('STRUCT-2: equal parts, one ends each month; 71 months live 3 years', () => {
    const terms = { lengthMonths: 3, part: 100, month: 9, lastStrike: 9 };
    // Struck in months 7, 8, 9 at 1.2%, 2.4%, 3.6%: the oldest ends first.
    const found = evenLadder({ ...terms, discountOf: (month) => flat(0.012 * (month - 6)) });
    expect(amounts(found)).toEqual([100, 100, 100]);
    expect([...found.annualIncome].map((each) => Number(each.toFixed(10)))).toEqual([
      1.2, 2.4, 3.6,
    ]);
    const long = evenLadder({ ...terms, lengthMonths: 71, discountOf: () => flat(0.012, 71) });
    expect(averageLifeYears(long)).toBeCloseTo((71 + 1) / 24, 12);
  });

  it('STRUCT-3: a step in rates moves the income by a third a month in a ladder of three', () => {
    const terms = { ...rolls, lengthMonths: 3, points: [{ month: 9, amount: 300 }] };
    const found = ladderHistory(terms, { from: 9, to: 13 }, (month) =>
      flat(month > 9 ? 0.036 : 0.012),
    );
    const incomes = found.map((each) => Number(ladderIncome(each).toFixed(10)));
    // 300 x 1.2%; then 100 of it at 3.6% in place of 1.2% each month: + 2.4.
    expect(incomes).toEqual([3.6, 6, 8.4, 10.8, 10.8]);
  });

  it('STRUCT-3: what was stopped two months ago has parts of equal size and no new one', () => {
    const points = [{ month: 9, amount: 60 }];
    const terms = { lengthMonths: 4, points, stoppedMonths: 2, placed: 'even' } as const;
    const found = ladderHistory(terms, { from: 6, to: 9 }, () => flat(0.012));
    // 60 on the day in two parts of 30, struck in months 6 and 7; before them 4 and 5 stood too.
    expect(found.map(amounts)).toEqual([
      [30, 30, 30, 30],
      [30, 30, 30, 30],
      [30, 30, 30, 0],
      [30, 30, 0, 0],
    ]);
  });

  it.each([
    ['even', [120, 120, 120]],
    ['long', [100, 100, 160]],
  ] as const)(
    'STRUCT-4: 60 more, placed %s: 100 renewed and 20 a term, or 160',
    (placed, wanted) => {
      const now = ladder([100, 100, 100], [0.012, 0.012, 0.012]);
      const later = nextMonth(now, { wanted: 360, placed, discount: flat(0.024) });
      expect(amounts(later)).toEqual(wanted);
      // 200 stay at 1.2%, 160 are struck at 2.4%.
      expect(ladderIncome(later)).toBeCloseTo(200 * 0.012 + 160 * 0.024, 12);
    },
  );

  it.each([
    [250, [100, 100, 50], 'half of what ended is renewed'],
    [200, [100, 100, 0], 'nothing is renewed'],
    [150, [75, 75, 0], 'and a quarter of each part is cut'],
  ] as const)('STRUCT-5: a fall from 300 to %d leaves %j: %s', (wanted, left, _) => {
    const now = ladder([100, 100, 100], [0.012, 0.024, 0.036]);
    const later = nextMonth(now, { wanted, placed: 'even', discount: flat(0.06) });
    expect(amounts(later)).toEqual(left);
    // The parts that stay keep their own rates, 2.4% and 3.6%.
    const own = left[0] * 0.024 + left[1] * 0.036 + left[2] * 0.06;
    expect(ladderIncome(later)).toBeCloseTo(own, 12);
  });

  it('STRUCT-5: between two published amounts the notional moves in equal steps', () => {
    const points = [
      { month: 3, amount: 90 },
      { month: 6, amount: 120 },
    ];
    const at = [2, 3, 4, 5, 6, 9].map((month) => notionalAt(points, month));
    expect(at).toEqual([90, 90, 100, 110, 120, 120]);
  });

  it('STRUCT-8: 100 at 2.4% for two months on a curve of 1.2%', () => {
    // Receives 0.2 and pays 0.1 in each of two months: 0.1 / 1.001 + 0.1 / 1.001^2.
    const value = ladderValue(ladder([0, 100], [0, 0.024]), flat(0.012));
    expect(value).toBeCloseTo(0.1 / 1.001 + 0.1 / 1.002001, 12);
  });

  it('STRUCT-8: struck on a curve it is worth nothing on it, and loses when rates rise', () => {
    const even = evenLadder({
      ...{ lengthMonths: 6, part: 10, month: 0, lastStrike: 0 },
      discountOf: () => flat(0.03),
    });
    expect(ladderValue(even, flat(0.03))).toBeCloseTo(0, 12);
    expect(ladderValue(even, flat(0.04))).toBeLessThan(0);
    expect(ladderValue(even, flat(0.02))).toBeGreaterThan(0);
  });

  it('STRUCT-9: the market rate of an even ladder is that of a notional falling evenly', () => {
    const steep = Float64Array.from({ length: 7 }, (_, at) => Math.exp(-0.002 * at * (1 + at / 6)));
    const even = ladder([10, 10, 10, 10, 10, 10], []);
    expect(ladderMarketRate(even, steep)).toBeCloseTo(fairLinearRate(steep, 0, 6), 14);
    const bullet = ladder([0, 0, 0, 0, 0, 10], []);
    expect(ladderMarketRate(bullet, steep)).toBeCloseTo(fairSwapRate(steep, 0, 6), 14);
  });

  it('STRUCT-10: income to come, month by month, renewed or not', () => {
    const now = ladder([100, 100], [0.012, 0.012]);
    const terms = { months: 3, discount: flat(0.024), shortRate: 0.006 };
    const path = (isRenewed: boolean) => incomePath([{ ladder: now, isRenewed }], terms);
    const rounded = (values: Float64Array) => [...values].map((each) => Number(each.toFixed(10)));
    // Month 1: 200 x 1.2% / 12 = 0.2; month 2: 100 at 2.4% gives 0.3; month 3: both, 0.4.
    expect(rounded(path(true).hedged)).toEqual([0.2, 0.5, 0.9]);
    // Not renewed: 100 at 0.6% makes month 2 0.15, 200 at 0.6% month 3 0.1.
    expect(rounded(path(false).hedged)).toEqual([0.2, 0.35, 0.45]);
    // Unhedged: 200 x 0.6% / 12 each month.
    expect(rounded(path(true).unhedged)).toEqual([0.1, 0.2, 0.3]);
  });
});

const SEED = 20220728;

describe(`properties of ladders, seed ${SEED}`, () => {
  const rate = fc.double({ min: 0.001, max: 0.08, noNaN: true });
  const amount = fc.double({ min: 1, max: 500, noNaN: true });
  const run = fc.record({
    lengthMonths: fc.integer({ min: 1, max: 12 }),
    rates: fc.array(rate, { minLength: 40, maxLength: 40 }),
    amounts: fc.array(amount, { minLength: 2, maxLength: 6 }),
    placed: fc.constantFrom('even' as const, 'long' as const),
  });

  it('STRUCT-5, STRUCT-7: what stands is what was published, and it pays between its rates', () => {
    fc.assert(
      fc.property(run, ({ lengthMonths, rates, amounts: given, placed }) => {
        const points = given.map((each, at) => ({ month: 14 + 4 * at, amount: each }));
        const terms = { lengthMonths, points, stoppedMonths: null, placed };
        const discountOf = (month: number) => flat(rates[month] ?? Number.NaN);
        const found = ladderHistory(terms, { from: 13, to: 38 }, discountOf);
        for (const [at, each] of found.entries()) {
          const wanted = notionalAt(points, 13 + at);
          expect(ladderNotional(each) / wanted).toBeCloseTo(1, 9);
          const paid = ladderIncome(each) / wanted;
          expect(paid).toBeGreaterThan(Math.min(...rates) - 1e-9);
          expect(paid).toBeLessThan(Math.max(...rates) + 1e-9);
          expect(Math.min(...each.notional)).toBeGreaterThan(-1e-9);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('STRUCT-8, STRUCT-9: struck at the market rate the same amounts are worth nothing', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), rate, rate, (given, a, b) => {
        const factors = flat(a).map((each, at) => each * Math.exp(-(b * at * at) / 400));
        const market = ladderMarketRate(ladder(given, []), factors);
        const struck = ladder(
          given,
          given.map(() => market),
        );
        expect(ladderValue(struck, factors)).toBeCloseTo(0, 9);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
