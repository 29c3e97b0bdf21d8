import { describe, expect, it } from 'vitest';
import type { Amortisation, Swap } from '../../balance-sheet/index.js';
import { carriedHedge, hedgeValues } from '../index.js';
import { flatCurve, toyProgram, toyProjection } from '../toy-program.test-fixture.js';

function projected(amortisation: Amortisation | null, edit: Partial<Swap> = {}) {
  const swap: Swap = {
    id: 's',
    notionalUsdMillion: 1200,
    fixedRate: 0.02,
    floatSpread: 0,
    startMonth: 0,
    maturityMonth: 12,
    model: 'undesignated',
    hedgedGroup: 'none',
    ...(amortisation === null ? {} : { amortisation }),
    ...edit,
  };
  const program = toyProgram([], { hedges: [swap], curve: flatCurve(0.03) });
  const { rates, flows } = toyProjection(program);
  return { program, rates, flows, value: hedgeValues(program, rates, flows)[0] };
}

/** One month at 3 % continuous, less 2 %, on a notional of 1. */
const MARGIN = Math.expm1(0.03 / 12) - 0.02 / 12;

describe('swaps', () => {
  it('INSTRUMENT-1: linear: 1200 falls by 100 a month', () => {
    const { hedgeCash, hedgeIncome } = projected({ kind: 'linear' }).flows;
    for (let t = 0; t < 12; t += 1) {
      expect(hedgeCash[t]).toBeCloseTo((1200 - 100 * t) * MARGIN, 10);
    }
    expect(hedgeCash[12]).toBe(0);
    expect(hedgeIncome).toBe(hedgeCash);
  });

  it('INSTRUMENT-1: linear from a forward start: whole in the first month', () => {
    const edit = { startMonth: 6, maturityMonth: 18 };
    const { hedgeCash } = projected({ kind: 'linear' }, edit).flows;
    expect(hedgeCash[5]).toBe(0);
    expect(hedgeCash[6]).toBeCloseTo(1200 * MARGIN, 10);
    expect(hedgeCash[17]).toBeCloseTo(100 * MARGIN, 10);
  });

  it('INSTRUMENT-1: by a schedule; it is the sum of swaps that end at its steps', () => {
    const steps = [
      { fromMonth: 3, remainingShare: 0.75 },
      { fromMonth: 9, remainingShare: 0.25 },
    ];
    const { flows, value } = projected({ kind: 'schedule', steps });
    expect([2, 3, 8, 9, 11].map((t) => Number((flows.hedgeCash[t] ?? 0).toFixed(9)))).toEqual(
      [1200, 900, 900, 300, 300].map((notional) => Number((notional * MARGIN).toFixed(9))),
    );
    const whole = [
      [300, 3],
      [600, 9],
      [300, 12],
    ].map(([notionalUsdMillion = 0, maturityMonth = 0]) =>
      projected(null, { notionalUsdMillion, maturityMonth }),
    );
    const sum = whole.reduce((total, each) => total + (each.value ?? Number.NaN), 0);
    expect(value).toBeCloseTo(sum, 10);
  });

  it('CPATH-3: what a swap has paid is gone, what is to come is discounted to the quarter', () => {
    const { program, rates, flows } = projected(null);
    const at = (month: number) => carriedHedge(program, 0, { rates, flows }, month);
    let toCome = 0;
    for (let month = 1; month <= 6; month += 1) toCome += 1200 * MARGIN * Math.exp(-0.0025 * month);
    expect(at(6)).toBeCloseTo(toCome, 10);
    expect(at(12)).toBe(0);
  });
});
