import type { Parameter } from '../foundation/index.js';
import type { Designation, Swap } from './swap.js';

export const OPTION_HEDGE_KINDS = [
  'cap',
  'floor',
  'collar',
  'payer-swaption',
  'receiver-swaption',
] as const;

/**
 * An option on the one-month rate's curve that the bank bought or sold, in whole months from the
 * valuation date. A collar is a cap bought with a floor sold; a swaption is settled by the swap.
 */
export interface OptionHedge extends Designation {
  readonly kind: (typeof OPTION_HEDGE_KINDS)[number];
  readonly position: 'bought' | 'sold';
  readonly notionalUsdMillion: number;
  /** Of a collar, the strike of the cap. */
  readonly strikeRate: number;
  /** Strike of a collar's floor; of no other kind. */
  readonly floorRate?: number;
  /** Start of the first period; for a swaption the exercise, from 1. */
  readonly startMonth: number;
  readonly maturityMonth: number;
  readonly paymentMonths: number;
  /** Of the forward rate itself (Bachelier), a root year: 0.01 is 100 bp. */
  readonly normalVolatility: Parameter;
  /** Paid for it and not yet amortised; negative when it was received. */
  readonly premiumUsdMillion: number;
}

export const FUTURE_CONTRACTS = ['sofr', 'treasury', 'swap'] as const;

/** A position that is closed and opened again in a later contract. */
export interface FutureRoll {
  readonly everyMonths: number;
  readonly untilMonth: number;
  /** Cost of one roll, basis points of the notional. */
  readonly costBp: Parameter;
}

/**
 * A position in exchange-traded futures, settled each day: a strip of three-month SOFR contracts
 * from `startMonth` to `maturityMonth`, or a note or swap delivered at `startMonth` that ends at
 * `maturityMonth`. Sold, it gains when rates rise.
 */
export interface FutureHedge extends Designation {
  readonly contract: (typeof FUTURE_CONTRACTS)[number];
  /** Face of each contract of a strip, or of what is delivered; negative when sold. */
  readonly notionalUsdMillion: number;
  readonly startMonth: number;
  readonly maturityMonth: number;
  /** Coupon of the note, fixed rate of the swap; a SOFR contract has none. */
  readonly couponRate?: number;
  /** Share of the notional that the exchange holds. */
  readonly initialMarginShare: Parameter;
  /** Absent: held to the end of the contract. */
  readonly roll?: FutureRoll;
}

/** A hedge of any kind. */
export type Hedge = Swap | OptionHedge | FutureHedge;

/**
 * What a hedge that has ended leaves to income, in equal parts: the basis of the hedged items (fair
 * value model), or what stands in AOCI (cash flow model). It is worth nothing and pays nothing.
 */
export interface HedgeDeferral extends Designation {
  /** Still to come to income; a gain is positive. */
  readonly deferredUsdMillion: number;
  readonly remainingMonths: number;
}

/** What the projection has a line for. */
export type HedgeLine = Hedge | HedgeDeferral;

export function isOption(hedge: HedgeLine): hedge is OptionHedge {
  return 'strikeRate' in hedge;
}

export function isFuture(hedge: HedgeLine): hedge is FutureHedge {
  return 'contract' in hedge;
}

export function isSwap(hedge: HedgeLine): hedge is Swap {
  return 'fixedRate' in hedge;
}

export function isDeferral(hedge: HedgeLine): hedge is HedgeDeferral {
  return 'deferredUsdMillion' in hedge;
}
