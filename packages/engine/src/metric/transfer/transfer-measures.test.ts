import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../balance-sheet/index.js';
import { assumed, exampleStudy, row, SEED } from '../../study/example-study.test-fixture.js';
import { evaluate, type Study } from '../../study/index.js';
import { randomStudy } from '../../study/random-study.test-fixture.js';
import { pick } from '../hand-made.test-fixture.js';
import { netInterestIncomeMeasures } from '../income/net-interest-income.js';
import type { TransferPricing } from '../index.js';
import type { MeasureInput } from '../view.js';
import { PRICING, THREE, transferBank } from './transfer-bank.test-fixture.js';
import { transferMeasures } from './transfer-measures.js';

const of = (input: MeasureInput) => transferMeasures(input, netInterestIncomeMeasures(input));

describe('transfer pricing of a bank of three positions at 3.6 %', () => {
  const found = of(transferBank(THREE, { base: 0.036, up: 0.048 }));
  const line = (id: string, scenario = '0') => pick(found, `ftp.${id}.12m`, scenario);
  const value = (id: string, scenario = '0') => line(id, scenario).value;
  /** Par rate of a year, paid each half-year, where a month earns 0.3 %. */
  const year = 2 * (1.003 ** 6 - 1);
  /** Half of 30 at the one-month rate, half locked at the date for a year. */
  const credit = (oneMonth: number) => 15 * oneMonth + 15 * year;

  it('FTP-8: the loan leaves 100 x (6 - 3.6) %, the deposit 80 x (3.6 - 1.2) %', () => {
    expect(line('margin').parts?.['term loans']).toBeCloseTo(2.4, 12);
    expect(line('margin').parts?.savings).toBeCloseTo(1.92, 12);
    expect(line('margin').by?.loans).toBeCloseTo(2.4, 12);
    expect(value('margin')).toBeCloseTo(4.32, 12);
  });

  it('FTP-8: when rates rise by 1.2 % both units keep their margin', () => {
    // deposit pays 1.2 + 0.4 x 1.2 = 1.68 %, is credited 0.4 x 4.8 + 0.6 x 3.6 = 4.08 %
    expect(line('margin', 'up').parts?.savings).toBeCloseTo(80 * (0.0408 - 0.0168), 12);
    expect(value('margin', 'up')).toBeCloseTo(4.32, 12);
  });

  it('FTP-9: loan and deposit stand at five years: 50 bp on 100 paid, on 80 received', () => {
    expect(line('liquidity').parts?.['term loans']).toBeCloseTo(-0.5, 12);
    expect(line('liquidity').parts?.savings).toBeCloseTo(0.4, 12);
    expect(line('centre').parts?.assets).toBeCloseTo(0.5, 12);
    expect(line('centre').parts?.liabilities).toBeCloseTo(-0.4, 12);
    expect(value('centre')).toBeCloseTo(0.1, 12);
  });

  it('FTP-10: savers can withdraw: 10 bp on 80, paid to treasury', () => {
    expect(line('option').parts?.savings).toBeCloseTo(-0.08, 12);
    expect(value('option')).toBeCloseTo(-0.08, 12);
    expect(line('treasury').parts?.options).toBeCloseTo(0.08, 12);
  });

  it('FTP-11: equity of 30 is half at 3.6 %, half at the par rate of a year', () => {
    expect(value('equity')).toBeCloseTo(credit(0.036), 12);
    expect(value('equity', 'up')).toBeCloseTo(credit(0.048), 12);
    // the second year is placed at the scenario's own rate
    const renewed = 2 * (1.004 ** 6 - 1);
    const both = 2 * 15 * 0.048 + 15 * (year + renewed);
    expect(pick(found, 'ftp.equity.24m', 'up').value).toBeCloseTo(both, 12);
  });

  it('FTP-12: the building of 10 is charged 3.6 + 0.4 %', () => {
    expect(value('nonEarning')).toBeCloseTo(-0.4, 12);
    expect(value('nonEarning', 'up')).toBeCloseTo(-0.52, 12);
    expect(line('nonEarning').by?.other).toBeCloseTo(-0.4, 12);
  });

  it('FTP-12: treasury from its own flows: 3.6 - 2.88 - credit + 0.4 + 0.08', () => {
    expect(line('treasury').parts).toMatchObject({ swaps: 0 });
    expect(value('treasury')).toBeCloseTo(3.6 - 2.88 - credit(0.036) + 0.4 + 0.08, 12);
    // after the rise the deposit is credited 80 x 4.08 % = 3.264: the mismatch loses
    expect(value('treasury', 'up')).toBeCloseTo(3.6 - 3.264 - credit(0.048) + 0.52 + 0.08, 12);
  });

  it('FTP-13: the lines are the whole income: 6 - 0.96 = 5.04', () => {
    const ids = ['margin', 'liquidity', 'option', 'treasury', 'centre', 'equity', 'nonEarning'];
    const sum = ids.reduce((total, id) => total + value(id), 0);
    expect(sum).toBeCloseTo(5.04, 12);
    expect(Math.abs(value('residual'))).toBeLessThan(1e-12);
  });
});

describe('new business and run-off', () => {
  it('FTP-5: what is repaid is funded at the par rate of its tenor without spread', () => {
    const short = { firstPrincipalMonth: 6, maturityMonth: 6, rate: 0.06, couponRate: 0.06 };
    const loan = row('loan', 'loans', { ...short, reinvestTenorMonths: 60, reinvestSpread: 0.01 });
    const found = of(transferBank([loan], { base: 0.036, up: 0.048 }));
    // half a year at 6 - 3.6 %, half a year at the new spread of 1 %
    expect(pick(found, 'ftp.margin.12m', '0').value).toBeCloseTo(1.2 + 0.5, 12);
    // running off, the second half earns nothing
    expect(pick(found, 'ftp.runOff.margin.12m', '0').value).toBeCloseTo(1.2, 12);
    // premium: six months 10 bp on the old balance, then 50 bp on new business of five years
    expect(pick(found, 'ftp.liquidity.12m', '0').value).toBeCloseTo(-0.05 - 0.25, 12);
    expect(pick(found, 'ftp.runOff.liquidity.12m', '0').value).toBeCloseTo(-0.05, 12);
  });

  it('FTP-5: a floor is the customer’s: the transfer rate goes below zero', () => {
    const loan = row('loan', 'loans', {
      floats: true,
      rate: 0.036,
      firstPrincipalMonth: 60,
      maturityMonth: 60,
    });
    const found = of(transferBank([loan], { base: 0.036, up: -0.006 }));
    // one-month rate -0.6 %: the loan earns the floor of 0, its money costs -0.6 %
    expect(pick(found, 'ftp.margin.12m', 'up').value).toBeCloseTo(0.6, 12);
    expect(pick(found, 'ftp.treasury.12m', 'up').parts?.assets).toBeCloseTo(-0.6, 12);
  });

  it('FTP-5: new business at a negative rate is funded there, be its own rate held at zero', () => {
    const due = { rate: 0.06, couponRate: 0.06, firstPrincipalMonth: 1, maturityMonth: 1 };
    const loan = row('loan', 'loans', { ...due, reinvestTenorMonths: 12 });
    const found = of(transferBank([loan], { base: 0.036, up: -0.006 }));
    // a month at 3.6 % locked, then eleven at the par rate of a year, where a month earns -0.05 %
    const year = 2 * (0.9995 ** 6 - 1);
    const { parts } = pick(found, 'ftp.treasury.12m', 'up');
    expect(parts?.assets).toBeCloseTo(0.3 + (100 * year * 11) / 12, 12);
  });

  it('FTP-12: an AFS bond of cost 100 at fair value 94 leaves -6 in the non-earning book', () => {
    const bond = row('bond', 'afs', { carryingUsdMillion: 94 });
    const found = of(transferBank([bond], { base: 0.036, up: 0.048 }));
    expect(pick(found, 'ftp.nonEarning.12m', '0').value).toBeCloseTo(0.06 * 4, 12);
  });
});

/** A pricing that names every product of a Study. */
function pricingOf({ book }: Study): TransferPricing {
  const products = [...new Set(book.id.map((_, at) => textAt(book.product, at)))];
  const optionCosts = products.map((product) => ({ product, costBp: assumed(7) }));
  return { ...PRICING, optionCosts };
}

describe('transfer pricing of any bank', () => {
  it(`FTP-13: the lines add up to the income to 1e-9 of it (seed ${SEED})`, () => {
    const property = fc.property(randomStudy(), (study) => {
      const { measures } = evaluate({ ...study, transferPricing: pricingOf(study) });
      const residuals = measures.filter(({ id }) => id.includes('.residual.'));
      expect(residuals).toHaveLength(2 * 2 * study.scenarios.length);
      for (const { id, scenario, value } of residuals) {
        const incomeId = id.replace('ftp', 'nii').replace('residual.', '');
        const income = pick(measures, incomeId, scenario).value;
        expect(Math.abs(value), `${id} ${scenario}`).toBeLessThan(1e-9 * Math.abs(income));
      }
    });
    fc.assert(property, { seed: SEED, numRuns: 40 });
  });

  it('FTP-13: also with a line that is drawn and a time deposit that is broken', () => {
    const line = {
      principal: 'line',
      behaviour: 'line',
      carryingUsdMillion: 0,
      rate: 0.07,
    } as const;
    const rows = [
      row('line', 'loans', { ...line, firstPrincipalMonth: 0, reinvestTenorMonths: 12 }),
      row('cd', 'deposits', { behaviour: 'cd', rate: 0.03, firstPrincipalMonth: 18 }),
      row('bond', 'afs', { carryingUsdMillion: 94 }),
    ];
    const optionCosts = [{ product: 'example', costBp: assumed(20) }];
    const found = of(transferBank(rows, { base: 0.036, up: 0.048 }, { ...PRICING, optionCosts }));
    for (const mode of ['', 'runOff.']) {
      const { parts } = pick(found, `ftp.${mode}treasury.24m`, 'up');
      expect(Math.abs(parts?.liabilities ?? 0)).toBeGreaterThan(1);
      expect(pick(found, `ftp.${mode}residual.24m`, 'up').value).toBeCloseTo(0, 12);
    }
  });

  it('FTP-14: without its part, or without an option cost it needs, it is refused by name', () => {
    const without = evaluate(exampleStudy());
    const refused = without.refused.filter(({ id }) => id.startsWith('ftp.'));
    expect(new Set(refused.map(({ issue }) => issue.path))).toEqual(new Set(['/transferPricing']));
    const unnamed = { ...PRICING, optionCosts: [] };
    const found = of(transferBank(THREE, { base: 0.036, up: 0.048 }, unnamed));
    expect(found[0]).toMatchObject({
      issue: { code: 'measure.no-input', expected: 'the option cost of product "savings"' },
    });
  });
});
