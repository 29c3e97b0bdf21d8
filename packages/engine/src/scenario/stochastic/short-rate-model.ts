/** A Gaussian factor: its mean reversion a year and its volatility, rate units a root year. */
export interface RateFactor {
  readonly reversion: number;
  readonly volatility: number;
}

/**
 * The short rate is a function of time plus one or two Gaussian factors that start at 0 (rule
 * PATH-1): Hull and White, or the two-factor form G2++ of Brigo and Mercurio.
 */
export interface ShortRateModel {
  readonly factors: readonly [RateFactor] | readonly [RateFactor, RateFactor];
  /** Correlation of the two factors, -1 to 1; without effect where there is one. */
  readonly correlation: number;
}
