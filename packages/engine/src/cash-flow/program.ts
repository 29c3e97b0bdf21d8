import type { Book, HedgeLine } from '../balance-sheet/index.js';
import type {
  DepositModel,
  DrawdownModel,
  PrepaymentModel,
  RedemptionModel,
} from '../behaviour/index.js';
import type { ZeroCurve } from '../market/index.js';

/** Projection length in months: thirty years. What is left then is repaid then. */
export const HORIZON_MONTHS = 360;

/** Months of net interest income that are kept row by row: five years. */
export const INCOME_MONTHS = 60;

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
  readonly redemptionOf: readonly (RedemptionModel | null)[];
  readonly drawdownOf: readonly (DrawdownModel | null)[];
  /** Share of what matures that is renewed with the bank; null where no model says (ROLL-1). */
  readonly rolloverOf: readonly (number | null)[];
  /** Floating rows: rate now minus the base curve's rate for the time to the reset (CF-4). */
  readonly floatingMargin: Float64Array;
  readonly hedges: readonly HedgeLine[];
  /** Of every hedge that is a future: prices of its parts on the curve of the date. */
  readonly futurePricesNow: readonly (readonly number[])[];
  readonly fixed: readonly FixedParts[];
  readonly rows: RowList;
  /** One-month rate at the valuation date on the base curve, from which all changes count. */
  readonly oneMonthRateNow: number;
  /** Thirty-year mortgage rate minus ten-year par yield at the valuation date. */
  readonly mortgageSpread: number;
}

/** Stands for rows in what is kept of them: known by its identity (rule EVAL-10). */
export interface RowList {
  /** What the rows say, where lists are told apart. */
  readonly text: string;
  /** The same for the rows of each group, by the code of the group in the book. */
  readonly byGroup: readonly object[];
}

/** The rate that migrating balances go over to. */
export interface MigrationTarget {
  readonly model: DepositModel;
  readonly rateNow: number;
}

/**
 * What of a row is the same in every scenario, USD million by month, computed once; null where it
 * answers to rates.
 */
export interface FixedParts {
  readonly principal: Float64Array | null;
  readonly interest: Float64Array | null;
  readonly servicing: Float64Array | null;
  /** The rate a year of every month, of a position with a fixed one. */
  readonly rate: Float64Array | null;
  /** All of it times the spread factor, when no part answers to rates. */
  readonly weighted: Float64Array | null;
  /** Last month in which the row may pay, at most 360: sums may stop there. */
  readonly lastMonth: number;
  /** exp(-spread t) at months 1 to 360 (rule EVE-3). */
  readonly spreadFactor: Float64Array;
}

/** Cash flows of one row in months 1 to 360, USD million, positive (the side carries the sign). */
export interface RowFlow {
  readonly principal: Float64Array;
  readonly interest: Float64Array;
  readonly servicing: Float64Array;
}

/**
 * Balances and rates behind the income of months 1 to 60 on a balance sheet that does not run off
 * (rules NII-2 to NII-4), arrays of rows x months: entry `row * INCOME_MONTHS + (month - 1)`.
 * Income of a month = (old x oldRate + fresh x freshRate) / 12.
 */
export interface IncomeTable {
  /** What is left of the position of the date, USD million. */
  readonly old: Float64Array;
  readonly oldRate: Float64Array;
  /** What was placed or taken since, USD million. */
  readonly fresh: Float64Array;
  readonly freshRate: Float64Array;
}

/** Every row in one scenario, by row. */
export interface RowFlows {
  readonly byRow: readonly RowFlow[];
  /** On a constant balance sheet. */
  readonly income: IncomeTable;
}

/** Of every hedge, USD million: entry `hedge * HORIZON_MONTHS + (month - 1)`. */
export interface HedgeFlows {
  /** Net receipts. */
  readonly hedgeCash: Float64Array;
  /** What net interest income counts; the same array where all hedges are swaps. */
  readonly hedgeIncome: Float64Array;
}

export interface Flows extends RowFlows, HedgeFlows {}
