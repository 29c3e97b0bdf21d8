import type { Parameter } from '../foundation/index.js';

/**
 * How a non-maturity deposit behaves. The balance decays at a constant monthly hazard
 * 1/(12 x average life); the rate paid moves by beta times the change of the one-month rate
 * since the valuation date, spread over `lagMonths`, never below zero.
 */
export interface DepositModel {
  readonly id: string;
  readonly averageLifeYears: Parameter;
  readonly beta: Parameter;
  readonly lagMonths: Parameter;
  /** Cost of serving the balance, a year, as a share of the balance. */
  readonly servicingRate: Parameter;
  /** Added to the zero rate when the deposit's cash flows are discounted (NMD rules). */
  readonly valuationSpread: Parameter;
  /** Share of the balance that moves into `migrationTo` in equal parts over 12 months. */
  readonly migrationShare: Parameter;
  /** Deposit model whose rate the migrated share earns; empty = none. */
  readonly migrationTo: string;
  /** Share that leaves in `outflowMonth`, to be refunded at the one-month rate. */
  readonly outflowShare: Parameter;
  readonly outflowMonth: Parameter;
}

/**
 * How borrowers prepay: CPR = multiplier x (minCpr + (maxCpr - minCpr) x (1/2 - atan(slope x
 * (midpoint - note rate / mortgage rate of the month)) / pi)).
 */
export interface PrepaymentModel {
  readonly id: string;
  readonly multiplier: Parameter;
  readonly minCpr: Parameter;
  readonly maxCpr: Parameter;
  readonly slope: Parameter;
  readonly midpoint: Parameter;
}

export interface Behaviour {
  readonly deposits: readonly DepositModel[];
  readonly prepayments: readonly PrepaymentModel[];
}
