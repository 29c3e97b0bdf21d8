import { describe, expect, it } from 'vitest';
import { assumed, depositModel, row } from '../study/example-study.test-fixture.js';
import { flatCurve, paid, toyProgram, toyProjection } from './toy-program.test-fixture.js';

/** Flat curves, continuous. One-month rate r = 12 (exp(z/12) - 1). */
const AT_3 = flatCurve(0.03);
const AT_4 = flatCurve(0.04);
const ONE_MONTH_AT_3 = 0.030037531269542228;
const ONE_MONTH_AT_4 = 0.04006674080250949;
/** Semi-annual par rate on the flat 3 % curve: 2 (exp(0.015) - 1). */
const PAR_AT_3 = 0.03022612923143786;

const bullet = { firstPrincipalMonth: 240, maturityMonth: 240 };

/** Rate paid in a month on 1,200: interest / 100. */
function rateIn(edit: Parameters<typeof row>[2], month: number, curve = AT_4): number {
  const position = row('p', 'loans', { ...bullet, ...edit, notionalUsdMillion: 1200 });
  const program = toyProgram([position], { curve: AT_3 });
  return paid(program, toyProjection(program, curve).flows, 'interest', 'p', month) / 100;
}

describe('rates', () => {
  it('CF-2: one-month rates on a flat curve are 12 (exp(z / 12) - 1) in every month', () => {
    const { rates } = toyProjection(toyProgram([]), AT_4);
    for (const month of [0, 1, 100, 359]) {
      expect(rates.oneMonth[month]).toBeCloseTo(ONE_MONTH_AT_4, 12);
    }
  });

  it('CF-2: rates of later months are the forwards of the scenario curve', () => {
    // ln D(12) = -0.02, ln D(24) = -0.06: 2 % in year one, 4 % continuous in year two
    const curve = {
      nodesMonths: Float64Array.of(12, 24),
      logDiscount: Float64Array.of(-0.02, -0.06),
    };
    const { rates } = toyProjection(toyProgram([]), curve);
    expect(rates.oneMonth[11]).toBeCloseTo(12 * Math.expm1(0.02 / 12), 12);
    expect(rates.oneMonth[12]).toBeCloseTo(ONE_MONTH_AT_4, 12);
  });

  it('CF-3: a fixed position pays its coupon whatever the curve does', () => {
    expect(rateIn({ rate: 0.05, couponRate: 0.06 }, 1)).toBeCloseTo(0.06, 12);
    expect(rateIn({ rate: 0.05, couponRate: 0.06 }, 200)).toBeCloseTo(0.06, 12);
  });

  // 5 % now; the margin over the one-month rate is 5 % - 3.00375 %, over six months 5 % - 3.02261 %
  const fromOneMonth = 0.05 - ONE_MONTH_AT_3 + ONE_MONTH_AT_4;
  const fromReset = 0.05 - PAR_AT_3 + ONE_MONTH_AT_4;
  it.each([
    // resetMonth, month, rate, what
    [0, 1, fromOneMonth, 'floating from the first month'],
    [0, 200, fromOneMonth, 'and in every later one'],
    [1, 1, 0.05, 'after a reset in month 1: the first month as it is'],
    [1, 2, fromOneMonth, 'then with the market'],
    [6, 6, 0.05, 'a reset after six months: month 6 as it is'],
    [6, 7, fromReset, 'month 7 with the market'],
    [60, 60, 0.05, 'a hybrid of five years'],
    [60, 61, fromReset, 'floats from year six'],
  ])('CF-4: reset %i, month %i pays %d (%s)', (resetMonth, month, expected) => {
    expect(rateIn({ floats: true, rate: 0.05, resetMonth }, month)).toBeCloseTo(expected, 11);
  });

  it('CF-4: a floating rate does not fall below zero', () => {
    // margin 1 % - 3.00 %; at 1 % continuous 1 % - 2 % < 0
    expect(rateIn({ floats: true, rate: 0.01 }, 2, flatCurve(0.01))).toBe(0);
  });
});

describe('rate paid on deposits', () => {
  function deposits(beta: number, lagMonths: number, migrationShare = 0) {
    const model = { ...depositModel('ib'), beta: assumed(beta), lagMonths: assumed(lagMonths) };
    const moving = { ...depositModel('nib', 'ib'), beta: assumed(0) };
    const terms = { principal: 'decay', notionalUsdMillion: 1200 } as const;
    return toyProgram(
      [
        row('paid', 'deposits', { ...terms, behaviour: 'ib', rate: 0.01 }),
        row('more', 'deposits', {
          ...terms,
          behaviour: 'ib',
          notionalUsdMillion: 400,
          rate: 0.02,
        }),
        row('free', 'deposits', { ...terms, behaviour: 'nib', rate: 0 }),
      ],
      { curve: AT_3, deposits: [model, { ...moving, migrationShare: assumed(migrationShare) }] },
    );
  }

  /** Rate of a month: interest / balance, the balance decaying by 1/60 a month. */
  function rate(program: ReturnType<typeof deposits>, id: string, month: number, curve = AT_4) {
    const interest = paid(program, toyProjection(program, curve).flows, 'interest', id, month);
    const start = id === 'more' ? 400 : 1200;
    return (12 * interest) / (start * (59 / 60) ** (month - 1));
  }

  // The one-month rate rises at once from 3.003753 % to 4.006674 %: by 1.002921 points.
  const RISE = ONE_MONTH_AT_4 - ONE_MONTH_AT_3;
  it.each([
    // beta, lag, month, share of the rise passed on
    [0.4, 0, 1, 0.4],
    [0.4, 0, 300, 0.4],
    [0.4, 3, 1, 0.1],
    [0.4, 3, 2, 0.2],
    [0.4, 3, 3, 0.3],
    [0.4, 3, 4, 0.4],
    [0.4, 3, 5, 0.4],
    [1, 1, 1, 0.5],
    [0, 3, 12, 0],
  ])(
    'NMD-2, NMD-3: beta %d, lag %i months: month %i has %d of the rise',
    (beta, lag, month, share) => {
      expect(rate(deposits(beta, lag), 'paid', month)).toBeCloseTo(0.01 + share * RISE, 11);
    },
  );

  it('NMD-2: never below zero', () => {
    // 1 % + 0.6 x (-2 points) < 0
    expect(rate(deposits(0.6, 0), 'paid', 1, flatCurve(0.01))).toBe(0);
  });

  it.each([
    // month, share moved: 24 % in twelve steps of 2 %
    [1, 0.02],
    [6, 0.12],
    [12, 0.24],
    [40, 0.24],
  ])('NMD-5: in month %i the share %d earns the mean rate of the target', (month, moved) => {
    // target: (1200 x 1 % + 400 x 2 %) / 1600 = 1.25 %, on the base curve
    const program = deposits(0.4, 3, 0.24);
    expect(rate(program, 'free', month, AT_3)).toBeCloseTo(moved * 0.0125, 12);
    // and it moves with the target's beta once the lag is over
    if (month < 4) return;
    expect(rate(program, 'free', month, AT_4)).toBeCloseTo(moved * (0.0125 + 0.4 * RISE), 11);
  });
});
