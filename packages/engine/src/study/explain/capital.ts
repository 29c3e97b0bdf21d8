import type { Capital } from '../../metric/index.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { ValueNode } from './explanation.js';
import { QUOTIENT, step, sumOf, weighted } from './node.js';

const UNIT = 'USD million';

/** The reported amounts by key of the Study's capital. */
const TITLES = {
  cet1UsdMillion: 'CET1 as reported',
  additionalTier1UsdMillion: 'additional Tier 1',
  tier2UsdMillion: 'Tier 2',
  riskWeightedAssetsUsdMillion: 'risk-weighted assets',
  leverageAssetsUsdMillion: 'leverage assets',
  aociAddBackUsdMillion: 'AOCI that the opt-out adds back',
  tangibleCommonEquityUsdMillion: 'tangible common equity',
  tangibleAssetsUsdMillion: 'tangible assets',
  realisedLossUsdMillion: 'realised by Changes, before tax',
  raisedUsdMillion: 'raised by Changes',
  aociOnTransferredHtmUsdMillion: 'AOCI on securities moved to HTM, before tax',
} as const satisfies Partial<Record<keyof Capital, string>>;

export function capitalAmount(context: Explaining, key: keyof typeof TITLES): ValueNode {
  const { [key]: amount = 0 } = context.study.capital;
  return context.sources.amount(`/capital/${key}`, TITLES[key], amount, UNIT);
}

function taxRate({ study, sources }: Explaining) {
  return sources.amount('/capital/taxRate', 'tax rate', study.capital.taxRate, 'ratio');
}

/** CET1 after what Changes realised and raised (rule CAP-2), before or after tax. */
export function cet1Step(context: Explaining, tax: 'before tax' | 'after tax'): ValueNode {
  return step({ title: 'CET1', unit: UNIT, ...cet1Parts(context, tax) });
}

function cet1Parts(context: Explaining, tax: 'before tax' | 'after tax') {
  const keep = tax === 'before tax' ? 1 : 1 - context.study.capital.taxRate;
  return {
    formula: weighted(1, keep, 1),
    children: [
      capitalAmount(context, 'cet1UsdMillion'),
      capitalAmount(context, 'realisedLossUsdMillion'),
      capitalAmount(context, 'raisedUsdMillion'),
    ],
    restsOn: tax === 'before tax' ? [] : [taxRate(context)],
  };
}

/** capital.cet1 and what 12 months of income make of it (rules CAP-2 and CAP-14). */
function cet1Beneath(context: Explaining): Beneath | null {
  if (context.id === 'capital.cet1') return cet1Parts(context, 'after tax');
  if (context.id === 'capital.cet1.beforeTax') return cet1Parts(context, 'before tax');
  if (context.id !== 'capital.cet1.afterIncome') return null;
  return {
    formula: weighted(1, 1 - context.study.capital.taxRate),
    children: [context.measure('capital.cet1', ''), context.measure('nii.12m')],
    restsOn: [taxRate(context)],
  };
}

function cet1WithoutOptOut(context: Explaining): ValueNode {
  const cet1 = cet1Step(context, 'after tax');
  if (!context.study.capital.aociOptOut) return cet1;
  return step({
    title: 'CET1 without the AOCI opt-out',
    unit: UNIT,
    formula: weighted(1, -1),
    children: [cet1, capitalAmount(context, 'aociAddBackUsdMillion')],
  });
}

/** Tier 1 after what Changes did (rule CAP-1). */
export function tier1(context: Explaining): ValueNode {
  const children = [
    cet1Step(context, 'after tax'),
    capitalAmount(context, 'additionalTier1UsdMillion'),
  ];
  return step({ title: 'Tier 1', unit: UNIT, formula: sumOf(children), children });
}

function totalCapital(context: Explaining): ValueNode {
  const children = [tier1(context), capitalAmount(context, 'tier2UsdMillion')];
  return step({ title: 'total capital', unit: UNIT, formula: sumOf(children), children });
}

type Ratio = (context: Explaining) => readonly [ValueNode, ValueNode];

const weightedAssets = (context: Explaining) =>
  capitalAmount(context, 'riskWeightedAssetsUsdMillion');

/** Numerator and denominator of the ratios of the date (rules CAP-1 to CAP-3). */
const RATIOS: Readonly<Record<string, Ratio>> = {
  cet1Ratio: (context) => [cet1Step(context, 'after tax'), weightedAssets(context)],
  'cet1Ratio.noOptOut': (context) => [cet1WithoutOptOut(context), weightedAssets(context)],
  tier1Ratio: (context) => [tier1(context), weightedAssets(context)],
  totalRatio: (context) => [totalCapital(context), weightedAssets(context)],
  leverageRatio: (context) => [tier1(context), capitalAmount(context, 'leverageAssetsUsdMillion')],
  tceRatio: (context) => [
    capitalAmount(context, 'tangibleCommonEquityUsdMillion'),
    capitalAmount(context, 'tangibleAssetsUsdMillion'),
  ],
  'economicRatio.e0': (context) => [
    context.measure('capital.economic.e0'),
    weightedAssets(context),
  ],
};

/** capital.*: the ratios as quotients of reported amounts; what a regime adds, by its parts. */
export const CAPITAL_EXPLAINER: Explainer = {
  prefix: 'capital.',
  parts: ['capital', 'capitalRegime'],
  beneath: (context): Beneath | null => {
    const cet1 = cet1Beneath(context);
    if (cet1 !== null) return cet1;
    const ratio = RATIOS[context.id.slice('capital.'.length)];
    return ratio === undefined ? null : { formula: QUOTIENT, children: ratio(context) };
  },
};
