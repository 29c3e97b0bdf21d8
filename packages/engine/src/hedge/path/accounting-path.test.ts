import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL } from '../../study/capital-parts.test-fixture.js';
import { assumed, SEED, valueOrThrow } from '../../study/example-study.test-fixture.js';
import { baseDiscount, type Change, capitalQuarters, type Study } from '../../study/index.js';
import { assetLongBank, WHOLE_ENGINE } from '../asset-long-bank.test-fixture.js';
import {
  accountingPath,
  accountingTerms,
  hedgeChanges,
  hedgeFlows,
  layerQuarters,
  strikeStructure,
  structureOf,
  type Treatment,
} from '../index.js';
import { withChanges } from '../variant.js';

type Model = Treatment['model'];
type Group = Treatment['hedgedGroup'];

/** 1 received a quarter; worth 10 at once, then 9 and 8. Tax 25%: what is kept is 0.75. */
const flows = { settlement: [1, 1], value: [10, 9, 8] };

function rowsOf(treatment: Treatment, aociOptOut = true) {
  const terms = accountingTerms(treatment, 2, { taxRate: 0.25, aociOptOut });
  return accountingPath(flows, terms).map((row) => [
    row.netInterestIncome,
    row.otherIncome,
    row.oci,
    row.aoci,
    row.cet1,
    row.tangibleCommonEquity,
    row.economicCet1,
  ]);
}
const plain = (model: Model, hedgedGroup: Group): Treatment => ({
  model,
  hedgedGroup,
  event: null,
});

describe('income and capital along the path, by hand', () => {
  //             NII  other  OCI    AOCI  CET1   TCE   E0
  it.each([
    [
      'fair value, AFS, opted out: AOCI is protected, CET1 sees the interest alone',
      plain('fair-value', 'afs'),
      true,
      [
        [0, 0, 7.5, 7.5, 0, 7.5, 10],
        [1, 0, -0.75, 6.75, 0.75, 7.5, 9.75],
        [1, 0, -0.75, 6, 1.5, 7.5, 9.5],
      ],
    ],
    [
      'fair value, AFS, no opt-out: CET1 counts the AOCI',
      plain('fair-value', 'afs'),
      false,
      [
        [0, 0, 7.5, 7.5, 7.5, 7.5, 10],
        [1, 0, -0.75, 6.75, 7.5, 7.5, 9.75],
        [1, 0, -0.75, 6, 7.5, 7.5, 9.5],
      ],
    ],
    [
      'cash flow: AOCI that CET1 never counts',
      plain('cash-flow', 'borrowings'),
      false,
      [
        [0, 0, 7.5, 7.5, 0, 7.5, 10],
        [1, 0, -0.75, 6.75, 0.75, 7.5, 9.75],
        [1, 0, -0.75, 6, 1.5, 7.5, 9.5],
      ],
    ],
    [
      'fair value of loans: the basis meets the swap, equity sees neither',
      plain('fair-value', 'loans'),
      false,
      [
        [0, 0, 0, 0, 0, 0, 10],
        [1, 0, 0, 0, 0.75, 0.75, 9.75],
        [1, 0, 0, 0, 1.5, 1.5, 9.5],
      ],
    ],
    [
      // quarter 1: 0.75 x (1 + 9) = 7.5; quarter 2: 0.75 x (1 - 1) = 0
      'undesignated: all of it is income',
      plain('undesignated', 'none'),
      true,
      [
        [0, 0, 0, 0, 0, 0, 10],
        [1, 9, 0, 0, 7.5, 7.5, 7.5],
        [1, -1, 0, 0, 7.5, 7.5, 7.5],
      ],
    ],
  ] as const)('HEDGE-17, HEDGE-18: %s', (_, treatment, optOut, rows) => {
    expect(rowsOf(treatment, optOut)).toEqual(rows);
  });

  it('HEDGE-20: ended in quarter 1 at 9: a third a quarter, through interest', () => {
    const event = { kind: 'terminated', quarter: 1, itemQuarters: 3 } as const;
    for (const [model, group] of [
      ['fair-value', 'afs'],
      ['cash-flow', 'borrowings'],
    ] as const) {
      const [, first, second] = rowsOf({ model, hedgedGroup: group, event });
      expect(first).toEqual([1, 0, -0.75, 6.75, 0.75, 7.5, 9.75]);
      // interest 9 / 3 = 3; AOCI 0.75 x 6 = 4.5; CET1 0.75 + 2.25 = 3; E0 3 + 6 = 9
      expect(second?.map((each) => Number(each.toFixed(9)))).toEqual([3, 0, -2.25, 4.5, 3, 7.5, 9]);
    }
  });

  it('HEDGE-20: funding stops for half in quarter 1: half of AOCI is income at once', () => {
    const event = { kind: 'funding-stops', quarter: 1, share: 0.5 } as const;
    const [, first, second] = rowsOf({ model: 'cash-flow', hedgedGroup: 'borrowings', event });
    // other income 4.5; AOCI 0.75 x 4.5 = 3.375; CET1 0.75 x 5.5 = 4.125
    expect(first).toEqual([1, 4.5, -4.125, 3.375, 4.125, 7.5, 8.625]);
    // then half of each change: -0.5; AOCI 0.75 x 4 = 3; CET1 4.125 + 0.75 x 0.5 = 4.5
    expect(second).toEqual([1, -0.5, -0.375, 3, 4.5, 7.5, 8.5]);
  });

  it('HEDGE-19: a breach of a third in quarter 1 releases a third of the basis to interest', () => {
    const event = { kind: 'layer-breach', breachedShare: [0, 1 / 3, 1 / 4] } as const;
    const [, first, second] = rowsOf({ model: 'fair-value', hedgedGroup: 'afs', event });
    // interest 1 + 3; AOCI 0.75 x 6 = 4.5; then a third of -1 is other income, AOCI 0.75 x 16 / 3
    expect(first?.map((each) => Number(each.toFixed(9)))).toEqual([4, 0, -3, 4.5, 3, 7.5, 9]);
    expect(second?.slice(0, 2).map((each) => Number(each.toFixed(6)))).toEqual([1, -0.333_333]);
    expect(second?.[3]).toBeCloseTo(4, 9);
  });

  it('HEDGE-18: an event of another model leaves the path as it is', () => {
    const event = { kind: 'funding-stops', quarter: 1, share: 1 } as const;
    expect(rowsOf({ ...plain('fair-value', 'afs'), event })).toEqual(
      rowsOf(plain('fair-value', 'afs')),
    );
  });

  it('HEDGE-17: every treatment keeps the same sum: tangible equity with the whole mark', () => {
    // after tax, retained + what is deferred = (1 - t) x (interest to date + value), whatever the
    // model and the share in income; an independent sum over the flows
    const amount = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 4, maxLength: 4 }),
        fc.array(amount, { minLength: 5, maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }),
        (settlement, value, shares) => {
          const breachedShare = shares.map((share) => share / 4);
          const event = { kind: 'layer-breach', breachedShare } as const;
          const treatment: Treatment = { model: 'fair-value', hedgedGroup: 'afs', event };
          const terms = accountingTerms(treatment, 4, { taxRate: 0.25, aociOptOut: true });
          const rows = accountingPath({ settlement, value }, terms);
          rows.forEach((row, quarter) => {
            const interest = settlement.slice(0, quarter).reduce((sum, each) => sum + each, 0);
            const expected = 0.75 * (interest + (value[quarter] ?? 0));
            expect(row.tangibleCommonEquity).toBeCloseTo(expected, 9);
          });
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('HEDGE-17: flows of another length are a programmer error', () => {
    const terms = accountingTerms(plain('undesignated', 'none'), 3, {
      taxRate: 0.25,
      aociOptOut: true,
    });
    expect(() => accountingPath(flows, terms)).toThrow(RangeError);
  });
});

function swapsOf(study: Study, model: Model, hedgedGroup: Group): readonly Change[] {
  const struck = strikeStructure(structureOf('ladder-2-5-7'), 60, {
    discount: baseDiscount(study),
    swapSpread: 0,
    model,
    hedgedGroup,
  });
  return hedgeChanges(valueOrThrow(struck), { rationale: 'an example', sources: [] });
}

describe('the path beside the capital path of the engine', () => {
  // without a quarter of loss: a taxable loss makes a carry-forward, which CET1 does not count
  const { mortgageBanking: _, capitalPlan, ...parts } = ALL;
  if (capitalPlan === undefined) throw new Error('no plan');
  const nonInterestExpenseUsdMillion = assumed(0);
  const earning = { ...capitalPlan, sales: [], nonInterestExpenseUsdMillion };
  const study = assetLongBank({ ...parts, capitalPlan: earning });
  const apply = WHOLE_ENGINE.apply;

  it.each([
    ['fair-value', 'afs', '+200'],
    ['fair-value', 'afs', '-100'],
    ['undesignated', 'none', '+200'],
    ['undesignated', 'none', '-100'],
    ['cash-flow', 'borrowings', '+200'],
  ] as const)('HEDGE-17: %s of %s at %s: CET1 and E0 agree with it', (model, group, scenario) => {
    const changes = swapsOf(study, model, group);
    const found = valueOrThrow(
      hedgeFlows({ study, changes, scenario, quarters: 12, apply, capitalQuarters }),
    );
    const { capital } = study;
    const terms = accountingTerms(plain(model, group), 12, capital);
    const rows = accountingPath(found, terms);
    const bare = valueOrThrow(capitalQuarters(study, scenario));
    const hedged = valueOrThrow(
      capitalQuarters(valueOrThrow(withChanges(study, changes, apply)), scenario),
    );
    rows.forEach((row, quarter) => {
      const before = bare[quarter]?.point;
      const after = hedged[quarter]?.point;
      const cet1 = (after?.cet1 ?? 0) - (before?.cet1 ?? 0);
      const economic = (after?.economicCet1 ?? 0) - (before?.economicCet1 ?? 0);
      expect(row.cet1).toBeCloseTo(cet1, 9);
      expect(row.economicCet1).toBeCloseTo(economic, 9);
      if (model === 'cash-flow') return; // the capital path keeps this AOCI out of equity
      const equity = (after?.tangibleCommonEquity ?? 0) - (before?.tangibleCommonEquity ?? 0);
      expect(row.tangibleCommonEquity).toBeCloseTo(equity, 9);
    });
    expect(Math.abs(rows[4]?.economicCet1 ?? 0)).toBeGreaterThan(0.1);
  });
});

describe('a portfolio layer', () => {
  const study = assetLongBank();
  const layers = (notional: number, quarters = 12) => {
    const struck = strikeStructure(structureOf('bullet-5'), notional, {
      discount: baseDiscount(study),
      swapSpread: 0,
      model: 'fair-value',
      hedgedGroup: 'afs',
    });
    const changes = hedgeChanges(valueOrThrow(struck), { rationale: 'an example', sources: [] });
    return layerQuarters({ study, changes, group: 'afs', scenario: '0', quarters });
  };

  it('HEDGE-19: AFS of 200 is repaid evenly from month 12 to month 60', () => {
    // 49 payments of 200 / 49 in months 12 … 60: one by month 12, 25 by month 36
    const rows = layers(150);
    expect(rows[3]?.portfolioUsdMillion).toBeCloseTo(200, 9);
    expect(rows[4]?.portfolioUsdMillion).toBeCloseTo(200 - 200 / 49, 9);
    expect(rows[12]?.portfolioUsdMillion).toBeCloseTo(200 - (25 * 200) / 49, 9);
    // 97.96 left for a layer of 150: 34.7% is breached; after 12 payments (month 24) 151 hold 150
    expect(rows[12]?.breachedShare).toBeCloseTo(1 - 97.959_183_67 / 150, 8);
    expect(rows[7]?.breachedShare).toBe(0);
  });

  it('HEDGE-19: in month 60 the swap has ended: no layer is left to breach', () => {
    const rows = layers(150, 20);
    expect(rows[19]).toMatchObject({ layerUsdMillion: 150 });
    expect(rows[20]).toMatchObject({ layerUsdMillion: 0, breachedShare: 0 });
  });

  it('HEDGE-19: a layer of a third is never breached', () => {
    expect(layers(60).every(({ breachedShare }) => breachedShare === 0)).toBe(true);
  });
});
