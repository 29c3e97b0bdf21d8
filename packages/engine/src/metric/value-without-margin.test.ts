import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, hasCashFlow, transferTerms, transferValues } from '../cash-flow/index.js';
import { row, SEED } from '../study/example-study.test-fixture.js';
import { evaluate, viewedIn } from '../study/index.js';
import { randomStudy } from '../study/random-study.test-fixture.js';
import { pick } from './hand-made.test-fixture.js';
import { THREE, transferBank } from './transfer/transfer-bank.test-fixture.js';
import { valueWithoutMarginMeasures } from './value-without-margin.js';

describe('EVE without commercial margins', () => {
  it(`FTP-6: every row is worth its amortised cost in the base scenario (seed ${SEED})`, () => {
    const property = fc.property(randomStudy(), (study) => {
      const { program, view } = viewedIn(study, '0');
      const values = transferValues(program, view, transferTerms(program, view));
      const { book } = program;
      book.id.forEach((_, at) => {
        const carrying = book.carryingUsdMillion[at] ?? Number.NaN;
        const amount = hasCashFlow(book, at) ? costOf(book, at) : carrying;
        const size = book.notionalUsdMillion[at] ?? Number.NaN;
        const value = values[at] ?? Number.NaN;
        expect(Math.abs(value - amount)).toBeLessThan(1e-9 * size);
      });
    });
    fc.assert(property, { seed: SEED, numRuns: 40 });
  });

  it('FTP-6: loan 100 + building 10 - deposit 80 = 30, whatever the customers pay', () => {
    const found = valueWithoutMarginMeasures(transferBank(THREE, { base: 0.036, up: 0.048 }));
    expect(pick(found, 'eve.withoutMargin.value', '0').value).toBeCloseTo(30, 10);
    expect(pick(found, 'eve.withoutMargin.change', '0').value).toBe(0);
  });

  it('FTP-7: the loan loses 100 bp-annuities, the deposit gains on its fixed 60 %', () => {
    const found = valueWithoutMarginMeasures(transferBank(THREE, { base: 0.036, up: 0.048 }));
    const change = pick(found, 'eve.withoutMargin.change', 'up');
    // a coupon of 0.3 % a month where 0.4 % is fair: 100 x 0.1 % on 60 months at 0.4 %
    const annuity = (1 - 1.004 ** -60) / 0.004;
    expect(change.by?.loans).toBeCloseTo(-100 * 0.001 * annuity, 10);
    // balance left (59/60)^t: the fixed 60 % of 80 is 0.1 % a month too cheap to the bank's gain
    const ratio = 59 / 60 / 1.004;
    const balances = (1 - ratio ** 360) / (1 - ratio) / 1.004;
    expect(change.by?.deposits).toBeCloseTo(0.6 * 80 * 0.001 * balances, 10);
    expect(change.by?.other).toBe(0);
  });

  it('FTP-7: a floating row moves only to its reset', () => {
    const floating = { floats: true, firstPrincipalMonth: 60, maturityMonth: 60 };
    const rows = [
      row('at-once', 'loans', { ...floating, resetMonth: 0 }),
      row('in-a-year', 'afs', { ...floating, resetMonth: 12 }),
    ];
    const found = valueWithoutMarginMeasures(transferBank(rows, { base: 0.036, up: 0.048 }));
    const change = pick(found, 'eve.withoutMargin.change', 'up');
    expect(change.by?.loans).toBeCloseTo(0, 11);
    expect(change.by?.afs).toBeCloseTo((-100 * 0.001 * (1 - 1.004 ** -12)) / 0.004, 10);
  });

  it('FTP-7: prepayment answers: a pool gains less than its base schedule would', () => {
    const terms = { behaviour: 'mbs', noteRate: 0.06, rate: 0.06, couponRate: 0.06 };
    const pool = row('pool', 'htm', { ...terms, principal: 'level', maturityMonth: 360 });
    const input = transferBank([pool], { base: 0.048, up: 0.024 });
    const change = pick(valueWithoutMarginMeasures(input), 'eve.withoutMargin.change', 'up').value;
    const [, down = input.base] = input.scenarios;
    const frozen = { rates: down.rates, flows: input.base.flows };
    const still = transferValues(input.program, frozen, transferTerms(input.program, input.base));
    expect(change).toBeGreaterThan(0);
    expect(change).toBeLessThan(((still[0] ?? Number.NaN) - 100) * 0.8);
  });

  it(`FTP-7: what moves no rate changes nothing (seed ${SEED})`, () => {
    const property = fc.property(randomStudy(), (study) => {
      const { measures } = evaluate(study);
      expect(pick(measures, 'eve.withoutMargin.change', 'still').value).toBe(0);
    });
    fc.assert(property, { seed: SEED, numRuns: 20 });
  });
});
