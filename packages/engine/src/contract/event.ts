/**
 * One dated event of a contract with its payoff and the states after it (ACTUS event names:
 * IED, PR, IP, …). The payoff is positive when the bank receives.
 */
export interface ContractEvent {
  /** ISO 8601 local date and time, `YYYY-MM-DDTHH:MM:SS`. */
  readonly eventDate: string;
  readonly eventType: string;
  readonly payoff: number;
  readonly currency: string;
  readonly notionalPrincipal: number;
  readonly nominalInterestRate: number;
  readonly accruedInterest: number;
  /** Only of contracts that are exercised: options, futures, guarantees, collateral. */
  readonly exerciseAmount?: number;
  readonly exerciseDate?: string;
}
