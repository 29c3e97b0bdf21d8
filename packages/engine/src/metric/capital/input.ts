/**
 * Regulatory capital of the date, USD million, as reported. `aociAddBackUsdMillion` is what the
 * AOCI opt-out adds to CET1 (positive when AOCI is a loss). `realisedLossUsdMillion` (negative)
 * and `raisedUsdMillion` start at 0 and carry what Changes did (sales, issues, distributions).
 * `aociOnTransferredHtmUsdMillion` (rule CAP-16) is the part of AOCI, before tax and a loss
 * negative, on securities that were moved to HTM and whose rows cost their fair value of that day;
 * absent: none.
 */
export interface Capital {
  readonly cet1UsdMillion: number;
  readonly additionalTier1UsdMillion: number;
  readonly tier2UsdMillion: number;
  readonly riskWeightedAssetsUsdMillion: number;
  readonly leverageAssetsUsdMillion: number;
  readonly aociOptOut: boolean;
  readonly aociAddBackUsdMillion: number;
  readonly tangibleCommonEquityUsdMillion: number;
  readonly tangibleAssetsUsdMillion: number;
  readonly taxRate: number;
  readonly realisedLossUsdMillion: number;
  readonly raisedUsdMillion: number;
  readonly aociOnTransferredHtmUsdMillion?: number;
}
