import type { CallReportMarket } from '@almfes/intake';
import { describe, expect, it } from 'vitest';
import { ownBeta } from './own-beta.js';

const HEAD = 'idrssd,bank,date,knownFrom,interestBearingPercent';
const line = (date: string, knownFrom: string, cost: number, idrssd = 7) =>
  `${idrssd},MADE BANK,${date},${knownFrom},${cost}`;
const history = (first: number, last: number) =>
  [
    HEAD,
    line('2018-03-31', '2018-04-30', first),
    line('2019-06-30', '2019-07-30', last),
    line('2018-03-31', '2018-04-30', 9, 8),
  ].join('\n');
/** Federal funds rise by 0.95 points. */
const market = {
  policyAverages: new Map([
    ['2018-03-31', 0.0145],
    ['2019-06-30', 0.024],
  ]),
} as unknown as CallReportMarket;
const beta = (text: string, decisionDate = '2022-01-30', idrssd = 7) =>
  ownBeta({ history: text, idrssd, market, decisionDate })?.beta ?? null;

describe('own beta', () => {
  it('FORM-22: rise of the cost over the rise of federal funds', () => {
    // (1.0 - 0.4) points over 0.95 points
    expect(beta(history(0.4, 1))).toBeCloseTo(0.6 / 0.95, 12);
    const found = ownBeta({
      history: history(0.4, 1),
      idrssd: 7,
      market,
      decisionDate: '2022-01-30',
    });
    expect(Object.keys(found?.figures ?? {})).toEqual([
      'own.interestBearingCost.2018-03-31',
      'own.interestBearingCost.2019-06-30',
    ]);
    expect(found?.industry).toBe(0.497);
  });

  it.each<[string, number | null]>([
    ['known on the day', beta(history(0.4, 1), '2019-07-30')],
    ['known a day later', beta(history(0.4, 1), '2019-07-29')],
    ['of a bank with half a history', beta(history(0.4, 1), '2022-01-30', 8)],
    ['of a cost that fell', beta(history(1, 0.4))],
    ['of a cost that rose beyond reason', beta(history(0.4, 1.9))],
  ])('FORM-22: %s', (what, found) => {
    if (what === 'known on the day') expect(found).toBeCloseTo(0.6 / 0.95, 12);
    else expect(found).toBeNull();
  });
});
