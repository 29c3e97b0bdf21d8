import type { FutureHedge, HedgeDeferral, OptionHedge } from '../../balance-sheet/index.js';
import type { Parameter } from '../../foundation/index.js';

/** Caps, floors, collars and swaptions that hedge the bank (rule INSTRUMENT-2). */
export interface HedgeOptions {
  readonly options: readonly OptionHedge[];
}

/** Positions in exchange-traded futures (rule INSTRUMENT-6). */
export interface HedgeFutures {
  readonly futures: readonly FutureHedge[];
}

/** What hedges that have ended still bring to income (rule INSTRUMENT-19). */
export interface HedgeDeferrals {
  readonly deferrals: readonly HedgeDeferral[];
}

/** Initial margin of hedges over the counter up to a time to maturity, share of the notional. */
export interface MarginStep {
  readonly toMonths: number;
  readonly share: Parameter;
}

/** What the counterparties of swaps and options hold as initial margin (rule INSTRUMENT-15). */
export interface HedgeMargin {
  /** In rising order; the last covers the longest hedge. */
  readonly overTheCounter: readonly MarginStep[];
}
