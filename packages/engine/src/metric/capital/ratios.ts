import type { MeasureValue } from '../measure.js';
import type { Capital } from './input.js';

/** CET1 after what Changes realised and raised, at tax rate `taxRate` (rule CAP-2). */
export function cet1After(capital: Capital, taxRate: number): number {
  return (
    capital.cet1UsdMillion +
    (1 - taxRate) * capital.realisedLossUsdMillion +
    capital.raisedUsdMillion
  );
}

/** Regulatory ratios with the AOCI opt-out and without it, and TCE (rules CAP-1 to CAP-3). */
export function capitalRatioMeasures(capital: Capital): MeasureValue[] {
  const cet1 = cet1After(capital, capital.taxRate);
  const tier1 = cet1 + capital.additionalTier1UsdMillion;
  const rwa = capital.riskWeightedAssetsUsdMillion;
  const withoutOptOut = cet1 - (capital.aociOptOut ? capital.aociAddBackUsdMillion : 0);
  const ratio = (id: string, value: number): MeasureValue => ({
    id: `capital.${id}`,
    scenario: '',
    unit: 'ratio',
    value,
  });
  return [
    ratio('cet1Ratio', cet1 / rwa),
    ratio('cet1Ratio.noOptOut', withoutOptOut / rwa),
    ratio('tier1Ratio', tier1 / rwa),
    ratio('totalRatio', (tier1 + capital.tier2UsdMillion) / rwa),
    ratio('leverageRatio', tier1 / capital.leverageAssetsUsdMillion),
    ratio('tceRatio', capital.tangibleCommonEquityUsdMillion / capital.tangibleAssetsUsdMillion),
  ];
}
