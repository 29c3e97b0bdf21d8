import type { Parameter } from '../../../foundation/index.js';

export const LENDERS = ['fhlb', 'discount-window', 'repo', 'public-funds', 'other'] as const;
export type Lender = (typeof LENDERS)[number];

/**
 * Part of a pool that a lender holds. `public-funds` secures deposits of public bodies: it lends
 * nothing, and what it secures stands as drawn.
 */
export interface Pledge {
  readonly id: string;
  readonly title: string;
  readonly lender: Lender;
  readonly carryingUsdMillion: Parameter;
  readonly haircut: Parameter;
  readonly drawnUsdMillion: Parameter;
  readonly hoursToCash: Parameter;
}

/** Part of a pool kept free to be sold. */
export interface PoolSale {
  readonly carryingUsdMillion: Parameter;
  readonly bidOffer: Parameter;
  readonly hoursToCash: Parameter;
}

/** Assets of one kind: the positions they come from, and what is promised of them. */
export interface CollateralPool {
  readonly id: string;
  readonly title: string;
  /** Ids of positions of the Book; a position is in one pool. */
  readonly positions: readonly string[];
  readonly pledges: readonly Pledge[];
  readonly sale: PoolSale | null;
}

/** The collateral register of a bank (rules COLL-1 to COLL-5). */
export interface Collateral {
  readonly pools: readonly CollateralPool[];
}
