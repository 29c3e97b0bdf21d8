import { describe, expect, it } from 'vitest';
import type { Position } from '../balance-sheet/index.js';
import { assumed, depositModel, row } from '../study/example-study.test-fixture.js';
import { HORIZON_MONTHS } from './index.js';
import {
  flatCurve,
  paid,
  principalOf,
  toyProgram,
  toyProjection,
} from './toy-program.test-fixture.js';

function principal(edit: Partial<Position>): number[] {
  const program = toyProgram([row('p', 'loans', edit)]);
  return principalOf(program, toyProjection(program).flows, 'p');
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('principal', () => {
  it('CF-1: no principal, no cash flow and no income; zero amount likewise', () => {
    const program = toyProgram([
      row('none', 'loans', { principal: 'none' }),
      row('zero', 'loans', { notionalUsdMillion: 0, carryingUsdMillion: 0 }),
    ]);
    const { flows } = toyProjection(program);
    expect(
      flows.byRow
        .flatMap(({ principal, interest }) => [...principal, ...interest, ...flows.income.old])
        .every((x) => x === 0),
    ).toBe(true);
  });

  it('CF-1: with a premium of 4 % a cost of 104 is a par of 100', () => {
    const edit = { notionalUsdMillion: 104, premium: 0.04 };
    const program = toyProgram([row('p', 'htm', { ...edit, couponRate: 0.06 })]);
    const { flows } = toyProjection(program);
    expect(sum(principalOf(program, flows, 'p'))).toBeCloseTo(100, 10);
    expect(paid(program, flows, 'interest', 'p', 1)).toBeCloseTo(0.5, 12); // 100 x 6 % / 12
  });

  it.each([
    // first, last, month, paid of 100
    [24, 24, 23, 0],
    [24, 24, 24, 100],
    [10, 13, 9, 0],
    [10, 13, 10, 25],
    [10, 13, 13, 25],
    [10, 13, 14, 0],
  ])('CF-5: even from month %i to %i pays in month %i: %d', (first, last, month, expected) => {
    const edit = { firstPrincipalMonth: first, maturityMonth: last };
    expect(principal(edit)[month - 1]).toBeCloseTo(expected, 12);
  });

  it('CF-7: parts due after month 360 are paid in month 360', () => {
    const paidOut = principal({ firstPrincipalMonth: 351, maturityMonth: 370 });
    expect(paidOut[358]).toBeCloseTo(5, 12); // 100 / 20
    expect(paidOut[359]).toBeCloseTo(55, 12); // month 360 and ten later parts
    expect(sum(paidOut)).toBeCloseTo(100, 10);
  });

  it('CF-6: level payment of 100 over 3 months at 12 % is 34.00221', () => {
    // i = 1 %: payment 100 x 0.01 / (1 - 1.01^-3) = 34.0022111; interest 1.00, 0.67, 0.34
    const paidOut = principal({ principal: 'level', noteRate: 0.12, maturityMonth: 3 });
    expect(paidOut[0]).toBeCloseTo(33.0022111, 6); // 34.0022111 - 1
    expect(paidOut[1]).toBeCloseTo(33.3322332, 6); // 33.0022111 x 1.01
    expect(paidOut[2]).toBeCloseTo(33.6655556, 6); // x 1.01 again
    expect(paidOut[3]).toBe(0);
  });

  it('CF-6: the balance of a level loan follows its closed formula at any rate and term', () => {
    for (const [noteRate, term] of [
      [0.03, 180],
      [0.065, 349],
      [0.11, 360],
    ] as const) {
      const paidOut = principal({ principal: 'level', noteRate, maturityMonth: term });
      const growth = 1 + noteRate / 12;
      let balance = 100;
      for (let month = 1; month <= term; month += 1) {
        balance -= paidOut[month - 1] ?? Number.NaN;
        // B(k) = B(0) ((1+i)^n - (1+i)^k) / ((1+i)^n - 1)
        const left = (growth ** term - growth ** month) / (growth ** term - 1);
        expect(balance).toBeCloseTo(100 * left, 8);
      }
    }
  });

  it('CF-6: at a note rate of zero the parts are equal', () => {
    const paidOut = principal({ principal: 'level', noteRate: 0, maturityMonth: 4 });
    expect(paidOut.slice(0, 5)).toEqual([25, 25, 25, 25, 0]);
  });

  it.each([1e-5, 1e-9, 1e-15, 5e-324])('CF-6: a note rate of %d is next to zero', (noteRate) => {
    const paidOut = principal({ principal: 'level', noteRate, maturityMonth: 4 });
    for (const amount of paidOut.slice(0, 4)) expect(Math.abs(amount - 25)).toBeLessThan(1e-4);
    expect(sum(paidOut)).toBeCloseTo(100, 12);
  });

  it('CF-7: a level term beyond 360 months is taken as 360', () => {
    const long = principal({ principal: 'level', noteRate: 0.05, maturityMonth: 400 });
    const cut = principal({ principal: 'level', noteRate: 0.05, maturityMonth: 360 });
    expect(long).toEqual(cut);
    expect(sum(long)).toBeCloseTo(100, 9);
  });
});

describe('principal of deposits', () => {
  const deposit = (averageLifeYears: number, edit: { share?: number; month?: number } = {}) => {
    const model = depositModel('ib');
    const value = (parameter: typeof model.beta, to: number) => ({ ...parameter, value: to });
    const program = toyProgram([row('d', 'deposits', { principal: 'decay', behaviour: 'ib' })], {
      deposits: [
        {
          ...model,
          averageLifeYears: value(model.averageLifeYears, averageLifeYears),
          outflowShare: value(model.outflowShare, edit.share ?? 0),
          outflowMonth: value(model.outflowMonth, edit.month ?? 0),
        },
      ],
    });
    return principalOf(program, toyProjection(program).flows, 'd');
  };

  it('NMD-1: an average life of 5 years loses 1/60 of what is left every month', () => {
    const paidOut = deposit(5);
    expect(paidOut[0]).toBeCloseTo(100 / 60, 12);
    expect(paidOut[1]).toBeCloseTo(((100 * 59) / 60) * (1 / 60), 12);
  });

  it.each([1, 2.5, 5, 6.5, 10])(
    'NMD-1: mean time to payment of %d years, less the cut',
    (years) => {
      const paidOut = deposit(years);
      const mean = sum(paidOut.map((amount, t) => (amount * (t + 1)) / 12)) / 100;
      const cut = years * (1 - 1 / (12 * years)) ** 360;
      expect(mean).toBeCloseTo(years - cut, 9);
      expect(cut / years).toBeLessThan(0.05);
      expect(sum(paidOut)).toBeCloseTo(100, 9);
    },
  );

  it("CF-7, NMD-1: the last balance goes in month 360; under a month's life all at once", () => {
    // 100 x (119/120)^359 is left for month 360
    expect(deposit(10)[HORIZON_MONTHS - 1]).toBeCloseTo(100 * (119 / 120) ** 359, 9);
    expect(deposit(0.05)[0]).toBe(100);
  });

  it('NMD-6: 40 % of what is left leaves at the end of month 3, the decay on the survivors', () => {
    const paidOut = deposit(5, { share: 0.4, month: 3 });
    const left = 100 * (59 / 60) ** 2;
    expect(paidOut[1]).toBeCloseTo((100 * 59) / 3600, 12);
    expect(paidOut[2]).toBeCloseTo(left * 0.4 + (left * 0.6) / 60, 12);
    expect(paidOut[3]).toBeCloseTo((left * 0.6 * (59 / 60)) / 60, 12);
    expect(sum(paidOut)).toBeCloseTo(100, 9);
  });

  it('NMD-10: a rise of 1 % that the bank keeps makes a sensitive deposit leave faster', () => {
    const rateGap = {
      sensitivity: assumed(50),
      minMultiple: assumed(0.5),
      maxMultiple: assumed(2),
    };
    const still = { ...depositModel('ib'), beta: assumed(0), rateGap };
    const program = toyProgram([row('d', 'deposits', { principal: 'decay', behaviour: 'ib' })], {
      deposits: [still],
    });
    const at = (rate: number) =>
      principalOf(program, toyProjection(program, flatCurve(rate)).flows, 'd')[0];
    expect(at(0.03)).toBeCloseTo(100 / 60, 12);
    // one-month rate 12 (e^(r/12) - 1): 3.003755 % to 4.006676 %, the rate paid stays
    const change = 12 * (Math.exp(0.04 / 12) - Math.exp(0.03 / 12));
    expect(at(0.04)).toBeCloseTo((100 / 60) * (1 + 50 * change), 10);
    expect(at(0.08)).toBeCloseTo((100 / 60) * 2, 10);
    expect(at(0.005)).toBeCloseTo((100 / 60) * 0.5, 10);
  });
});
