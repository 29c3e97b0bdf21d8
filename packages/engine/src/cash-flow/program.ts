import type { Book, Swap } from '../balance-sheet/index.js';
import type { DepositModel, PrepaymentModel } from '../behaviour/index.js';
import type { ZeroCurve } from '../market/index.js';

/** Projection length in months: thirty years. What is left then is repaid then. */
export const HORIZON_MONTHS = 360;

/** Months of net interest income that are kept row by row. */
export const INCOME_MONTHS = 24;

/**
 * A Study made ready for projection: behaviour models resolved to rows, the base curve built.
 * Row-indexed arrays follow the order of the book's columns.
 */
export interface Program {
  readonly book: Book;
  readonly curve: ZeroCurve;
  /** Deposit model of each row, or null. */
  readonly depositOf: readonly (DepositModel | null)[];
  /** What the row's migrating share is paid like, or null. */
  readonly migrationOf: readonly (MigrationTarget | null)[];
  readonly prepaymentOf: readonly (PrepaymentModel | null)[];
  /** Floating rows: rate now minus the base curve's rate for the time to the reset (CF-4). */
  readonly floatingMargin: Float64Array;
  readonly swaps: readonly Swap[];
  /** One-month rate at the valuation date on the base curve, from which all changes count. */
  readonly oneMonthRateNow: number;
  /** Thirty-year mortgage rate minus ten-year par yield at the valuation date. */
  readonly mortgageSpread: number;
}

/** The rate that migrating balances go over to. */
export interface MigrationTarget {
  readonly model: DepositModel;
  readonly rateNow: number;
}

/**
 * Cash flows of every row in one scenario, USD million, positive amounts (the side carries the
 * sign). Arrays are rows x months: entry `row * HORIZON_MONTHS + (month - 1)`.
 */
export interface RowFlows {
  readonly principal: Float64Array;
  readonly interest: Float64Array;
  readonly servicing: Float64Array;
  /** Interest of months 1..24 on a constant balance sheet: entry `row * 24 + (month - 1)`. */
  readonly income: Float64Array;
}

export interface Flows extends RowFlows {
  /** Net receipts of every swap: entry `swap * HORIZON_MONTHS + (month - 1)`. */
  readonly swapNet: Float64Array;
}
