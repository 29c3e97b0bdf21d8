import type { TradedAs } from '../assess/terms.js';
import type { HedgeLeg, HedgeStructure } from '../structure.js';

/** A swap that pays or receives fixed; its notional whole, or falling in equal monthly steps. */
export interface SwapLeg extends HedgeLeg {
  readonly kind: 'swap';
  readonly amortisation: 'none' | 'linear';
}

/** An option that is bought, its strike stated from the fair swap rate of its months. */
export interface OptionLeg {
  readonly kind: 'cap' | 'floor' | 'collar' | 'payer-swaption' | 'receiver-swaption';
  /** First period; of a swaption the exercise, from 1. */
  readonly startMonth: number;
  readonly maturityMonth: number;
  readonly weight: number;
  /** Strike minus the fair rate, basis points; of a collar the strike of its cap. */
  readonly strikeOffsetBp: number;
  /** Of a collar's floor; 0 for the others. */
  readonly floorOffsetBp: number;
}

/** A position in futures: a strip of SOFR contracts, or a note or swap delivered at the start. */
export interface FutureLeg {
  readonly kind: 'sofr-future' | 'treasury-future' | 'swap-future';
  /** Sold, it gains when rates rise. */
  readonly position: 'sold' | 'bought';
  readonly startMonth: number;
  readonly maturityMonth: number;
  readonly weight: number;
}

export type StructureLeg = SwapLeg | OptionLeg | FutureLeg;

/** A structure of any instruments, with the place where it trades (HEDGE-25). */
export interface TradedStructure extends Pick<HedgeStructure, 'id' | 'title' | 'weighting'> {
  readonly tradedAs: TradedAs;
  readonly legs: readonly StructureLeg[];
}

export function isSwapLeg(leg: StructureLeg): leg is SwapLeg {
  return leg.kind === 'swap';
}

export function isFutureLeg(leg: StructureLeg): leg is FutureLeg {
  return leg.kind.endsWith('-future');
}
