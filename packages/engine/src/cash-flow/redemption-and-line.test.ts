import { describe, expect, it } from 'vitest';
import type { Position } from '../balance-sheet/index.js';
import { assumed, row } from '../study/example-study.test-fixture.js';
import { HORIZON_MONTHS, INCOME_MONTHS, rowValues, rowYields } from './index.js';
import { principalAnswersToRates } from './row-principal.js';
import {
  flatCurve,
  paid,
  principalOf,
  type ToyTerms,
  toyProgram,
  toyProjection,
} from './toy-program.test-fixture.js';

/** A share a year that is 1 % a month. */
const ONE_PERCENT = 1 - 0.99 ** 12;

const redemption = (sensitivity: number, penaltyMonths = 3) => ({
  id: 'cd',
  redemptionRate: assumed(ONE_PERCENT),
  redemptionSensitivity: assumed(sensitivity),
  penaltyMonths: assumed(penaltyMonths),
});

const TIME_DEPOSIT: Partial<Position> = {
  behaviour: 'cd',
  rate: 0.03,
  firstPrincipalMonth: 2,
  maturityMonth: 3,
};

const LINE: Partial<Position> = {
  principal: 'line',
  behaviour: 'line',
  carryingUsdMillion: 0,
  rate: 0.06,
  firstPrincipalMonth: 0,
  maturityMonth: 4,
  reinvestSpread: 0.01,
};
const drawdowns = [{ id: 'line', drawRate: assumed(1 - 0.9 ** 12) }];

function monthsOf(
  what: 'principal' | 'interest',
  position: ReturnType<typeof row>,
  terms: ToyTerms,
  months: number,
): number[] {
  const program = toyProgram([position], terms);
  const { flows } = toyProjection(program);
  return Array.from({ length: months }, (_, t) => paid(program, flows, what, position.id, t + 1));
}

function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [t, value] of expected.entries()) expect(found[t]).toBeCloseTo(value, 10);
}

describe('a time deposit that is broken', () => {
  const position = row('cd', 'deposits', TIME_DEPOSIT);
  const terms = { redemptions: [redemption(0)] };

  it('REDEEM-3: of 100 due in months 2 and 3, 1 % a month leaves before', () => {
    expectClose(monthsOf('principal', position, terms, 4), [1, 49.5 + 0.495, 49.005, 0]);
  });

  it('REDEEM-4: the penalty of three months is kept from the interest', () => {
    // month 1: 100 x 0.25 % less 1 x 0.75 %; month 2: 99 x 0.25 % less 0.495 x 0.75 %
    const interest = [0.25 - 0.0075, 0.2475 - 0.0037125, 49.005 * 0.0025, 0];
    expectClose(monthsOf('interest', position, terms, 4), interest);
    const program = toyProgram([position], terms);
    const { oldRate } = toyProjection(program).flows.income;
    expectClose([...oldRate.slice(0, 3)], [0.03 * 0.97, 0.03 * 0.985, 0.03]);
  });

  it('REDEEM-4: without a penalty the contract rate is paid', () => {
    const free = { redemptions: [redemption(0, 0)] };
    expectClose(monthsOf('interest', position, free, 3), [0.25, 0.2475, 49.005 * 0.0025]);
  });

  it('REDEEM-2: only a depositor who looks for a gain leaves faster when rates rise', () => {
    const long = row('cd', 'deposits', {
      ...TIME_DEPOSIT,
      firstPrincipalMonth: 36,
      maturityMonth: 36,
    });
    for (const [sensitivity, answers] of [
      [0, false],
      [8, true],
    ] as const) {
      const program = toyProgram([long], { redemptions: [redemption(sensitivity)] });
      const first = (rate: number) =>
        principalOf(program, toyProjection(program, flatCurve(rate)).flows, 'cd')[0] ?? Number.NaN;
      expect(principalAnswersToRates(program, 0)).toBe(answers);
      if (!answers) expect(first(0.06)).toBe(first(0.03));
      // flat 6 % continuous is 12 (e^0.005 - 1) = 6.0150 % paid monthly; penalty 3 % x 3 / 36
      const gain = 12 * (Math.exp(0.06 / 12) - 1) - 0.03 - 0.0025;
      const yearly = ONE_PERCENT + sensitivity * gain;
      expect(first(0.06)).toBeCloseTo(100 * (1 - (1 - yearly) ** (1 / 12)), 9);
    }
  });

  it('REDEEM-1: a deposit without a model keeps its contract', () => {
    const kept = row('cd', 'deposits', { ...TIME_DEPOSIT, behaviour: '' });
    expectClose(monthsOf('principal', kept, terms, 4), [0, 50, 50, 0]);
  });
});

describe('a line that is drawn', () => {
  const position = row('line', 'loans', LINE);

  it('DRAW-2: a tenth of the undrawn 100 a month goes out, all comes back in month 4', () => {
    expectClose(monthsOf('principal', position, { drawdowns }, 5), [-10, -9, -8.1, 27.1, 0]);
    // 6 % / 12 on what was drawn at the start of the month
    expectClose(monthsOf('interest', position, { drawdowns }, 5), [0, 0.05, 0.095, 0.1355, 0]);
  });

  it('DRAW-3: its value is that of its flows; it has no yield', () => {
    const program = toyProgram([position], { drawdowns });
    const { rates, flows } = toyProjection(program);
    const net = [-10, -9 + 0.05, -8.1 + 0.095, 27.1 + 0.1355];
    const value = net.reduce((sum, flow, t) => sum + flow * Math.exp((-0.03 * (t + 1)) / 12), 0);
    expect(rowValues(program, rates, flows)[0]).toBeCloseTo(value, 10);
    expect(rowYields(program, flows)[0]).toBe(0);
  });

  it('DRAW-3: income is what is drawn times the rate above that of its funding', () => {
    const program = toyProgram([position], { drawdowns });
    const { flows } = toyProjection(program);
    const { old, oldRate, fresh, freshRate } = flows.income;
    const oneMonth = 12 * (Math.exp(0.03 / 12) - 1);
    expectClose([...old.slice(0, 5)], [0, 10, 19, 27.1, 0]);
    expectClose([...fresh.slice(0, 5)], [0, -10, -19, -27.1, 0]);
    expectClose([...oldRate.slice(0, 2)], [0.06, 0.06]);
    expect(freshRate[1]).toBeCloseTo(oneMonth + 0.01, 10);
    expect(old).toHaveLength(INCOME_MONTHS);
    expect(principalOf(program, flows, 'line')).toHaveLength(HORIZON_MONTHS);
  });

  it('DRAW-1: with a sensitivity a rise of 1 % draws faster, in the scenario alone', () => {
    const sensitive = [{ id: 'line', drawRate: assumed(0.2), drawSensitivity: assumed(5) }];
    const program = toyProgram([position], { drawdowns: sensitive });
    expect(principalAnswersToRates(program, 0)).toBe(true);
    expect(principalAnswersToRates(toyProgram([position], { drawdowns }), 0)).toBe(false);
    const first = (rate: number) =>
      principalOf(program, toyProjection(program, flatCurve(rate)).flows, 'line')[0];
    const change = 12 * (Math.exp(0.04 / 12) - Math.exp(0.03 / 12));
    expect(first(0.03)).toBeCloseTo(-100 * (1 - 0.8 ** (1 / 12)), 9);
    expect(first(0.04)).toBeCloseTo(-100 * (1 - (0.8 - 5 * change) ** (1 / 12)), 9);
  });
});
