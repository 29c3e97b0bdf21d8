import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Group } from '../balance-sheet/index.js';
import { exampleStudy, row } from './example-study.test-fixture.js';
import { evaluate, fundingAfter, measureOf, type Study } from './index.js';

const flat = (rate: number) => [1, 6, 24, 120, 360].map((tenorMonths) => ({ tenorMonths, rate }));

/** Ten years without coupon at 4%: 100 / 1.02^20. At 6%: 100 / 1.03^20 = 55.3676. */
const AT_4 = 67.297133;

const bond = (group: Group, carryingUsdMillion: number) =>
  row(group, group, {
    accountingClass: group === 'afs' ? 'available-for-sale' : 'held-to-maturity',
    carryingUsdMillion,
    couponRate: 0,
    firstPrincipalMonth: 120,
    maturityMonth: 120,
  });

const sale = (group: 'afs' | 'htm', pledgedUsdMillion: number) =>
  ({
    id: group,
    title: group,
    kind: 'sale',
    group,
    pledgedUsdMillion,
    bidOffer: 0,
    daysToCash: 2,
  }) as const;

/** Cash 50; AFS all free; HTM half pledged. Uninsured 200. CET1 95 of 600, TCE 80 of 980. */
function tinyBank(): Study {
  const { market } = exampleStudy();
  return exampleStudy({
    market: { ...market, parQuotes: flat(0.04) },
    book: bookFromPositions([bond('afs', AT_4), bond('htm', 100)]),
    hedges: [],
    liquidity: {
      sources: [
        {
          id: 'cash',
          title: 'Cash',
          kind: 'cash',
          amountUsdMillion: 50,
          committed: true,
          daysToCash: 0,
        },
        sale('afs', 0),
        sale('htm', 50),
      ],
      uninsuredUsdMillion: 200,
      outflowShare: 0.3,
    },
    scenarios: [
      { id: '0', title: 'base', kind: 'parallel', shockBp: 0, floorRate: null },
      {
        id: '6%',
        title: 'flat at 6%',
        kind: 'replay',
        curve: { dateIso: '2022-12-30', quotes: flat(0.06) },
      },
    ],
  });
}

describe('fundingAfter', () => {
  it.each([
    // scenario, share, days, outflow, available, unmet, CET1 of 600, tangible equity / assets
    // day 1: cash alone; nothing is sold
    ['0', 0.21, 1, 42, 50, 0, 95, 80 / (980 - 42), []],
    // 66: 50 cash, 16 of AFS = 16 / 67.2971 of a loss of 32.7029 = 7.7752
    ['0', 0.33, 2, 66, 50 + 1.5 * AT_4, 0, 95 - 7.7752, 80 / (980 - 66), []],
    // 60 on day 1: 10 short
    ['0', 0.3, 1, 60, 50, 10, 95, 80 / (980 - 50), ['liquidity']],
    // 172: all there is, 150.9457; AFS loses 32.7029, half of HTM 16.3514; its taint takes 32.7029
    [
      '0',
      0.86,
      2,
      172,
      150.9457,
      21.0543,
      95 - 49.0543,
      47.2971 / (980 - 32.7029 - 150.9457),
      ['liquidity'],
    ],
    // at 6%: AFS mark 55.3676 - 67.2971 = -11.9296; all there is 133.0514; HTM mark -44.6324
    [
      '6%',
      0.86,
      2,
      172,
      133.0514,
      38.9486,
      95 - 1.5 * 44.6324,
      (80 - 11.9296 - 44.6324) / (980 - 56.562 - 133.0514),
      ['liquidity'],
    ],
  ] as const)('RUN-7: at %s, %d gone by day %i', (...terms) => {
    const [scenario, share, days, outflow, available, unmet, cet1, tce, broken] = terms;
    const after = fundingAfter(tinyBank(), scenario, share, days);
    expect(after.outflowUsdMillion).toBeCloseTo(outflow, 10);
    expect(after.availableUsdMillion).toBeCloseTo(available, 3);
    expect(after.unmetUsdMillion).toBeCloseTo(unmet, 3);
    expect(600 * after.cet1Ratio).toBeCloseTo(cet1, 3);
    expect(after.tceRatio).toBeCloseTo(tce, 6);
    expect(after.broken).toEqual(broken);
  });

  it.each([
    // CET1 before, TCE before, what 66 by day 2 breaks: CET1 then is 7.7752 less, TCE the same
    [34, 80, ['cet1']], // 26.2 of 600 = 4.37%
    [35, 80, []], // 27.2 of 600 = 4.54%
    [95, 18, ['tce']], // 18 of 914 = 1.97%
    [34, 18, ['cet1', 'tce']],
  ])('RUN-7: CET1 %d and tangible equity %d before: %j give way', (cet1, tce, broken) => {
    const study = tinyBank();
    const capital = {
      ...study.capital,
      cet1UsdMillion: cet1,
      tangibleCommonEquityUsdMillion: tce,
    };
    expect(fundingAfter({ ...study, capital }, '0', 0.33, 2).broken).toEqual(broken);
  });

  it('RUN-6, RUN-7: a hair under the threshold of the Outcome it survives, above it breaks', () => {
    const study = tinyBank();
    for (const scenario of ['0', '6%']) {
      const share = measureOf(evaluate(study), 'runThreshold.liquidity.2d', scenario);
      expect(fundingAfter(study, scenario, share - 1e-6, 2).broken).not.toContain('liquidity');
      expect(fundingAfter(study, scenario, share + 1e-6, 2).broken).toContain('liquidity');
    }
  });

  it('RUN-7: an unknown scenario, or a share that is none, is a programmer error', () => {
    expect(() => fundingAfter(tinyBank(), '+999', 0.3, 2)).toThrow('no scenario "+999"');
    expect(() => fundingAfter(tinyBank(), '0', 86, 2)).toThrow('not a share');
  });
});
