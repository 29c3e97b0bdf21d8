import { describe, expect, it } from 'vitest';
import { assumed, depositModel, row } from '../../study/example-study.test-fixture.js';
import { handMade, pick } from '../hand-made.test-fixture.js';
import { gapMeasures } from './repricing-gap.js';

const SWAP = {
  id: 's',
  notionalUsdMillion: 40,
  fixedRate: 0.03,
  floatSpread: 0,
  startMonth: 0,
  maturityMonth: 60,
  model: 'undesignated',
  hedgedGroup: 'none',
} as const;

const bullet = (months: number) => ({ firstPrincipalMonth: months, maturityMonth: months });

/** Deposits: beta 0.4, a life of five years: 1/60 leaves a month. */
function bank(swaps: readonly (typeof SWAP)[] = []) {
  return handMade({
    positions: [
      row('prime', 'loans', {
        ...bullet(120),
        notionalUsdMillion: 300,
        floats: true,
        resetMonth: 2,
      }),
      row('fixed', 'loans', { ...bullet(48), notionalUsdMillion: 200 }),
      row('long', 'htm', { ...bullet(200), notionalUsdMillion: 100 }),
      row('vault', 'cash', { principal: 'none', notionalUsdMillion: 50 }),
      row('paid', 'deposits', { principal: 'decay', behaviour: 'ib', notionalUsdMillion: 500 }),
    ],
    swaps,
    scenarios: [{ id: '0', values: {}, swaps: swaps.map(() => 0) }],
  });
}

describe('repricing gap', () => {
  const gap = (id: string, swaps: readonly (typeof SWAP)[] = []) =>
    pick(gapMeasures(bank(swaps)), id);

  it('GAP-1, GAP-3: 300 floats in month 2, 200 fixed at 4 years; 200 of deposits at once', () => {
    expect(depositModel('ib').beta).toEqual(assumed(0.4));
    const { byTenor } = gap('gap.basel');
    expect(byTenor?.overnight).toBeCloseTo(-0.4 * 500, 9);
    // month 1: 0.6 x 500 / 60 = 5 of deposits runs off
    expect(byTenor?.['over 1 day to 1 month']).toBeCloseTo(-5, 9);
    // months 2 and 3: 5 x (59/60) + 5 x (59/60)^2 = 9.751389
    expect(byTenor?.['over 1 to 3 months']).toBeCloseTo(300 - 9.751389, 6);
    // months 37 to 48 of deposits: 300 x ((59/60)^36 - (59/60)^48)
    const left = (months: number) => 300 * (59 / 60) ** months;
    expect(byTenor?.['over 3 to 4 years']).toBeCloseTo(200 - (left(36) - left(48)), 9);
  });

  it('GAP-1: cash without cash flows does not reprice; all buckets add up to the net', () => {
    // 300 + 200 + 100 - 500
    expect(gap('gap.basel').value).toBeCloseTo(100, 9);
    expect(gap('gap.callReport').value).toBeCloseTo(100, 9);
  });

  it('GAP-3: the buckets of the Call Report', () => {
    const { byTenor } = gap('gap.callReport');
    const left = (months: number) => 300 * (59 / 60) ** months;
    expect(Object.keys(byTenor ?? {})).toEqual([
      'three months or less',
      'over 3 months to 12 months',
      'over 1 year to 3 years',
      'over 3 years to 5 years',
      'over 5 years to 15 years',
      'over 15 years',
    ]);
    expect(byTenor?.['three months or less']).toBeCloseTo(300 - 200 - (300 - left(3)), 9);
    expect(byTenor?.['over 15 years']).toBeCloseTo(100 - left(180), 9);
  });

  it('GAP-2: a swap that pays fixed is a floating asset now and a fixed debt at its end', () => {
    const [plain, hedged] = [gap('gap.basel'), gap('gap.basel', [SWAP])];
    const moved = (label: string) => (hedged.byTenor?.[label] ?? 0) - (plain.byTenor?.[label] ?? 0);
    expect(moved('overnight')).toBeCloseTo(40, 12);
    expect(moved('over 4 to 5 years')).toBeCloseTo(-40, 12);
    expect(hedged.value).toBeCloseTo(plain.value, 9);
  });

  it('GAP-4: within a year, in dollars and as a share of assets of 300 + 200 + 100 + 100', () => {
    // carrying amounts: three at 100 of the example row, and cash of 100
    const within = 300 - 200 - (300 - 300 * (59 / 60) ** 12);
    expect(gap('gap.cumulative12m').value).toBeCloseTo(within, 9);
    expect(gap('gap.cumulative12m.share').value).toBeCloseTo(within / 400, 9);
  });
});
