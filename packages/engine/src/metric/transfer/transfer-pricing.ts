import type { Parameter } from '../../foundation/index.js';

/** What term money costs above the curve at a tenor, decimal a year. */
export interface LiquidityPremium {
  readonly tenorMonths: number;
  readonly spread: Parameter;
}

/** What the customer's option costs by the year on the balance, basis points. */
export interface OptionCost {
  readonly product: string;
  readonly costBp: Parameter;
}

/** Share of book equity that is invested at a tenor; 0 = the one-month rate of each month. */
export interface EquityTenor {
  readonly tenorMonths: number;
  readonly share: Parameter;
}

/** How the bank prices money inside (rules FTP-8 to FTP-12): a part that not every Study has. */
export interface TransferPricing {
  /** By tenor ascending; linear in between, the ends held outside. */
  readonly liquidityPremiums: readonly LiquidityPremium[];
  /** Every product with a prepayment or deposit model, and any other with an option. */
  readonly optionCosts: readonly OptionCost[];
  /** By tenor ascending; the shares add up to 1. */
  readonly equityCredit: readonly EquityTenor[];
  /** Added to the one-month rate as the charge on what earns nothing. */
  readonly nonEarningSpread: Parameter;
}
