import type { MeasureDefinition } from '../measure.js';

const RATIO_LIMITS =
  'As reported, moved by Changes alone; risk weights do not answer to what is bought or sold.';

function ratio(id: string, title: string, definition: string, source: string): MeasureDefinition {
  const sign = 'positive: capital is positive';
  return {
    id: `capital.${id}`,
    title,
    unit: 'ratio',
    sign,
    definition,
    source,
    limits: RATIO_LIMITS,
    ofDate: true,
  };
}

function economic(id: string, title: string, definition: string, source: string) {
  return {
    id: `capital.economic.${id}`,
    title,
    unit: 'USD million',
    sign: 'positive: capital is left after the marks',
    definition,
    source,
    limits: 'Tax: (1 - t) times the loss is an approximation, loss carry-forwards are not limited.',
  } as const;
}

const IN_USD = { unit: 'USD million', sign: 'positive: capital is positive' } as const;

const CET1: readonly MeasureDefinition[] = [
  {
    id: 'capital.cet1',
    title: 'CET1',
    ...IN_USD,
    definition: 'CET1 as reported, plus what Changes realised, after tax, and raised',
    source: 'CAP-2',
    limits: 'Answers to no scenario.',
    ofDate: true,
  },
  {
    id: 'capital.cet1.beforeTax',
    title: 'CET1, realised losses before tax',
    ...IN_USD,
    definition: 'CET1 as reported, plus what Changes realised, before tax, and raised',
    source: 'CAP-2',
    limits: 'Answers to no scenario.',
    ofDate: true,
  },
  {
    id: 'capital.cet1.afterIncome',
    title: 'CET1 after 12 months of net interest income, after tax',
    ...IN_USD,
    definition: 'capital.cet1 plus (1 - tax rate) times nii.12m',
    source: 'CAP-14',
    limits: 'Before other income, expense, provisions and payments: see capital.path.',
  },
];

export const CAPITAL: readonly MeasureDefinition[] = [
  ratio('cet1Ratio', 'CET1 ratio', 'CET1 / risk-weighted assets', 'CAP-1, CAP-2; 12 CFR 217.10'),
  ratio(
    'cet1Ratio.noOptOut',
    'CET1 ratio without the AOCI opt-out',
    '(CET1 minus the AOCI add-back) / risk-weighted assets',
    'CAP-3; 12 CFR 217.22',
  ),
  ratio(
    'tier1Ratio',
    'Tier 1 ratio',
    '(CET1 plus additional Tier 1) / risk-weighted assets',
    'CAP-1; 12 CFR 217.10',
  ),
  ratio(
    'totalRatio',
    'Total capital ratio',
    '(Tier 1 plus Tier 2) / risk-weighted assets',
    'CAP-1; 12 CFR 217.10',
  ),
  ratio(
    'leverageRatio',
    'Leverage ratio',
    'Tier 1 / leverage assets as reported',
    'CAP-1; 12 CFR 217.10',
  ),
  ratio(
    'tceRatio',
    'Tangible common equity ratio',
    'Tangible common equity / tangible assets',
    'CAP-3',
  ),
  ...CET1,
  economic(
    'e0',
    'Economic CET1, securities marked',
    'CET1 plus AFS, HTM and hedge marks and AOCI of securities moved to HTM, before tax; without ' +
      'the opt-out AFS since the accounts, and no AOCI',
    'CAP-4, CAP-16 and MARK-4',
  ),
  economic(
    'e1',
    'Economic CET1, loans and debt marked as well',
    'e0 plus marks on loans, borrowings and time deposits, before tax',
    'CAP-5',
  ),
  economic(
    'e2',
    'Economic CET1 with the deposit franchise',
    'e1 plus the deposit franchise, before tax',
    'CAP-6',
  ),
  economic(
    'e0.afterTax',
    'Economic CET1, securities marked, after tax',
    'CET1 less the reported add-back, plus (1 - tax rate) times HTM, hedges and AFS since then',
    'CAP-4',
  ),
  {
    ...economic(
      'e0.limited',
      'Economic CET1, securities marked, after tax as far as deferred tax counts',
      'e0.afterTax less what its tax relief exceeds of the share of CET1 that may count',
      'CAP-15',
    ),
    limits: 'The whole tax relief is taken as a temporary difference; one item, no joint limit.',
  },
  {
    id: 'capital.economicRatio.e0',
    title: 'Economic CET1 ratio, securities marked',
    unit: 'ratio',
    sign: 'positive: capital is left after the marks',
    definition: 'capital.economic.e0 / risk-weighted assets, unchanged',
    source: 'CAP-4',
    limits: 'Not a regulatory ratio; before tax.',
  },
];
