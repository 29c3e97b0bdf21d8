import type { RateUnit } from '../mapping/index.js';

/** Counts of the sizes of rates as written, without zeros: enough to tell their unit. */
export interface RateSizes {
  readonly count: number;
  /** At most 0.25: what decimals of common rates are. */
  readonly toQuarter: number;
  /** At most 0.40, the highest rate that is loaded, as decimal. */
  readonly toHighest: number;
  /** Above 25: what basis points are. */
  readonly aboveTwentyFive: number;
}

const FEWEST = 5;
const HIGHEST = 0.4;
const NEARLY_ALL = 0.99;

/** Adds a rate as written to the counts; zero says nothing of the unit. */
export function withRate(sizes: RateSizes, written: number): RateSizes {
  const size = Math.abs(written);
  if (size === 0) return sizes;
  return {
    count: sizes.count + 1,
    toQuarter: sizes.toQuarter + (size <= 0.25 ? 1 : 0),
    toHighest: sizes.toHighest + (size <= HIGHEST ? 1 : 0),
    aboveTwentyFive: sizes.aboveTwentyFive + (size > 25 ? 1 : 0),
  };
}

export const NO_RATES: RateSizes = { count: 0, toQuarter: 0, toHighest: 0, aboveTwentyFive: 0 };

/**
 * The unit that the sizes of rates suggest (rule TAPE-31): decimals when half are at most 0.25 and
 * 99 in 100 at most 0.40; basis points when half are above 25; else per cent. Undefined below five
 * rates. Deposit rates near zero in per cent look like decimals: nobody can tell by size alone.
 */
export function suggestedRateUnit(sizes: RateSizes): RateUnit | undefined {
  const { count, toQuarter, toHighest, aboveTwentyFive } = sizes;
  if (count < FEWEST) return undefined;
  if (2 * toQuarter >= count && toHighest >= NEARLY_ALL * count) return 'decimal';
  return 2 * aboveTwentyFive > count ? 'basis points' : 'per cent';
}

/**
 * The unit that the bulk suggests where it speaks against the stated one. Decimals are not doubted
 * while half the rates can be decimals: the rows that cannot are quarantined one by one.
 */
export function doubtedRateUnit(sizes: RateSizes, stated: RateUnit): RateUnit | undefined {
  const suggested = suggestedRateUnit(sizes);
  if (suggested === stated) return undefined;
  return stated === 'decimal' && 2 * sizes.toHighest >= sizes.count ? undefined : suggested;
}
