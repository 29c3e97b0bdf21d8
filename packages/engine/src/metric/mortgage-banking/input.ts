import type { PrepaymentModel } from '../../behaviour/index.js';
import type { Parameter } from '../../foundation/index.js';

/** Commitments to lend at a rate agreed now. */
export interface RateLock {
  readonly id: string;
  readonly notionalUsdMillion: Parameter;
  readonly noteRate: Parameter;
  readonly termMonths: Parameter;
  /** Share that closes when the mortgage rate is the note rate. */
  readonly pullThrough: Parameter;
  /** Change of that share for a rise of 1.00 of the mortgage rate over the note rate. */
  readonly pullThroughSlope: Parameter;
  /** Servicing and guarantee fees that the buyer of the loan does not get. */
  readonly feeRate: Parameter;
  readonly valuationSpread: Parameter;
  readonly prepayment: PrepaymentModel;
}

/** Applications without a lock: they are worth nothing yet, and close in part. */
export interface LoanPipeline {
  readonly amountUsdMillion: Parameter;
  readonly pullThrough: Parameter;
}

/** The right to service loans of others. */
export interface ServicingRight {
  readonly id: string;
  readonly balanceUsdMillion: Parameter;
  readonly noteRate: Parameter;
  readonly remainingMonths: Parameter;
  /** Age of the loans at the date. */
  readonly ageMonths: Parameter;
  readonly feeRate: Parameter;
  /** Cost of servicing a year, share of the balance. */
  readonly costRate: Parameter;
  readonly valuationSpread: Parameter;
  readonly prepayment: PrepaymentModel;
}

/** The business of making and servicing mortgages: a part that not every Study has. */
export interface MortgageBanking {
  readonly rateLocks: readonly RateLock[];
  readonly pipeline: LoanPipeline | null;
  readonly servicing: readonly ServicingRight[];
}
