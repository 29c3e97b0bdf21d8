import { describe, expect, it } from 'vitest';
import type { Position, Swap } from '../balance-sheet/index.js';
import { assumed, depositModel, row } from '../study/example-study.test-fixture.js';
import { hedgeValues, rowValues, rowYields } from './index.js';
import { flatCurve, type ToyTerms, toyProgram, toyProjection } from './toy-program.test-fixture.js';

function valueOfOne(
  edit: Partial<Position>,
  terms: ToyTerms = {},
  group: 'loans' | 'deposits' = 'loans',
) {
  const program = toyProgram([row('p', group, edit)], terms);
  const { rates, flows } = toyProjection(program);
  return rowValues(program, rates, flows)[0] ?? Number.NaN;
}

const AT_4 = { curve: flatCurve(0.04) };
const twoYears = { firstPrincipalMonth: 24, maturityMonth: 24, couponRate: 0.05 };

describe('value of a position', () => {
  it('EVE-2: a two-year 5 % bullet on a flat 4 % curve is worth 101.906', () => {
    // annuity of 24 months (1 - e^-0.08) / (e^(0.04/12) - 1) = 0.0768837 / 0.00333890 = 23.02668
    // 23.02668 x 100 x 5 % / 12 + 100 x e^-0.08 = 9.594449 + 92.311635
    expect(valueOfOne(twoYears, AT_4)).toBeCloseTo(101.906083, 6);
  });

  it('EVE-2: a coupon at the one-month rate is worth par, whatever the maturity', () => {
    const couponRate = 12 * Math.expm1(0.04 / 12);
    for (const maturityMonth of [1, 24, 119, 360]) {
      const edit = { couponRate, maturityMonth, firstPrincipalMonth: maturityMonth };
      expect(valueOfOne(edit, AT_4)).toBeCloseTo(100, 10);
    }
  });

  it('EVE-2: a floating position without margin is worth par on every curve', () => {
    const program = toyProgram([
      row('p', 'loans', { floats: true, rate: 12 * Math.expm1(0.03 / 12), maturityMonth: 300 }),
    ]);
    for (const zero of [0.01, 0.03, 0.06]) {
      const { rates, flows } = toyProjection(program, flatCurve(zero));
      expect(rowValues(program, rates, flows)[0]).toBeCloseTo(100, 10);
    }
  });

  it('EVE-2: a position without cash flows stands at its carrying amount', () => {
    expect(valueOfOne({ principal: 'none', carryingUsdMillion: 87 }, AT_4)).toBe(87);
  });

  it('EVE-3: a spread of 1 % on 4 % is the value at 5 %', () => {
    // annuity (1 - e^-0.10) / (e^(0.05/12) - 1) = 22.79115...; 5 % zero, 5 % / 12 coupon
    const at5 = valueOfOne(twoYears, { curve: flatCurve(0.05) });
    expect(valueOfOne({ ...twoYears, discountSpread: 0.01 }, AT_4)).toBeCloseTo(at5, 10);
    const annuity = (1 - Math.exp(-0.1)) / Math.expm1(0.05 / 12);
    expect(at5).toBeCloseTo(annuity * (5 / 12) + 100 * Math.exp(-0.1), 10);
  });

  it('NMD-4: a deposit by closed formula, with servicing and valuation spread', () => {
    // 100 decaying by h = 1/60, rate 1 % and servicing 1.2 % of the balance, v = e^(-5%/12):
    // sum over t of (1-h)^t v^(t+1) (h + 2.2 % / 12), cut at 360 months with the rest repaid
    const h = 1 / 60;
    const v = Math.exp(-0.05 / 12);
    const q = (1 - h) * v;
    const geometric = (v * (1 - q ** 360)) / (1 - q);
    const rest = (1 - h) ** 360 * v ** 360;
    const expected = 100 * ((h + 0.022 / 12) * geometric + rest);
    const model = {
      ...depositModel('ib'),
      beta: assumed(0),
      servicingRate: assumed(0.012),
      valuationSpread: assumed(0.01),
    };
    const edit = { principal: 'decay', behaviour: 'ib', rate: 0.01 } as const;
    expect(valueOfOne(edit, { ...AT_4, deposits: [model] }, 'deposits')).toBeCloseTo(expected, 9);
  });
});

describe('swaps', () => {
  /** 2 % in year one, 4 % continuous after it. */
  const STEEP = {
    nodesMonths: Float64Array.of(12, 360),
    logDiscount: Float64Array.of(-0.02, -0.02 - 0.04 * 29),
  };
  const discount = (month: number) =>
    Math.exp(-0.02 * Math.min(1, month / 12) - 0.04 * Math.max(0, month / 12 - 1));
  const swap = (edit: Partial<Swap> = {}): Swap => ({
    id: 's',
    notionalUsdMillion: 1000,
    fixedRate: 0.03,
    floatSpread: 0,
    startMonth: 0,
    maturityMonth: 60,
    model: 'undesignated',
    hedgedGroup: 'none',
    ...edit,
  });
  function project(swaps: readonly Swap[]) {
    const program = toyProgram([], { hedges: swaps, curve: STEEP });
    const { rates, flows } = toyProjection(program);
    return { flows, values: hedgeValues(program, rates, flows) };
  }
  const annuity = (start: number, end: number) => {
    let sum = 0;
    for (let month = start + 1; month <= end; month += 1) sum += discount(month) / 12;
    return sum;
  };

  it('CF-8: receives one month of the difference from the month after the start', () => {
    const { hedgeCash } = project([swap({ startMonth: 1, maturityMonth: 3 })]).flows;
    const oneMonth = 12 * Math.expm1(0.02 / 12); // 1000 x (2.0016676 % - 3 %) / 12
    expect([...hedgeCash.slice(0, 4)].map((x) => Number(x.toFixed(6)))).toEqual([
      0, -0.831944, -0.831944, 0,
    ]);
    expect(hedgeCash[1]).toBeCloseTo((1000 * (oneMonth - 0.03)) / 12, 12);
  });

  it.each([
    // start, end, float spread
    [0, 60, 0],
    [0, 60, 0.001],
    [12, 84, 0],
    [24, 360, -0.002],
  ])('EVE-4: from month %i to %i, float spread %d: 1000 x (D(s) - D(e) - (K - m) A)', (s, e, m) => {
    const { values } = project([swap({ startMonth: s, maturityMonth: e, floatSpread: m })]);
    const expected = 1000 * (discount(s) - discount(e) - (0.03 - m) * annuity(s, e));
    expect(values[0]).toBeCloseTo(expected, 8);
  });

  it('EVE-4: at the par rate a swap is worth nothing; its mirror cancels any swap', () => {
    const par = (1 - discount(60)) / annuity(0, 60);
    expect(project([swap({ fixedRate: par })]).values[0]).toBeCloseTo(0, 9);
    const both = project([swap(), swap({ id: 't', notionalUsdMillion: -1000 })]).values;
    expect((both[0] ?? 1) + (both[1] ?? 1)).toBe(0);
  });

  it('CF-8: nothing is exchanged after month 360', () => {
    const long = project([swap({ maturityMonth: 400 })]).values[0];
    expect(long).toBe(project([swap({ maturityMonth: 360 })]).values[0]);
  });
});

describe('book yield', () => {
  it.each([
    // yield, coupon
    [0.042, 0.06],
    [0.06, 0.06],
    [0.09, 0.02],
    [-0.01, 0.03],
  ])('CF-9: undoes the price of a five-year bullet at %d, coupon %d', (rate, coupon) => {
    // price of 1 at y monthly: c/y (1 - v^60) + v^60
    const v = (1 + rate / 12) ** -60;
    const price = (coupon / rate) * (1 - v) + v;
    const program = toyProgram([
      row('p', 'htm', {
        notionalUsdMillion: 100 * price,
        premium: price - 1,
        couponRate: coupon,
        firstPrincipalMonth: 60,
        maturityMonth: 60,
      }),
    ]);
    expect(rowYields(program, toyProjection(program).flows)[0]).toBeCloseTo(rate, 10);
  });

  it('CF-9: zero for a position without cash flows', () => {
    const program = toyProgram([row('p', 'loans', { principal: 'none' })]);
    expect(rowYields(program, toyProjection(program).flows)[0]).toBe(0);
  });
});
