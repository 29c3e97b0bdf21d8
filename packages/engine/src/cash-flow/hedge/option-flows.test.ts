import { describe, expect, it } from 'vitest';
import type { OptionHedge } from '../../balance-sheet/index.js';
import { assumed } from '../../study/example-study.test-fixture.js';
import { carriedHedge, hedgeValues } from '../index.js';
import { flatCurve, toyProgram, toyProjection } from '../toy-program.test-fixture.js';

const SIGMA = 0.01;
/** Flat 3 % continuous, so D(t) = exp(-0.03 t / 12) and three months earn 3.0113 % a year. */
const D = (month: number) => Math.exp((-0.03 * month) / 12);
const QUARTER = 4 * Math.expm1(0.03 / 4);

const cap: OptionHedge = {
  id: 'cap',
  kind: 'cap',
  position: 'bought',
  notionalUsdMillion: 400,
  strikeRate: QUARTER,
  startMonth: 24,
  maturityMonth: 27,
  paymentMonths: 3,
  normalVolatility: assumed(SIGMA),
  premiumUsdMillion: 0,
  model: 'undesignated',
  hedgedGroup: 'none',
};

function projected(edit: Partial<OptionHedge>, zero = 0.03) {
  const program = toyProgram([], { hedges: [{ ...cap, ...edit }] });
  const { rates, flows } = toyProjection(program, flatCurve(zero));
  return { program, rates, flows, value: hedgeValues(program, rates, flows)[0] ?? Number.NaN };
}

/** Months (from 1) in which something is paid, with the amount. */
const paidIn = (cash: Float64Array) =>
  [...cash].flatMap((amount, t) => (amount === 0 ? [] : [[t + 1, amount] as const]));

describe('option hedges', () => {
  it('INSTRUMENT-3: at the money a caplet is N x 0.25 x D(27) x sigma root(T / 2 pi)', () => {
    const byHand = 400 * 0.25 * D(27) * SIGMA * Math.sqrt(2 / (2 * Math.PI));
    expect(projected({}).value).toBeCloseTo(byHand, 10);
    expect(projected({ kind: 'floor' }).value).toBeCloseTo(byHand, 10);
    expect(projected({ position: 'sold' }).value).toBeCloseTo(-byHand, 10);
  });

  it('INSTRUMENT-3: a swaption at the money is N x annuity x sigma root(T / 2 pi)', () => {
    const annuity = 0.5 * (D(30) + D(36) + D(42) + D(48));
    const par = (D(24) - D(48)) / annuity;
    const terms = { startMonth: 24, maturityMonth: 48, paymentMonths: 6, strikeRate: par };
    const byHand = 400 * annuity * SIGMA * Math.sqrt(2 / (2 * Math.PI));
    expect(projected({ ...terms, kind: 'payer-swaption' }).value).toBeCloseTo(byHand, 10);
    expect(projected({ ...terms, kind: 'receiver-swaption' }).value).toBeCloseTo(byHand, 10);
  });

  it('INSTRUMENT-2, INSTRUMENT-3: a collar is the cap bought and the floor sold', () => {
    const [high, low] = [QUARTER + 0.005, QUARTER - 0.002];
    const collar = projected({ kind: 'collar', strikeRate: high, floorRate: low });
    const bought = projected({ strikeRate: high }).value;
    const sold = projected({ kind: 'floor', strikeRate: low }).value;
    expect(collar.value).toBeCloseTo(bought - sold, 12);
  });

  it('INSTRUMENT-2: the first period of a spot cap is none: its rate is known', () => {
    const spot = { startMonth: 0, maturityMonth: 6, strikeRate: 0 };
    const [[month, amount] = [0, 0], ...more] = paidIn(projected(spot).flows.hedgeCash);
    expect(month).toBe(6);
    expect(amount).toBeCloseTo(400 * 0.25 * QUARTER, 10);
    expect(more).toEqual([]);
  });

  it('INSTRUMENT-4: a cap pays what it is in the money by, at the end of the period', () => {
    const at4 = 4 * Math.expm1(0.01);
    const [[month, amount] = [0, 0]] = paidIn(projected({}, 0.04).flows.hedgeCash);
    expect(month).toBe(27);
    expect(amount).toBeCloseTo(400 * 0.25 * (at4 - QUARTER), 10);
    expect(paidIn(projected({}, 0.02).flows.hedgeCash)).toEqual([]);
    expect(paidIn(projected({ kind: 'floor' }, 0.02).flows.hedgeCash)).toHaveLength(1);
  });

  const swaption = { startMonth: 12, maturityMonth: 24, paymentMonths: 6 } as const;
  it.each([
    // kind, zero rate, exercised
    ['payer-swaption', 0.04, true],
    ['payer-swaption', 0.02, false],
    ['receiver-swaption', 0.04, false],
    ['receiver-swaption', 0.02, true],
  ] as const)(
    'INSTRUMENT-4: a %s struck at 3 %% with rates at %d pays: %s',
    (kind, zero, isPaid) => {
      const { flows } = projected({ ...swaption, kind, strikeRate: 0.03 }, zero);
      const half = 2 * Math.expm1(zero / 2);
      const each = 400 * 0.5 * Math.abs(half - 0.03);
      const paid = paidIn(flows.hedgeCash);
      expect(paid.map(([month]) => month)).toEqual(isPaid ? [18, 24] : []);
      for (const [, amount] of paid) expect(amount).toBeCloseTo(each, 10);
    },
  );

  it('INSTRUMENT-5: payments over their quarter, the premium of 9 over 27 months', () => {
    const { flows } = projected({ premiumUsdMillion: 9, strikeRate: 0.02 });
    const paid = (400 * 0.25 * (QUARTER - 0.02)) / 3;
    const expected = [...Array(24).fill(-1 / 3), ...Array(3).fill(paid - 1 / 3), 0];
    [...flows.hedgeIncome.slice(0, 28)].forEach((income, t) => {
      expect(income, `month ${t + 1}`).toBeCloseTo(expected[t], 10);
    });
    expect(flows.hedgeCash[0]).toBe(0);
  });

  it('INSTRUMENT-5: a premium received is income; that of a swaption ends at the exercise', () => {
    const terms = { ...swaption, kind: 'payer-swaption', position: 'sold' } as const;
    const { flows } = projected({ ...terms, strikeRate: 0.05, premiumUsdMillion: -6 });
    expect([...flows.hedgeIncome.slice(0, 13)]).toEqual([...Array(12).fill(0.5), 0]);
  });

  it.each([0, 3, 12, 24, 25, 26, 27, 36])(
    'INSTRUMENT-11: to month %i income plus what is carried is payments plus value',
    (month) => {
      const { program, rates, flows } = projected({ premiumUsdMillion: 9, strikeRate: 0.02 });
      const earned = flows.hedgeIncome.slice(0, month).reduce((sum, each) => sum + each, 0);
      const all = earned + carriedHedge(program, 0, { rates, flows }, month);
      // After month 24 the rate is known: what is earned of it, and what is to come, discounted.
      const payoff = 400 * 0.25 * (QUARTER - 0.02);
      const past = Math.min(3, Math.max(0, month - 24)) / 3;
      const known = payoff * (past + (1 - past) * Math.exp((-0.03 * (27 - month)) / 12));
      if (month >= 24) expect(all).toBeCloseTo(month >= 27 ? payoff : known, 10);
      else expect(all).toBeGreaterThan(payoff * Math.exp((-0.03 * (27 - month)) / 12));
    },
  );

  it('SCEN-15: a volatility shock moves the value as the option’s own volatility does', () => {
    const { program, rates, flows, value } = projected({});
    const moved = { ...rates, volatilityChange: 0.002 };
    const higher = hedgeValues(program, moved, flows)[0];
    expect(higher).toBeCloseTo(projected({ normalVolatility: assumed(0.012) }).value, 12);
    expect(higher).toBeCloseTo(1.2 * value, 10); // at the money the value is linear in sigma
  });
});
