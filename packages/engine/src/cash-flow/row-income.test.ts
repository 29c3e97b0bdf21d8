import { describe, expect, it } from 'vitest';
import type { Position } from '../balance-sheet/index.js';
import { assumed, depositModel, row } from '../study/example-study.test-fixture.js';
import { INCOME_MONTHS } from './index.js';
import { flatCurve, incomeOfFirst, toyProgram, toyProjection } from './toy-program.test-fixture.js';

function income(edit: Partial<Position>, curve = flatCurve(0.04)): number[] {
  const program = toyProgram([row('p', 'loans', { notionalUsdMillion: 120, ...edit })]);
  return incomeOfFirst(toyProjection(program, curve).flows);
}

/** Semi-annual par rate on flat 4 % continuous: 2 (exp(0.02) - 1) = 4.040268 %. */
const PAR_AT_4 = 0.04040268;
const ONE_MONTH_AT_4 = 0.04006674080250949;

describe('income on a constant balance', () => {
  it('NII-2, NII-3: three parts repaid and replaced, month by month', () => {
    const months = income({
      rate: 0.06,
      firstPrincipalMonth: 1,
      maturityMonth: 3,
      reinvestTenorMonths: 60,
      reinvestSpread: 0.005,
    });
    const fresh = PAR_AT_4 + 0.005; // 4.540268 %
    expect(months).toHaveLength(INCOME_MONTHS);
    expect(months[0]).toBeCloseTo(0.6, 9); // 120 x 6 % / 12
    expect(months[1]).toBeCloseTo((80 * 0.06 + 40 * fresh) / 12, 7); // 0.551342
    expect(months[2]).toBeCloseTo((40 * 0.06 + 80 * fresh) / 12, 7); // 0.502685
    expect(months[3]).toBeCloseTo((120 * fresh) / 12, 7); // 0.454027
    expect(months[23]).toBeCloseTo((120 * fresh) / 12, 7);
  });

  it('NII-2: the old balance earns the book yield, not the coupon', () => {
    const edit = { rate: 0.02, couponRate: 0.06, premium: 0.1, firstPrincipalMonth: 60 };
    expect(income(edit)[0]).toBeCloseTo(0.2, 12); // 120 x 2 % / 12
  });

  it('NII-3: a part keeps the rate of the month after it falls; the balance has their mean', () => {
    // 2 % for twelve months, then 4 %. Half is repaid in month 7, half in month 8; tenor 6 months.
    const curve = {
      nodesMonths: Float64Array.of(12, 360),
      logDiscount: Float64Array.of(-0.02, -0.02 - 0.04 * 29),
    };
    const edit = { rate: 0.06, firstPrincipalMonth: 7, maturityMonth: 8, reinvestTenorMonths: 6 };
    const months = income(edit, curve);
    // Repaid at the end of month 7, so priced at the start of month 8, for months 8 to 13.
    const eighth = 2 * Math.expm1((5 * 0.02 + 0.04) / 12);
    const ninth = 2 * Math.expm1((4 * 0.02 + 2 * 0.04) / 12); // months 9 to 14
    expect(months[6]).toBeCloseTo(0.6, 12);
    expect(months[7]).toBeCloseTo((60 * 0.06 + 60 * eighth) / 12, 10);
    expect(months[8]).toBeCloseTo((60 * eighth + 60 * ninth) / 12, 10);
  });

  it('NII-3: what is repaid at the end of month 60 moves no income of the horizon', () => {
    const edit = { rate: 0.06, firstPrincipalMonth: 60, maturityMonth: 60 };
    const months = income({ ...edit, reinvestTenorMonths: 60 });
    expect(months).toHaveLength(INCOME_MONTHS);
    for (const month of months) expect(month).toBeCloseTo(0.6, 12); // 120 x 6 % / 12
  });

  it('NII-3: at the end of its tenor new business is placed again, at the rate of then', () => {
    // 2 % for eighteen months, then 4 %: repaid in month 1, placed for 12 months, and again.
    const curve = {
      nodesMonths: Float64Array.of(18, 360),
      logDiscount: Float64Array.of(-0.03, -0.03 - 0.04 * 28.5),
    };
    const edit = { rate: 0.06, firstPrincipalMonth: 1, maturityMonth: 1, reinvestTenorMonths: 12 };
    const months = income(edit, curve);
    const par = (six: number, twelve: number) => 2 * ((1 - twelve) / (six + twelve));
    const first = par(Math.exp(-0.01), Math.exp(-0.02)); // months 2 to 13, all at 2 %
    // months 14 to 25, seen from month 13: five months at 2 %, one at 4 %, six at 4 %
    const six = Math.exp(-(5 * 0.02 + 0.04) / 12);
    const second = par(six, six * Math.exp(-0.02));
    expect(months[1]).toBeCloseTo((120 * first) / 12, 9);
    expect(months[12]).toBeCloseTo((120 * first) / 12, 9);
    expect(months[13]).toBeCloseTo((120 * second) / 12, 9);
    expect(months[24]).toBeCloseTo((120 * second) / 12, 9);
    expect(months[25]).toBeCloseTo((120 * PAR_AT_4) / 12, 6); // all of it after month 18
  });

  it('NII-3: with tenor 0 new business follows the one-month rate plus spread', () => {
    const edit = { rate: 0.06, firstPrincipalMonth: 1, maturityMonth: 1, reinvestSpread: 0.01 };
    expect(income(edit)[1]).toBeCloseTo((120 * (ONE_MONTH_AT_4 + 0.01)) / 12, 10);
  });

  it('NII-3: a floating position with tenor 0 is replaced by itself', () => {
    const edit = { floats: true, rate: 0.05, maturityMonth: 12, firstPrincipalMonth: 1 };
    const rate = 0.05 - 12 * Math.expm1(0.03 / 12) + ONE_MONTH_AT_4;
    for (const month of income(edit)) expect(month).toBeCloseTo((120 * rate) / 12, 10);
  });

  it.each([0, 60])('NII-3: new business never earns less than zero (tenor %i)', (tenor) => {
    const edit = {
      firstPrincipalMonth: 1,
      maturityMonth: 1,
      reinvestTenorMonths: tenor,
      reinvestSpread: -0.09,
    };
    expect(income(edit)[1]).toBe(0);
  });

  it('NII-4, NMD-6: what ran in month 3 costs the one-month rate from month 4', () => {
    const model = {
      ...depositModel('ib'),
      beta: assumed(0),
      outflowShare: assumed(0.25),
      outflowMonth: assumed(3),
    };
    const edit = { principal: 'decay', behaviour: 'ib', rate: 0.01 } as const;
    const program = toyProgram([row('d', 'deposits', { ...edit, notionalUsdMillion: 120 })], {
      deposits: [model],
    });
    const months = incomeOfFirst(toyProjection(program, flatCurve(0.04)).flows);
    expect(months[0]).toBeCloseTo(0.1, 12); // 120 x 1 % / 12
    expect(months[2]).toBeCloseTo(0.1, 12);
    expect(months[3]).toBeCloseTo((90 * 0.01 + 30 * ONE_MONTH_AT_4) / 12, 10);
    expect(months[23]).toBeCloseTo((90 * 0.01 + 30 * ONE_MONTH_AT_4) / 12, 10);
  });
});
