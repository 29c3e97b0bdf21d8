import { describe, expect, it } from 'vitest';
import type { FutureHedge } from '../../balance-sheet/index.js';
import { assumed } from '../../study/example-study.test-fixture.js';
import { carriedHedge, hedgeValues } from '../index.js';
import { flatCurve, toyProgram, toyProjection } from '../toy-program.test-fixture.js';

const strip: FutureHedge = {
  id: 'strip',
  contract: 'sofr',
  notionalUsdMillion: -1000,
  startMonth: 3,
  maturityMonth: 15,
  initialMarginShare: assumed(0.005),
  model: 'undesignated',
  hedgedGroup: 'none',
};
const note = { contract: 'treasury', couponRate: 0.03, startMonth: 3, maturityMonth: 63 } as const;
const swap = { ...note, contract: 'swap' } as const;

/** Rates go from 3 % to 4 % continuous, flat. */
function projected(edit: Partial<FutureHedge>, zero = 0.04) {
  const program = toyProgram([], { hedges: [{ ...strip, ...edit }] });
  const { rates, flows } = toyProjection(program, flatCurve(zero));
  return { program, rates, flows, value: hedgeValues(program, rates, flows)[0] ?? Number.NaN };
}

const quarterly = (zero: number) => 4 * Math.expm1(zero / 4);

describe('futures', () => {
  it('INSTRUMENT-6: four quarters sold gain 1000 x 0.25 x the rise of the rate each', () => {
    const gain = 4 * 1000 * 0.25 * (quarterly(0.04) - quarterly(0.03));
    expect(projected({}).value).toBeCloseTo(gain, 9);
    expect(projected({ notionalUsdMillion: 1000 }).value).toBeCloseTo(-gain, 9);
  });

  it.each([
    ['a strip', {}],
    ['a note', note],
    ['a swap', swap],
  ])(
    'INSTRUMENT-6, INSTRUMENT-7, INSTRUMENT-8: %s is worth 0 at the fair price of the date',
    (_, of) => {
      expect(projected(of, 0.03).value).toBeCloseTo(0, 12);
    },
  );

  it('INSTRUMENT-7: a note with ten coupons at delivery, at 4 % less at 3 %', () => {
    const price = (zero: number) => {
      let value = Math.exp(-zero * 5);
      for (let coupon = 1; coupon <= 10; coupon += 1)
        value += 0.015 * Math.exp((-zero * coupon) / 2);
      return value;
    };
    expect(projected(note).value).toBeCloseTo(-1000 * (price(0.04) - price(0.03)), 9);
  });

  it('INSTRUMENT-8: a swap that receives 3 % monthly for five years from delivery on', () => {
    const price = (zero: number) => {
      let annuity = 0;
      for (let month = 1; month <= 60; month += 1) annuity += Math.exp((-zero * month) / 12) / 12;
      return 0.03 * annuity - (1 - Math.exp(-zero * 5));
    };
    expect(projected(swap).value).toBeCloseTo(-1000 * (price(0.04) - price(0.03)), 9);
  });

  it('INSTRUMENT-6, INSTRUMENT-8: a SOFR basis moves a strip and a swap, and no note', () => {
    const moved = (edit: Partial<FutureHedge>) => {
      const { program, rates, flows, value } = projected(edit);
      const basis = { ...rates.basis, sofr: 0.001 };
      return (hedgeValues(program, { ...rates, basis }, flows)[0] ?? Number.NaN) - value;
    };
    expect(moved({})).toBeCloseTo(1000 * 1 * 0.001, 9); // one year of 10 bp
    let annuity = 0;
    for (let month = 1; month <= 60; month += 1) annuity += Math.exp((-0.04 * month) / 12) / 12;
    expect(moved(swap)).toBeCloseTo(1000 * 0.001 * annuity, 9);
    expect(moved(note)).toBe(0);
  });

  it('INSTRUMENT-9: variation margin in the first month; a roll of 2 bp each quarter', () => {
    const roll = { everyMonths: 3, untilMonth: 7, costBp: assumed(2, 'bp') };
    const { flows, value } = projected({ ...note, roll });
    const cash = [...flows.hedgeCash.slice(0, 10)];
    expect(cash).toEqual([value, 0, -0.2, 0, 0, -0.2, 0, 0, 0, 0]);
  });

  it('INSTRUMENT-10: undesignated: interest at the one-month rate on what was settled', () => {
    const { flows, value } = projected({});
    const rate = 12 * Math.expm1(0.04 / 12);
    for (const t of [0, 5, 59]) {
      expect(flows.hedgeIncome[t]).toBeCloseTo((value * rate) / 12, 10);
    }
  });

  it('INSTRUMENT-10: designated: each quarter also carries what its contract settled', () => {
    const hedge = { model: 'cash-flow', hedgedGroup: 'borrowings' } as const;
    const { flows, value } = projected(hedge);
    const interest = (value * 12 * Math.expm1(0.04 / 12)) / 12;
    const monthly = value / 12; // four equal quarters, months 4 to 15
    const expected = [0, 0, 0, ...Array(12).fill(monthly), 0].map((each) => each + interest);
    expected.forEach((income, t) => {
      expect(flows.hedgeIncome[t], `month ${t + 1}`).toBeCloseTo(income, 9);
    });
  });

  it('INSTRUMENT-11: what income has carried of a designated future no longer stands', () => {
    const hedge = { model: 'cash-flow', hedgedGroup: 'borrowings' } as const;
    const { program, rates, flows, value } = projected(hedge);
    const carried = (month: number) => carriedHedge(program, 0, { rates, flows }, month);
    expect(carried(0)).toBeCloseTo(value, 12);
    expect(carried(9)).toBeCloseTo(value / 2, 9);
    expect(carried(15)).toBeCloseTo(0, 9);
    const free = projected({});
    expect(carriedHedge(free.program, 0, free, 15)).toBe(free.value);
  });
});
