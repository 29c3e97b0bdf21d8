import type { Parameter } from '../../../foundation/index.js';

/** Sale of a share of the AFS securities that are left, at the end of a quarter. */
export interface PlannedSale {
  readonly quarter: number;
  readonly share: Parameter;
}

/** A corporation pays tax itself, at the tax rate of `capital`. */
export interface CorporationTax {
  readonly kind: 'corporation';
  /** Deferred tax of loss carry-forwards at the date, deducted from CET1 already. */
  readonly carryforwardUsdMillion: Parameter;
  /** Deferred tax of temporary differences at the date, unrealised AFS losses left out. */
  readonly temporaryDifferenceUsdMillion: Parameter;
  /** Largest share of a quarter's taxable income that carry-forwards may offset. */
  readonly carryforwardUseShare: Parameter;
}

/** An S-corporation pays none, and pays its owners what they owe: a distribution. */
export interface PassThroughTax {
  readonly kind: 's-corporation';
  readonly distributionRate: Parameter;
}

/**
 * What is planned beside the balance sheet, amounts USD million a quarter: a part that not every
 * Study has.
 */
export interface CapitalPlan {
  /** Quarters of the path, 1 to 12. */
  readonly quarters: number;
  readonly nonInterestIncomeUsdMillion: Parameter;
  readonly nonInterestExpenseUsdMillion: Parameter;
  /** Null: the provisions of the part `creditLoss`. */
  readonly provisionUsdMillion: Parameter | null;
  /** Growth a year of risk-weighted, leverage and tangible assets, in equal quarterly steps. */
  readonly growthRate: Parameter;
  /** Earned before tax, a year, on the growth of risk-weighted assets. */
  readonly growthMargin: Parameter;
  readonly dividendUsdMillion: Parameter;
  readonly buybackUsdMillion: Parameter;
  readonly sales: readonly PlannedSale[];
  readonly tax: CorporationTax | PassThroughTax;
}

export const MOST_QUARTERS = 12;
