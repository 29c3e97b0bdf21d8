import { describe, expect, it } from 'vitest';
import { assumed, part, plainDeposit } from '../../behaviour/deposit-model.test-fixture.js';
import { handMade } from '../hand-made.test-fixture.js';
import type { MeasureResult } from '../measure.js';
import {
  checkDepositCaps,
  netEconomicValueRisk,
  netEconomicValueTest,
  type OutlierTerms,
  outlierTest,
  scenarioPrepaymentRate,
  scenarioRedemptionRatio,
} from './index.js';
import { outlierMeasures } from './outlier-measures.js';

describe('behaviour in a scenario', () => {
  it('STANDARD-7: loans prepay more when rates fall, deposits leave when they rise', () => {
    expect(scenarioPrepaymentRate(0.1, 'parallel-down')).toBeCloseTo(0.12, 15);
    expect(scenarioPrepaymentRate(0.1, 'parallel-up')).toBeCloseTo(0.08, 15);
    expect(scenarioRedemptionRatio(0.1, 'parallel-up')).toBeCloseTo(0.12, 15);
    expect(scenarioRedemptionRatio(0.1, 'short-down')).toBeCloseTo(0.08, 15);
  });

  it('STANDARD-7: no more than everything, and a share to begin with', () => {
    expect(scenarioPrepaymentRate(0.9, 'flattener')).toBe(1); // 1.2 x 0.9 = 1.08
    expect(scenarioRedemptionRatio(0.95, 'short-up')).toBe(1);
    expect(() => scenarioPrepaymentRate(1.1, 'flattener')).toThrow(RangeError);
    expect(() => scenarioRedemptionRatio(Number.NaN, 'flattener')).toThrow(RangeError);
  });
});

describe('caps on core deposits', () => {
  const retail = plainDeposit({
    averageLifeYears: assumed(0.5),
    core: part(0.85, 5.5),
    category: 'retail-transactional',
  });

  it('STANDARD-9: the row of the category, and the EBA on core and non-core together', () => {
    const checks = checkDepositCaps(retail);
    if (!checks.ok) throw new Error('refused');
    const { basel, eba } = checks.value;
    expect(basel.coreShare).toMatchObject({ cap: 0.9, passes: true });
    expect(basel.coreShare.headroom).toBeCloseTo(0.05, 12);
    expect(basel.coreAverageLifeYears).toMatchObject({ cap: 5, passes: false });
    expect(basel.coreAverageLifeYears.headroom).toBeCloseTo(-0.5, 12);
    expect(eba.value).toBeCloseTo(4.75, 12); // 0.85 x 5.5 + 0.15 x 0.5
    expect(eba).toMatchObject({ cap: 5, passes: true });
  });

  it.each([
    ['retail-transactional', 0.9, 5],
    ['retail-non-transactional', 0.7, 4.5],
    ['wholesale', 0.5, 4],
  ] as const)('STANDARD-9: %s: %d of the balance, %d years', (category, share, years) => {
    const checks = checkDepositCaps({ ...retail, category });
    if (!checks.ok) throw new Error('refused');
    expect(checks.value.basel.coreShare.cap).toBe(share);
    expect(checks.value.basel.coreAverageLifeYears.cap).toBe(years);
  });

  it('STANDARD-9: a model without a category or a core is an issue', () => {
    const codes = [
      checkDepositCaps(plainDeposit({ core: part(0.8, 4) })),
      checkDepositCaps(plainDeposit({ category: 'wholesale' })),
    ].map((each) => (each.ok ? '' : each.issues[0]?.code));
    expect(codes).toEqual(['deposit-caps.category', 'core.none']);
  });
});

describe('outlier tests', () => {
  const test = (edit: Partial<OutlierTerms>) =>
    outlierTest({
      measure: 'eve',
      jurisdiction: 'basel',
      worstChangeUsdMillion: -120,
      tier1UsdMillion: 1000,
      ...edit,
    });

  it('STANDARD-10: a loss of 12% of Tier 1 passes with 3 points, of 16% does not', () => {
    const pass = test({});
    expect(pass).toMatchObject({ ok: true, value: { verdict: 'pass', standing: 'binding' } });
    expect(pass.ok && pass.value.headroom).toBeCloseTo(0.03, 12);
    expect(pass.ok && pass.value.headroomUsdMillion).toBeCloseTo(30, 10);
    const outlier = test({ worstChangeUsdMillion: -160 });
    expect(outlier).toMatchObject({ ok: true, value: { verdict: 'outlier' } });
    expect(outlier.ok && outlier.value.headroom).toBeCloseTo(-0.01, 12);
  });

  it('STANDARD-10: exactly the threshold is no outlier, a gain uses no headroom', () => {
    expect(test({ worstChangeUsdMillion: -150 })).toMatchObject({ value: { verdict: 'pass' } });
    expect(test({ worstChangeUsdMillion: 40 })).toMatchObject({ value: { lossShare: 0 } });
  });

  it.each([
    ['eve', 'basel', 'binding'],
    ['eve', 'eu', 'binding'],
    ['eve', 'us', 'benchmark'],
    ['nii', 'basel', 'benchmark'],
    ['nii', 'eu', 'binding'],
    ['nii', 'us', 'benchmark'],
  ] as const)('STANDARD-10: %s in %s is %s', (measure, jurisdiction, standing) => {
    const threshold = measure === 'eve' ? 0.15 : 0.05;
    const found = test({ measure, jurisdiction });
    expect(found).toMatchObject({ ok: true, value: { standing, threshold } });
  });

  it('STANDARD-10: no Tier 1 and a change that is no number are issues', () => {
    const codes = [test({ tier1UsdMillion: 0 }), test({ worstChangeUsdMillion: Number.NaN })];
    expect(codes.map((each) => (each.ok ? '' : each.issues[0]?.code))).toEqual([
      'outlier.tier1',
      'outlier.change',
    ]);
  });
});

describe('outlier tests in an Outcome', () => {
  const known: MeasureResult[] = [
    { id: 'eve.change', scenario: '+200', unit: 'USD million', value: -2500 },
    { id: 'nii.12m.change', scenario: '+200', unit: 'USD million', value: 300 },
    { id: 'nii.12m.change', scenario: '-200', unit: 'USD million', value: -700 },
  ];
  const scenarios = [{ id: '0', values: {} }];
  const found = (cet1UsdMillion: number) =>
    outlierMeasures(
      handMade({
        positions: [],
        scenarios,
        capital: { cet1UsdMillion, additionalTier1UsdMillion: 1303 },
      }),
      known,
    );

  it('STANDARD-12: of each scenario, on Tier 1 of 13,697 + 1,303 = 15,000', () => {
    const values = found(13_697)
      .filter(({ scenario }) => scenario !== '')
      .map((each) => ['value' in each ? each.value : Number.NaN]);
    // -2,500 / 15,000; 15% - 16.67%; a gain leaves 5%; 5% - 4.67%
    const expected = [-1 / 6, 0.15 - 1 / 6, 0.05, 0.05 - 700 / 15_000];
    values.forEach(([value], at) => {
      expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 12);
    });
    expect(found(13_697)[1]).toMatchObject({
      id: 'outlier.eve',
      scenario: '+200',
      parts: { threshold: 0.15, loss: -2500 / 15_000 },
    });
  });

  it('STANDARD-12: without Tier 1 above zero every one of them is refused', () => {
    expect(found(-1303).every((each) => 'issue' in each)).toBe(true);
  });
});

describe('the credit unions’ test', () => {
  it('STANDARD-11: shares at 99.00 and 95.04, all else at its own value', () => {
    // Base 1000 - 100 - 0.99 x 800 = 108; shocked 920 - 98 - 0.9504 x 800 = 61.68.
    const test = netEconomicValueTest({
      assetValueUsdMillion: { base: 1000, shocked: 920 },
      otherLiabilityValueUsdMillion: { base: 100, shocked: 98 },
      nonMaturitySharesUsdMillion: 800,
    });
    if (!test.ok) throw new Error('refused');
    const { valueUsdMillion, ratio, sensitivity, risk } = test.value;
    expect(valueUsdMillion.base).toBeCloseTo(108, 10);
    expect(valueUsdMillion.shocked).toBeCloseTo(61.68, 10);
    expect(ratio.shocked).toBeCloseTo(0.0670435, 7);
    expect(sensitivity).toBeCloseTo(-0.4288889, 7);
    expect(risk).toBe('moderate');
  });

  // The first two rows are classified so in a published example (ALM First, 2022).
  it.each([
    [0.0826, -0.2861, 'low'],
    [0.0647, -0.3335, 'moderate'],
    [0.08, -0.5, 'moderate'],
    [0.039, -0.1, 'high'],
    [0.09, -0.66, 'high'],
    [0.07, -0.4, 'moderate'],
    [0.04, -0.65, 'moderate'],
  ])('STANDARD-11: a ratio of %d after a change of %d is %s risk', (ratio, change, risk) => {
    expect(netEconomicValueRisk({ shockedRatio: ratio, sensitivity: change }).risk).toBe(risk);
  });

  it('STANDARD-11: nothing left in the base is an issue, not a ratio', () => {
    const test = netEconomicValueTest({
      assetValueUsdMillion: { base: 890, shocked: 800 },
      otherLiabilityValueUsdMillion: { base: 100, shocked: 98 },
      nonMaturitySharesUsdMillion: 800,
    });
    expect(test.ok ? '' : test.issues[0]?.code).toBe('nev.not-positive');
  });
});
