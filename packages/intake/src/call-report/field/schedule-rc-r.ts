import { amountsOf, capital, capitalOrAdvanced, electionsOf, ratiosOf } from './field.js';

const amount = amountsOf('RC-R I');
const ratio = ratiosOf('RC-R I');
const election = electionsOf('RC-R I');

/** Schedule RC-R part I, regulatory capital components and ratios. */
export const SCHEDULE_RC_R = {
  capitalCommonStock: amount(capital('P742'), 'Common stock and surplus (item 1)'),
  capitalRetainedEarnings: amount(
    capital('KW00'),
    'Retained earnings, with the CECL transition amount (item 2)',
  ),
  capitalAoci: amount(capital('B530'), 'AOCI in regulatory capital (item 3)'),
  /** Banks of the advanced approaches may not elect: they file 0, at 2021-12-31 and 2022-12-31. */
  aociOptOut: election(
    ['RCOAP838', 'RCFAP838'],
    'Election to leave AOCI out of capital: 1 out, 0 in (item 3.a)',
  ),
  capitalMinorityInterest: amount(capital('P839'), 'CET1 minority interest (item 4)'),
  cet1BeforeAdjustments: amount(capital('P840'), 'CET1 before adjustments and deductions (item 5)'),
  deductionGoodwill: amount(
    capital('P841'),
    'Deduction: goodwill net of deferred tax liabilities (item 6)',
  ),
  deductionIntangibles: amount(
    capital('P842'),
    'Deduction: other intangibles net of deferred tax liabilities (item 7)',
  ),
  deductionDeferredTax: amount(
    capital('P843'),
    'Deduction: deferred tax assets from losses and credits carried forward (item 8)',
  ),
  filterAfs: amount(
    capital('P844'),
    'Filter: net unrealised gain on AFS debt; opt-out banks (item 9.a)',
  ),
  filterCashFlowHedges: amount(
    capital('P846'),
    'Filter: accumulated net gain on cash flow hedges; opt-out banks (item 9.c)',
  ),
  filterBenefitPlans: amount(
    capital('P847'),
    'Filter: AOCI of defined benefit plans; opt-out banks (item 9.d)',
  ),
  filterHtm: amount(
    capital('P848'),
    'Filter: net unrealised gain on HTM in AOCI; opt-out banks (item 9.e)',
  ),
  filterCashFlowHedgesNotAtFairValue: amount(
    capital('P849'),
    'Filter: gain on cash flow hedges of items not at fair value; others (item 9.f)',
  ),
  cet1: amount(
    ['RCFAP859', 'RCOAP859', 'RCFWP859', 'RCFAP852', 'RCFWP852'],
    'Common equity tier 1 capital (item 19)',
  ),
  additionalTier1: amount(capital('P865'), 'Additional tier 1 capital (item 25)'),
  tier1: amount(capital('8274'), 'Tier 1 capital (item 26)'),
  averageAssetsForLeverage: amount(
    capital('A224'),
    'Average assets for the leverage ratio, after deductions (item 30)',
  ),
  tier1LeverageRatio: ratio(capital('7204'), 'Tier 1 leverage ratio (item 31)'),
  communityBankLeverage: election(
    ['RCOALE74', 'RCFALE74'],
    'Community bank leverage ratio framework in use: 1 yes, 0 no (item 31.a)',
  ),
  tier2: amount(capitalOrAdvanced('5311'), 'Tier 2 capital; not under the CBLR (item 44)'),
  totalCapital: amount(capitalOrAdvanced('3792'), 'Total capital; not under the CBLR (item 45)'),
  riskWeightedAssets: amount(
    capital('A223'),
    'Risk-weighted assets, standardised; not under the CBLR (item 46.a)',
  ),
  riskWeightedAssetsAdvanced: amount(
    ['RCFWA223'],
    'Risk-weighted assets, advanced approaches (item 46.b)',
  ),
  cet1Ratio: ratio(capitalOrAdvanced('P793'), 'CET1 ratio; not under the CBLR (item 47)'),
  tier1Ratio: ratio(capitalOrAdvanced('7206'), 'Tier 1 ratio; not under the CBLR (item 48)'),
  totalCapitalRatio: ratio(
    capitalOrAdvanced('7205'),
    'Total capital ratio; not under the CBLR (item 49)',
  ),
  totalLeverageExposure: amount(
    capital('H015'),
    'Exposure of the supplementary leverage ratio (item 53.a)',
  ),
  supplementaryLeverageRatio: ratio(capital('H036'), 'Supplementary leverage ratio (item 53.b)'),
};
