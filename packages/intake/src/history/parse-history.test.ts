import type { Result } from '@almfes/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBalanceHistory } from './parse-balance-history.js';
import { parseRateHistory } from './parse-rate-history.js';

const SEED = 20261128;
const HEAD = 'date,policyRatePercent,costPercent';

function complaints(answer: Result<unknown>): readonly string[] {
  return answer.ok ? [] : answer.issues.map(({ code, path }) => `${code} at ${path}`);
}

describe('rate history', () => {
  it('EST-14: per cent become decimals, a blank cost is not known', () => {
    const text = `${HEAD}\r\n2023-03-31,4.517,\r\n2023-06-30, 4.99 ,1.8325\r\n\r\n`;
    expect(parseRateHistory(text)).toEqual({
      ok: true,
      value: {
        quarters: ['2023-03-31', '2023-06-30'],
        policyRate: [0.04517, 0.0499],
        depositRate: [null, 0.018325],
      },
    });
  });

  it.each([
    ['another header', 'date,rate\n', ['csv.header at row 1']],
    ['nothing below it', HEAD, ['csv.empty at row 2']],
    ['a cell too few', `${HEAD}\n2023-03-31,1`, ['csv.cells at row 2']],
    ['a quote', `${HEAD}\n"2023-03-31",1,1`, ['csv.quote at row 2']],
    [
      'two bad cells in two rows',
      `${HEAD}\n2023-03-31,x,1\n2023-06-30,1,1,5\n2023-06-30,1,1`,
      ['csv.cells at row 3'],
    ],
    [
      'every bad cell at once',
      `${HEAD}\n2023-02-30,x,1\n2023-06-30,,200`,
      [
        'date.none at row 2, column date',
        'csv.number at row 2, column policyRatePercent',
        'csv.number at row 3, column policyRatePercent',
        'csv.number at row 3, column costPercent',
      ],
    ],
    [
      'a day inside a quarter',
      `${HEAD}\n2023-05-31,1,1\n2023-06-29,1,1`,
      ['history.quarter-end at row 2, column date', 'history.quarter-end at row 3, column date'],
    ],
    [
      'a quarter left out, one twice',
      `${HEAD}\n2022-12-31,1,1\n2023-06-30,1,1\n2023-06-30,1,1`,
      ['history.gap at row 3, column date', 'history.gap at row 4, column date'],
    ],
  ])('EST-14: %s', (_name, text, expected) => {
    expect(complaints(parseRateHistory(text))).toEqual(expected);
  });

  it(`EST-14: any text gives a history or issues, seed ${SEED}`, () => {
    const good = `${HEAD}\n2023-03-31,4.517,1.2\n2023-06-30,4.99,1.8325\n`;
    const mutated = fc
      .tuple(fc.nat(good.length - 1), fc.nat(9), fc.string({ maxLength: 5 }))
      .map(([at, length, put]) => good.slice(0, at) + put + good.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string()), (text) => {
        const rates = parseRateHistory(text);
        if (!rates.ok) return rates.issues.length > 0;
        return rates.value.policyRate.every(Number.isFinite);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('balance history', () => {
  it('EST-14: months are counted by the calendar, gaps are kept', () => {
    const text = 'date,balance\n2022-12-31,124.1\n2023-01-15,120\n2024-03-31,79.4\n';
    expect(parseBalanceHistory(text)).toEqual({
      ok: true,
      value: { months: [0, 1, 15], balances: [124.1, 120, 79.4] },
    });
  });

  it.each([
    ['a month twice', '2022-12-01,1\n2022-12-31,1', ['history.order at row 3, column date']],
    ['an order reversed', '2023-01-31,1\n2022-12-31,1', ['history.order at row 3, column date']],
    [
      'a balance of zero, below zero, none, and words',
      '2023-01-31,0\n2023-02-28,-5\n2023-03-31,\n2023-04-30,1e99\n2023-05-31,1 000',
      [2, 3, 4, 5, 6].map((row) => `csv.number at row ${row}, column balance`),
    ],
    ['a date of another form', '31.01.2023,1', ['date.format at row 2, column date']],
  ])('EST-14: %s', (_name, rows, expected) => {
    expect(complaints(parseBalanceHistory(`date,balance\n${rows}`))).toEqual(expected);
  });
});
