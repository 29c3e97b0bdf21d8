import type { REGIMES, Study } from '@almfes/engine';
import type { AssumedValues } from '../assumption/assumed-values.js';
import type { ReportReader } from '../report-reader.js';

type RegimeId = keyof typeof REGIMES;

/** 26 USC 11(b), for income years from 2018. */
const CORPORATE_TAX_RATE = 0.21;

/** The first and the first later day of the 9% requirement [CAP-7]. */
const COMMUNITY_BANK_9_PERCENT = { from: '2022-01-01', to: '2026-07-01' } as const;

export function filesCommunityBankLeverage({ amount }: ReportReader): boolean {
  return amount('communityBankLeverage') === 1;
}

/** Capital as RC-R part I has it (rules CALL-34 and CALL-35). */
export function bankCapital(reader: ReportReader, assumed: AssumedValues): Study['capital'] {
  const { amount, sum } = reader;
  const assets = amount('totalAssets');
  const intangible = sum(['goodwill', 'otherIntangibles']);
  const aociOptOut = amount('aociOptOut') === 1;
  const filtered = sum(['filterAfs', 'filterBenefitPlans', 'filterHtm']);
  const frozen = aociOptOut ? amount('filterHtm') : 0;
  const taxRate = amount('subchapterS') === 1 ? 0 : CORPORATE_TAX_RATE;
  return {
    cet1UsdMillion: amount('cet1'),
    additionalTier1UsdMillion: amount('tier1') - amount('cet1'),
    tier2UsdMillion: amount('tier2'),
    riskWeightedAssetsUsdMillion: weightedAssets(reader, assumed),
    leverageAssetsUsdMillion: amount('averageAssetsForLeverage'),
    ...{ aociOptOut, aociAddBackUsdMillion: aociOptOut ? -filtered : 0 },
    tangibleCommonEquityUsdMillion: amount('bankEquity') - amount('preferredStock') - intangible,
    tangibleAssetsUsdMillion: assets - intangible,
    taxRate,
    ...{ realisedLossUsdMillion: 0, raisedUsdMillion: 0 },
    ...(frozen === 0 ? {} : { aociOnTransferredHtmUsdMillion: frozen / (1 - taxRate) }),
  };
}

/** Reported, or for a community bank leverage filer, who reports none, a share of its assets. */
function weightedAssets(reader: ReportReader, assumed: AssumedValues): number {
  const reported = reader.amount('riskWeightedAssets');
  if (reported > 0) return reported;
  return assumed('riskWeightDensity').value * reader.amount('totalAssets');
}

/**
 * The regime that the report itself shows; undefined for a community bank leverage filer at the
 * ratios of 2020 and 2021, which are no regime here (CAP-7).
 */
export function bankRegime(
  reader: ReportReader,
  decisionDate: string,
): Study['capitalRegime'] | undefined {
  const regime = regimeOf(reader, decisionDate);
  if (regime === undefined) return undefined;
  const exposure = reader.amount('totalLeverageExposure');
  return {
    ...{ regime, level: 'bank', riskWeights: [], aociPhaseIn: [] },
    totalLeverageExposureUsdMillion:
      exposure > 0
        ? { ...disclosed(exposure), source: ['call-report.totalLeverageExposure'] }
        : null,
    otherRiskWeightedAssetsUsdMillion: {
      ...{ value: 0, unit: 'USD million', basis: 'assumed', source: [] },
      note: 'no product has a weight here: the sum is refused (CAP-8)',
    },
  };
}

function disclosed(value: number) {
  return { value, unit: 'USD million', basis: 'disclosed' as const, note: 'RC-R part I' };
}

function regimeOf(reader: ReportReader, decisionDate: string): RegimeId | undefined {
  if (filesCommunityBankLeverage(reader)) {
    const { from, to } = COMMUNITY_BANK_9_PERCENT;
    if (decisionDate < from) return undefined;
    return decisionDate < to ? 'community-bank-leverage-2022' : 'community-bank-leverage-2026';
  }
  if (reader.amount('totalLeverageExposure') === 0) return 'other';
  return reader.report.amount('aociOptOut') === 1 ? 'category-3' : 'category-2';
}
