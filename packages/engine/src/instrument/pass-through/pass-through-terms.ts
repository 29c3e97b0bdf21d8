import type { SettlementTerms } from '../bond/fixed-rate-bond.js';
import type { IncentivePrepayment } from './incentive-prepayment.js';
import type { MortgagePool } from './pool-flows.js';
import type { PrepaymentSpeed } from './prepayment-speed.js';

/** A holding of a pass-through security on one pool (rule PASSTHROUGH-7). */
export interface PassThrough {
  readonly pool: MortgagePool;
  /** First day of the accrual month whose payment is the first to the buyer. */
  readonly firstAccrualDay: number;
  /** Days from the end of an accrual month to its payment: 14 for Ginnie Mae I, 24 for UMBS. */
  readonly delayDays: number;
  readonly settlement: SettlementTerms;
  readonly prepayment: PrepaymentSpeed | IncentivePrepayment;
  /** Market price per 100 of balance; absent: the price is that of the curve. */
  readonly cleanPrice?: number;
  /** Paths of rates for the option-adjusted spread of an incentive model. */
  readonly rateModel?: RateModel;
}

/** The Gaussian short-rate model of PASSTHROUGH-11. */
export interface RateModel {
  readonly meanReversion: number;
  readonly volatility: number;
  readonly pathCount: number;
  readonly seed: number;
}
