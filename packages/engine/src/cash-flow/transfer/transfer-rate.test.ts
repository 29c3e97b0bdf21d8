import { describe, expect, it } from 'vitest';
import type { Position } from '../../balance-sheet/index.js';
import type { DepositModel } from '../../behaviour/index.js';
import type { ZeroCurve } from '../../market/index.js';
import { assumed, depositModel, row } from '../../study/example-study.test-fixture.js';
import {
  flatCurve,
  type ToyTerms,
  toyProgram,
  toyProjection,
} from '../toy-program.test-fixture.js';
import { transferTerms, transferValues } from './index.js';
import { transferRatePath } from './transfer-rate.js';

/** One-month rates of 2.4 % for a month, 4.8 % for the next, then 6 %: D = 1 / (1 + r / 12) ... */
const STEEP: ZeroCurve = {
  nodesMonths: Float64Array.of(1, 2, 360),
  logDiscount: Float64Array.of(
    -Math.log(1.002),
    -Math.log(1.002 * 1.004),
    -Math.log(1.002 * 1.004 * 1.005 ** 358),
  ),
};
const D1 = 1 / 1.002;
const D2 = D1 / 1.004;
const D3 = D2 / 1.005;

function termsOf(position: Position, terms: ToyTerms = {}) {
  const program = toyProgram([position], { curve: STEEP, ...terms });
  const base = toyProjection(program);
  const found = transferTerms(program, base);
  return { program, base, all: found, terms: found[0] ?? null };
}

const bullet = (months: number, edit: Partial<Position> = {}) =>
  row('x', 'loans', { firstPrincipalMonth: months, maturityMonth: months, ...edit });

const even = (from: number, to: number) =>
  row('x', 'loans', { firstPrincipalMonth: from, maturityMonth: to });

describe('transfer rate of a fixed row', () => {
  it.each([
    ['one month', bullet(1), (12 * (1 - D1)) / D1, 1],
    ['two months', bullet(2), (12 * (1 - D2)) / (D1 + D2), 2],
    ['halves in months 1 and 2', even(1, 2), (12 * (1 - (D1 + D2) / 2)) / (D1 + D2 / 2), 1.5],
    ['three months', bullet(3), (12 * (1 - D3)) / (D1 + D2 + D3), 3],
  ])('FTP-1: %s: the coupon at which its own schedule is worth par', (_, position, rate, tenor) => {
    const { terms } = termsOf(position);
    expect(terms?.lockedRate).toBeCloseTo(rate, 13);
    expect(terms?.tenorMonths).toBeCloseTo(tenor, 12);
  });

  it('FTP-1: neither coupon nor premium nor spread of the customer moves it', () => {
    const plain = termsOf(bullet(24)).terms?.lockedRate ?? Number.NaN;
    const edit = { rate: 0.09, couponRate: 0.08, premium: 0.05, discountSpread: 0.02 };
    expect(termsOf(bullet(24, edit)).terms?.lockedRate).toBeCloseTo(plain, 14);
  });

  it('FTP-1: a pool is funded at its expected life, shorter than its last payment', () => {
    const pool = row('x', 'afs', { principal: 'level', behaviour: 'mbs', maturityMonth: 360 });
    const { terms } = termsOf({ ...pool, noteRate: 0.03 });
    expect(terms?.tenorMonths).toBeLessThan(200);
    expect(terms?.lockedRate).toBeLessThan(0.06);
  });
});

describe('transfer rate of a line', () => {
  it('FTP-1: opens at 0, is drawn 10, 9, 8.1 and repaid 27.1: worth 0 at its own coupon', () => {
    const line = row('x', 'loans', {
      principal: 'line',
      behaviour: 'line',
      carryingUsdMillion: 0,
      maturityMonth: 4,
    });
    const drawdowns = [{ id: 'line', drawRate: assumed(1 - 0.9 ** 12) }];
    const { terms, program, base, all } = termsOf(line, { drawdowns });
    const D4 = D3 / 1.005;
    const drawn = 10 * D1 + 9 * D2 + 8.1 * D3 - 27.1 * D4;
    const rate = (12 * drawn) / (10 * D2 + 19 * D3 + 27.1 * D4);
    expect(terms?.lockedRate).toBeCloseTo(rate, 11);
    // 10 is out for three months, 9 for two, 8.1 for one
    expect(terms?.tenorMonths).toBeCloseTo((30 + 18 + 8.1) / 27.1, 11);
    expect(transferValues(program, base, all)[0]).toBeCloseTo(0, 11);
  });
});

describe('transfer rate of a floating row and of a deposit', () => {
  it('FTP-2: to its reset in month 2 at the two-month par coupon, then one-month rates', () => {
    const position = bullet(48, { floats: true, resetMonth: 2, rate: 0.07 });
    const { terms, base } = termsOf(position);
    if (terms === null) throw new Error('no terms');
    const path = transferRatePath(terms, base.rates.oneMonth);
    expect(path[0]).toBeCloseTo((12 * (1 - D2)) / (D1 + D2), 13);
    expect(path[1]).toBe(path[0]);
    expect(path[2]).toBeCloseTo(0.06, 12);
    expect(terms.tenorMonths).toBeCloseTo(48, 12);
  });

  it('FTP-2: a row that floats at once is locked for no month', () => {
    const { terms } = termsOf(bullet(48, { floats: true, resetMonth: 0 }));
    expect(terms).toMatchObject({ lockedRate: 0, lockedMonths: 0 });
  });

  const deposit = row('x', 'deposits', { principal: 'decay', behaviour: 'ib' });
  const model = (edit: Partial<DepositModel>) => ({ ...depositModel('ib'), ...edit });

  it('FTP-3: beta 0.4: 40 % at the one-month rate, 60 % at the par coupon of the decay', () => {
    const { terms, base } = termsOf(deposit);
    if (terms === null) throw new Error('no terms');
    // a sixtieth of the balance a month: weights b D with b = (59/60)^t, cut at month 360
    let [repaid, annuity, balance] = [0, 0, 1];
    for (let t = 0; t < 360; t += 1) {
      const factor = base.rates.discount[t + 1] ?? Number.NaN;
      const paid = t === 359 ? balance : balance / 60;
      annuity += (balance * factor) / 12;
      repaid += paid * factor;
      balance -= paid;
    }
    const fixed = (1 - repaid) / annuity;
    expect(terms.lockedRate).toBeCloseTo(fixed, 13);
    expect(transferRatePath(terms, base.rates.oneMonth)[0]).toBeCloseTo(
      0.4 * 0.024 + 0.6 * fixed,
      13,
    );
  });

  it('FTP-3: a beta curve counts at the level of the date; betaDown does not count', () => {
    const part = { low: assumed(0.2), midpoint: assumed(0.024), slope: assumed(300) };
    const curved = termsOf(deposit, { deposits: [model({ betaCurve: part })] }).terms;
    // at its midpoint a beta curve stands half way from 0.2 to 0.4
    expect(curved?.floatingShare).toBeCloseTo(0.3, 12);
    const down = termsOf(deposit, { deposits: [model({ betaDown: assumed(0.1) })] }).terms;
    expect(down?.floatingShare).toBe(0.4);
  });

  it.each([0, 0.4, 1, 1.5])('FTP-3: worth par in the base scenario for a beta of %d', (beta) => {
    const found = termsOf(deposit, { deposits: [model({ beta: assumed(beta) })] });
    expect(transferValues(found.program, found.base, found.all)[0]).toBeCloseTo(100, 10);
  });

  it.each([
    ['a deposit', deposit],
    ['a loan that floats from month 30', bullet(48, { floats: true, resetMonth: 30 })],
    ['a premium bond', bullet(48, { premium: 0.05, rate: 0.07 })],
  ])('FTP-6: %s at other rates is worth its transfer flows month by month', (_, position) => {
    const { program, terms, all } = termsOf(position);
    if (terms === null) throw new Error('no terms');
    const other = toyProjection(program, flatCurve(0.08));
    const path = transferRatePath(terms, other.rates.oneMonth);
    const perPar = 1 + position.premium;
    let [balance, value] = [100, 0];
    for (let t = 0; t < 360; t += 1) {
      const repaid = perPar * (other.flows.byRow[0]?.principal[t] ?? Number.NaN);
      const interest = (balance * (path[t] ?? Number.NaN)) / 12;
      value += (repaid + interest) * Math.exp((-0.08 * (t + 1)) / 12);
      balance -= repaid;
    }
    expect(value).toBeLessThan(99.9);
    expect(transferValues(program, other, all)[0]).toBeCloseTo(value, 9);
  });

  it('FTP-4: a row without cash flows has no transfer rate', () => {
    expect(termsOf(row('x', 'other', { principal: 'none' })).terms).toBeNull();
    expect(termsOf(row('x', 'loans', { notionalUsdMillion: 0 })).terms).toBeNull();
  });
});
