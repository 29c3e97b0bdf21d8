import type { Parameter } from '../../../foundation/index.js';

/** Share of a segment's balance that has left by the end of a day, from the date on. */
export interface OutflowPoint {
  readonly byDay: number;
  readonly share: Parameter;
}

/** Deposits that run alike. Between points the share rises evenly; after the last it stays. */
export interface DepositSegment {
  readonly id: string;
  readonly title: string;
  readonly insured: boolean;
  readonly balanceUsdMillion: Parameter;
  readonly outflow: readonly OutflowPoint[];
}

/** A stated liquidity stress (rules SURV-1 to SURV-6). */
export interface LiquidityStress {
  readonly segments: readonly DepositSegment[];
  /** Share of contractual loan cash that comes in and is not lent again. */
  readonly loanInflowShare: Parameter;
  /** Share of contractual payments on borrowings that lenders lend again. */
  readonly rolloverShare: Parameter;
  readonly horizonDays: Parameter;
  /** Payments asked for in each hour of one day; null = no intraday run is stated. */
  readonly hourlyRequests: readonly Parameter[] | null;
}
