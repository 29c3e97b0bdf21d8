import { atDate, type MeasureDefinition } from '../measure.js';

const LEFT = 'positive: room above the limit; not positive: a breach, zero included where strict';

const REGIME_LIMITS = 'The limit of the stated regime; buffers and capital orders are not in it.';

const RATIOS = {
  cet1: 'CET1 ratio',
  tier1: 'Tier 1 ratio',
  total: 'total capital ratio',
  leverage: 'leverage ratio',
  supplementaryLeverage: 'supplementary leverage ratio',
} as const;

const HEADROOM: readonly MeasureDefinition[] = Object.entries(RATIOS).map(([id, name]) => ({
  id: `capital.headroom.${id}`,
  title: `Headroom of the ${name}`,
  unit: 'ratio',
  sign: LEFT,
  definition: `${name} minus the minimum of the regime`,
  source: 'CAP-7 and CAP-11; 12 CFR 217.10(a)(1) and 217.12',
  limits: REGIME_LIMITS,
}));

const WELL: readonly MeasureDefinition[] = Object.entries(RATIOS)
  .filter(([id]) => id !== 'supplementaryLeverage')
  .map(([id, name]) => ({
    id: `capital.headroom.wellCapitalised.${id}`,
    title: `Headroom of the ${name} to well capitalised`,
    unit: 'ratio',
    sign: LEFT,
    definition: `${name} minus the least ratio of a well capitalised bank`,
    source: 'CAP-9 and CAP-11; 12 CFR 208.43(b)(1)',
    limits: 'Insured banks alone, without a capital order.',
  }));

function money(id: string, title: string, sign: string, definition: string, source: string) {
  const limits =
    id === 'riskWeightedAssets.recomputed' || id === 'riskWeightedAssets.difference'
      ? 'One weight a product; no guarantee, collateral or conversion factor.'
      : 'Loss of value and loss of income are two views of one risk: adding them counts twice.';
  const unit = 'USD million';
  return { id: `capital.${id}`, title, unit, sign, definition, source, limits } as const;
}

export const CAPITAL_REGIME: readonly MeasureDefinition[] = atDate([
  {
    id: 'capital.supplementaryLeverageRatio',
    title: 'Supplementary leverage ratio',
    unit: 'ratio',
    sign: 'positive: capital is positive',
    definition: 'Tier 1 / total leverage exposure as reported',
    source: 'CAP-7; 12 CFR 217.10(a)(1)(v)',
    limits: 'A requirement of Categories I to III alone; exposure as reported.',
  },
  {
    id: 'capital.cet1Ratio.phaseIn',
    title: 'CET1 ratio with the phase-in of AOCI',
    unit: 'ratio',
    sign: 'positive: capital is positive',
    definition: '(CET1 minus the first share times the AOCI add-back) / risk-weighted assets',
    source: 'CAP-10',
    limits: 'The end of the opt-out for Categories III and IV is proposed, not law.',
  },
  money(
    'riskWeightedAssets.recomputed',
    'Risk-weighted assets recomputed from the book',
    'positive: an amount',
    'Sum over assets of amount times weight of the product, plus the stated other amount',
    'CAP-8; 12 CFR 217.32',
  ),
  money(
    'riskWeightedAssets.difference',
    'Recomputed minus reported risk-weighted assets',
    'positive: the book weighs more than was reported',
    'capital.riskWeightedAssets.recomputed minus the reported amount; nothing is plugged',
    'CAP-8',
  ),
  ...HEADROOM,
  ...WELL,
  money(
    'interestRate.value',
    'Capital for loss of economic value',
    'positive: a loss to be held against',
    'Greatest loss of EVE over the named scenarios, or the stochastic loss where it is greater',
    'CAP-12',
  ),
  money(
    'interestRate.income',
    'Capital for loss of income',
    'positive: a loss to be held against',
    'Greatest loss of 12-month NII over the named scenarios, or the stochastic loss if greater',
    'CAP-12',
  ),
  money(
    'interestRate.total',
    'Economic capital for interest rate risk',
    'positive: capital to be held',
    'Root of value² + income² + 2 x correlation x value x income',
    'CAP-12',
  ),
  {
    id: 'capital.interestRate.toCet1',
    title: 'Economic capital for interest rate risk, share of CET1',
    unit: 'ratio',
    sign: 'larger: more of CET1 is taken',
    definition: 'capital.interestRate.total / CET1',
    source: 'CAP-12',
    limits: 'No regulatory ratio.',
  },
]);
