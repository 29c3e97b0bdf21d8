import type { Parameter } from '../../foundation/index.js';

/**
 * What is planned for one product (rule NII-9): its balance grows by `growthRate` a year, in equal
 * monthly steps of the balance at the date; what is placed new earns the market rate of
 * `newTenorMonths` (0 = the one-month rate of each month) plus `newSpread`.
 */
export interface PlannedProduct {
  readonly product: string;
  readonly growthRate: Parameter;
  readonly newTenorMonths: Parameter;
  readonly newSpread: Parameter;
}

/**
 * The planned balance sheet: growth, mix and pricing of new business by product. What assets grow
 * more than liabilities is borrowed at the one-month rate plus `fundingSpread`; what they grow
 * less is placed there. A product that is not named stays constant.
 */
export interface BalanceSheetPlan {
  readonly products: readonly PlannedProduct[];
  readonly fundingSpread: Parameter;
}
