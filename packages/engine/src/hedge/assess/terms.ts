/** Where a structure trades; it decides what margin is asked for (HEDGE-21). */
export type TradedAs = 'cleared' | 'bilateral' | 'exchange';

/** Days over which initial margin must cover a move of rates. */
export const MARGIN_DAYS: Readonly<Record<TradedAs, number>> = {
  exchange: 1,
  cleared: 5,
  bilateral: 10,
};

/** What hedges are priced and judged with; every one is a judgement that a user may replace. */
export interface HedgeTerms {
  /** Half the bid-offer, basis points of running rate. */
  readonly halfBidOfferBp: number;
  /** Funding cost of margin over what the margin account pays, decimal a year. */
  readonly marginFundingSpread: number;
  /** Move of rates in one day that initial margin covers, basis points. */
  readonly dailyMoveBp: number;
  /** Lowest and highest swap rate minus curve par rate shown, basis points. */
  readonly swapSpreadRangeBp: readonly [number, number];
  /** Of forward rates, a root year, basis points: the price of options. */
  readonly normalVolatilityBp: number;
  /** Cost of rolling a futures position, basis points of its face, each quarter for two years. */
  readonly rollCostBp: number;
  /** Stated sales at scenario prices: shares of the AFS and of the HTM book, 0 to 1. */
  readonly soldAfsShare: number;
  readonly soldHtmShare: number;
}

/** Used where a user states nothing; the answer prints them. */
export const USUAL_TERMS: HedgeTerms = {
  halfBidOfferBp: 0.25,
  marginFundingSpread: 0.0025,
  dailyMoveBp: 15,
  swapSpreadRangeBp: [-30, 25],
  normalVolatilityBp: 100,
  rollCostBp: 1,
  soldAfsShare: 1,
  soldHtmShare: 0,
};

/** Basis points of initial margin: a day's move times the root of the days (HEDGE-21). */
export function initialMarginBp(tradedAs: TradedAs, { dailyMoveBp }: HedgeTerms): number {
  return dailyMoveBp * Math.sqrt(MARGIN_DAYS[tradedAs]);
}
