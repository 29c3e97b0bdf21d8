import type { Study } from '../../study/index.js';

/** A strip of three-month futures hedges a year with four times the notional of a swap. */
export const MOST_TIMES_ASSETS = 10;

/** Carrying value of the assets, USD million. */
export function assetsUsdMillion({ book }: Study): number {
  return book.carryingUsdMillion.reduce(
    (sum, amount, row) => (book.side[row] === 1 ? sum + amount : sum),
    0,
  );
}

/** Beyond this notional, USD million, a structure is a bet and no hedge of the bank (HEDGE-11). */
export function mostNotional(study: Study): number {
  return MOST_TIMES_ASSETS * assetsUsdMillion(study);
}
