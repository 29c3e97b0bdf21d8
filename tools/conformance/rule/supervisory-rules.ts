import {
  type Jurisdiction,
  netEconomicValueRisk,
  netEconomicValueTest,
  OUTLIER_SHAPES,
  type OutlierMeasure,
  outlierTest,
  PRESCRIBED_SHAPES,
} from '@almfes/engine';
import type { ConformanceRow, ConformanceRule } from '../conformance-rule.js';

/** Losses on a Tier 1 of 1,000: verdict and headroom in shares of Tier 1. */
function outlierRows(
  measure: OutlierMeasure,
  jurisdiction: Jurisdiction,
  threshold: number,
): ConformanceRow[] {
  return [0, threshold / 2, threshold, threshold + 0.001, 1].flatMap((share) => {
    const test = outlierTest({
      measure,
      jurisdiction,
      worstChangeUsdMillion: -1000 * share,
      tier1UsdMillion: 1000,
    });
    const found = test.ok ? test.value : undefined;
    const verdict = share > threshold ? 'outlier' : 'pass';
    return [
      { what: `a loss of ${share} of Tier 1`, found: found?.verdict, expected: verdict },
      { what: `headroom at ${share}`, found: found?.headroom, expected: threshold - share },
    ];
  });
}

function standingRows(): ConformanceRow[] {
  const expected: readonly (readonly [OutlierMeasure, Jurisdiction, string])[] = [
    ['eve', 'us', 'benchmark'],
    ['nii', 'us', 'benchmark'],
    ['nii', 'basel', 'benchmark'],
    ['eve', 'basel', 'binding'],
    ['eve', 'eu', 'binding'],
    ['nii', 'eu', 'binding'],
  ];
  return expected.map(([measure, jurisdiction, standing]) => {
    const terms = { measure, jurisdiction, worstChangeUsdMillion: -1, tier1UsdMillion: 1 };
    const test = outlierTest(terms);
    const found = test.ok ? test.value.standing : test.issues[0]?.code;
    return { what: `${measure} ${jurisdiction}`, found, expected: standing };
  });
}

/** Base 1000 - 100 - 792 = 108; at +300 bp 920 - 98 - 760.32 = 61.68. */
function shareValueRows(): ConformanceRow[] {
  const test = netEconomicValueTest({
    assetValueUsdMillion: { base: 1000, shocked: 920 },
    otherLiabilityValueUsdMillion: { base: 100, shocked: 98 },
    nonMaturitySharesUsdMillion: 800,
  });
  const found = test.ok ? test.value : undefined;
  return [
    { what: 'base, shares at 99.00', found: found?.valueUsdMillion.base, expected: 108 },
    { what: '+300 bp, shares at 95.04', found: found?.valueUsdMillion.shocked, expected: 61.68 },
    { what: 'ratio after', found: found?.ratio.shocked, expected: 61.68 / 920 },
    { what: 'change', found: found?.sensitivity, expected: (61.68 - 108) / 108 },
  ];
}

/** Ratio, change, level. The first two are the published examples. */
function riskRows(): ConformanceRow[] {
  const expected: readonly (readonly [number, number, string])[] = [
    [0.0826, -0.2861, 'low'],
    [0.0647, -0.3335, 'moderate'],
    [0.0701, -0.3999, 'low'],
    [0.0699, -0.1, 'moderate'],
    [0.0399, -0.1, 'high'],
    [0.09, -0.41, 'moderate'],
    [0.09, -0.651, 'high'],
  ];
  return expected.map(([shockedRatio, sensitivity, risk]) => ({
    what: `ratio ${shockedRatio}, change ${sensitivity}`,
    found: netEconomicValueRisk({ shockedRatio, sensitivity }).risk,
    expected: risk,
  }));
}

/** Every shape: does the worst of the test look at it. */
function shapeRows(measure: OutlierMeasure, counted: readonly string[]): ConformanceRow[] {
  return PRESCRIBED_SHAPES.map((shape) => ({
    what: `${measure} ${shape}`,
    found: OUTLIER_SHAPES[measure].includes(shape) ? 'counts' : 'does not',
    expected: counted.includes(shape) ? 'counts' : 'does not',
  }));
}

const ALL_SIX = [
  'parallel-up',
  'parallel-down',
  'steepener',
  'flattener',
  'short-up',
  'short-down',
];

export const SUPERVISORY_RULES: readonly ConformanceRule[] = [
  {
    paragraph: 'SRP31, 2013/36/EU Article 98(5)',
    rule: 'outlier: economic value falls by more than 15% of Tier 1',
    evidence: 'seen',
    rows: () => outlierRows('eve', 'eu', 0.15),
  },
  {
    paragraph: '(EU) 2024/856 Article 5',
    rule: 'outlier: one year of net interest income falls by more than 5% of Tier 1',
    evidence: 'seen',
    rows: () => outlierRows('nii', 'eu', 0.05),
  },
  {
    paragraph: 'SRP31; (EU) 2024/856 Article 5',
    rule: 'the worst of the six shapes for value, of the two parallel ones for income',
    evidence: 'seen-secondary',
    rows: () => [
      ...shapeRows('eve', ALL_SIX),
      ...shapeRows('nii', ['parallel-up', 'parallel-down']),
    ],
  },
  {
    paragraph: 'no US rule',
    rule: 'both tests are benchmarks on US banks, the second under Basel',
    evidence: 'house',
    rows: standingRows,
  },
  {
    paragraph: 'NCUA SL 22-01',
    rule: 'non-maturity shares at 99.00 and 95.04',
    evidence: 'seen-secondary',
    rows: shareValueRows,
  },
  {
    paragraph: 'NCUA SL 22-01',
    rule: 'risk levels at 7 and 4%, 40 and 65%, with two published examples',
    evidence: 'seen-secondary',
    rows: riskRows,
  },
];
