import type { Parameter } from '../../foundation/index.js';

/** Commercial property behind a segment's loans, and how its loans are refinanced. */
export interface PropertyCollateral {
  readonly loanToValue: Parameter;
  /** Net operating income over value, today. */
  readonly capRate: Parameter;
  /** Change of the cap rate for a change of the ten-year rate. */
  readonly capRateBeta: Parameter;
  readonly saleCostShare: Parameter;
  /** Least loss given default, whatever the value. */
  readonly lossFloor: Parameter;
  readonly debtServiceCoverage: Parameter;
  /** Rate and remaining months of amortisation of the loans of today. */
  readonly loanRate: Parameter;
  readonly amortisationMonths: Parameter;
  /** Over the ten-year rate, for a loan that is refinanced. */
  readonly refinanceSpread: Parameter;
  readonly requiredCoverage: Parameter;
  /** Default probability for a coverage that is short by all of what is required. */
  readonly shortfallSensitivity: Parameter;
  /** Share of the balance that falls due over the life the allowance covers. */
  readonly maturingShare: Parameter;
}

/** Loans of one product with the assumptions of their losses. */
export interface LoanSegment {
  readonly id: string;
  readonly product: string;
  /** Lifetime loss on the balance at today's rates, refinancing at maturity left out. */
  readonly lifetimeLossRate: Parameter;
  /** Charged off a year, share of the balance. */
  readonly chargeOffRate: Parameter;
  /** Relative change of losses for a change of 1.00 in the one-month rate. */
  readonly rateSensitivity: Parameter;
  readonly property: PropertyCollateral | null;
}

/** Assumptions of credit losses: a part that not every Study has. */
export interface CreditLoss {
  readonly segments: readonly LoanSegment[];
  /** Allowance in the accounts of the date; null where it is not known. */
  readonly reportedAllowanceUsdMillion: Parameter | null;
}
