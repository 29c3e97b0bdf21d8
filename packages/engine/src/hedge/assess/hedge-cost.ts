import { itemAt } from '../../foundation/index.js';
import type { HedgeComparison } from '../compare.js';
import type { HedgeTerms } from './terms.js';

const BASIS_POINT = 0.0001;
const YEARS = 2;

/** What a hedge costs; positive is a cost, USD million (HEDGE-23). */
export interface HedgeCost {
  /** 12-month NII with minus without, at forwards: a loss is negative. */
  readonly firstYearCarry: number;
  /** Present value of 24-month NII given up at forwards, with bid-offer and margin funding. */
  readonly forwardExpected: number;
  /** The former over two years: what the table ranks by. */
  readonly aYear: number;
  readonly bidOffer: number;
  readonly marginFunding: number;
  /** What the range of the swap spread adds to the cost of a year, least and most. */
  readonly swapSpreadRange: readonly [number, number];
}

/** The lines of cost; the realised one needs the rates that came (`realisedCarry`). */
export function hedgeCost(
  { firstYearCarry, efficiency }: Pick<HedgeComparison, 'firstYearCarry' | 'efficiency'>,
  fixed: {
    /** Notional that pays a swap rate, less what receives one. */
    readonly notionalUsdMillion: number;
    /** Spread that the cost holds already, decimal. */
    readonly swapSpread: number;
  },
  { swapSpreadRangeBp }: HedgeTerms,
): HedgeCost {
  const spread = (at: 0 | 1): number => {
    const more = itemAt(swapSpreadRangeBp, at) * BASIS_POINT - fixed.swapSpread;
    return fixed.notionalUsdMillion * more + 0;
  };
  const ends = [spread(0), spread(1)];
  return {
    firstYearCarry,
    forwardExpected: efficiency.cost,
    aYear: efficiency.cost / YEARS,
    bidOffer: efficiency.bidOffer,
    marginFunding: efficiency.marginFunding,
    swapSpreadRange: [Math.min(...ends), Math.max(...ends)],
  };
}
