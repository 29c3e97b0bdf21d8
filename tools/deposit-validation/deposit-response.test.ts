import { describe, expect, it } from 'vitest';
import { ASSUMPTIONS, type AssumptionName } from '../../packages/intake/src/index.js';
import { type DepositType, depositResponse, lagFits } from './deposit-response.js';
import { monthAfter, oneMonthRates } from './monthly-curves.js';
import { ownBetas } from './own-beta.js';
import { hasShared, type SharedRow, sharedRows } from './shared-file.js';

/** One-month rates of 2016 to 2019: they rise by a quarter point in some months. */
const rates = new Map<string, number>();
for (let at = 0; at < 48; at += 1) {
  rates.set(monthAfter('2016-01', at), 0.0025 * Math.floor((at * at) / 150));
}

/** A cost of 0.2% and 0.4 of the mean of the last four one-month rates, mean of the quarter. */
const costs: SharedRow[] = [];
for (let quarter = 0; quarter < 8; quarter += 1) {
  const last = monthAfter('2018-03', 3 * quarter);
  let sum = 0;
  for (let back = 0; back < 3; back += 1) {
    for (let older = 0; older < 4; older += 1) {
      sum += rates.get(monthAfter(last, -back - older)) ?? Number.NaN;
    }
  }
  const cost = 100 * (0.002 + (0.4 * sum) / 12);
  costs.push({ date: `${last}-30`, size: '<1bn', cost_sav_mmda: String(cost) });
}

describe('what is taken from before the year that is predicted', () => {
  it('beta and lag of a made series come back', () => {
    const found = depositResponse(costs, rates, {
      ...{ size: '<1bn', type: 'savings', from: '2018-03-31', to: '2019-12-31' },
    });
    expect(found.lagMonths).toBe(3);
    expect(found.beta).toBeCloseTo(0.4, 9);
    expect(found.residualBp).toBeLessThan(1e-9);
  });

  it('nothing after the last date is read', () => {
    const spoilt = costs.map((row) =>
      (row.date ?? '') > '2019-06-30' ? { ...row, cost_sav_mmda: '99' } : row,
    );
    const found = depositResponse(spoilt, rates, {
      ...{ size: '<1bn', type: 'savings', from: '2018-03-01', to: '2019-06-30' },
    });
    expect([found.quarters, found.lagMonths]).toEqual([6, 3]);
  });

  it('a bank keeps of its distance from peers what came back in the next cycle', () => {
    const row = (idrssd: string, cycle: string, beta: number): SharedRow => ({
      ...{ idrssd, cycle, beta_ibtrans: '', beta_td_le250: '', beta_td_gt250: '' },
      beta_sav_mmda: String(beta),
    });
    const up = 'up_2018Q1_2019Q2';
    const down = 'down_2019Q2_2020Q4';
    const rows = [
      ...[row('a', up, 0.2), row('b', up, 0.4), row('c', up, 0.8), row('d', up, 2)],
      ...[row('a', down, 0.2), row('b', down, 0.4), row('c', down, 0.4)],
    ];
    // medians 0.8 and 0.4; distances up of a, b, c: -0.75, -0.5, 0; down: -0.5, 0, 0
    // slope (0.75 x 0.5) / (0.5625 + 0.25) = 0.4615; 2 counts as 1.5
    const { kept, multiples } = ownBetas(rows);
    expect(kept.savings).toBeCloseTo(0.375 / 0.8125, 12);
    expect(multiples.get('a')?.savings).toBeCloseTo(1 - 0.75 * (0.375 / 0.8125), 12);
    expect(multiples.get('d')?.savings).toBeCloseTo(1 + 0.875 * (0.375 / 0.8125), 12);
    expect(multiples.get('e')).toBeUndefined();
  });
});

describe.runIf(hasShared)('the lags that a Study assumes (runs with ../shared)', () => {
  const byKnown = [
    ['2021-11-04', '2018-03-31', '2021-09-30'],
    ['2024-02-04', '2021-12-31', '2023-12-31'],
  ] as const;
  const names: readonly (readonly [AssumptionName, DepositType])[] = [
    ['transactionLag', 'transaction'],
    ['savingsLag', 'savings'],
  ];
  const cases = byKnown.flatMap((known) => names.map((name) => [...known, ...name] as const));

  it.each(cases)('CALL-33: known %s, cost of %s to %s: %s', (known, from, to, name, type) => {
    const costs = sharedRows('call-reports/industry_deposit_costs_quarterly.csv');
    const fitsOf = (size: string) => {
      const fits = lagFits(costs, oneMonthRates(), { size, type, from, to });
      const least = Math.min(...fits.map(({ residualBp }) => residualBp));
      const near = fits.filter(({ residualBp }) => residualBp <= 1.5 * least);
      const lags = near.map(({ lagMonths }) => lagMonths);
      const best = fits.find(({ residualBp }) => residualBp === least)?.lagMonths ?? Number.NaN;
      return { low: Math.min(...lags), best, high: Math.max(...lags) };
    };
    const assumed = (banks: string) =>
      ASSUMPTIONS[name].ranges.find((range) => range.knownFrom === known && range.banks === banks);
    const small = fitsOf('<1bn');
    const large = fitsOf('1-10bn');
    expect(assumed('below-1bn')).toMatchObject({
      ...{ low: small.low, central: small.best, high: small.high },
    });
    expect(assumed('from-1bn')).toMatchObject({
      low: Math.min(large.low, fitsOf('>100bn').best),
      ...{ central: large.best, high: large.high },
    });
  });
});
