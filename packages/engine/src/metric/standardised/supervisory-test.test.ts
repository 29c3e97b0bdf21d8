import { describe, expect, it } from 'vitest';
import {
  checkDepositCaps,
  checkEbaDepositCap,
  netEconomicValueRisk,
  netEconomicValueTest,
  type OutlierTerms,
  outlierTest,
  scenarioPrepaymentRate,
  scenarioRedemptionRatio,
} from './index.js';

describe('behaviour in a scenario', () => {
  it('STANDARD-7: borrowers prepay more when rates fall, depositors leave more when they rise', () => {
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
  it('STANDARD-9: headroom by category, negative where a cap is broken', () => {
    const retail = { category: 'retail-transactional', coreShare: 0.85 } as const;
    const checks = checkDepositCaps({ ...retail, coreAverageMaturityYears: 5.5 });
    if (!checks.ok) throw new Error('refused');
    expect(checks.value.map(({ what, verdict }) => [what, verdict])).toEqual([
      ['core share', 'pass'],
      ['core average maturity', 'fail'],
    ]);
    expect(checks.value[0]?.headroom).toBeCloseTo(0.05, 12);
    expect(checks.value[1]?.headroom).toBeCloseTo(-0.5, 12);
  });

  it('STANDARD-9: the EBA counts non-core deposits into the average', () => {
    // 80% core of 6 years, the rest at once: 4.8 years. Basel's cap on the core is 5.
    const model = { category: 'retail-transactional', coreShare: 0.8 } as const;
    const check = checkEbaDepositCap({ ...model, coreAverageMaturityYears: 6 });
    expect(check.ok && check.value.value).toBeCloseTo(4.8, 12);
    expect(check.ok && check.value.verdict).toBe('pass');
  });

  it('STANDARD-9: a share above one or a maturity that is no number is an issue', () => {
    const odd = checkDepositCaps({
      category: 'wholesale',
      coreShare: 90,
      coreAverageMaturityYears: Number.NaN,
    });
    expect(odd.ok ? [] : odd.issues.map(({ code }) => code)).toEqual([
      'deposit-caps.share',
      'deposit-caps.maturity',
    ]);
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
