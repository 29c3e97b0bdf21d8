/** How the principal comes back: all at maturity, in equal parts, or inside a level payment. */
export const BULLET = 0;
export const LINEAR = 1;
export const LEVEL = 2;

/**
 * Payment days (ascending, whole) of all loans that share a cycle, its phase and a day count.
 * `yearFractions[i]` covers the period that ends on `payDays[i]`; the first one is not used.
 */
export interface Timetable {
  readonly payDays: Int32Array;
  readonly yearFractions: Float64Array;
}

/**
 * Fixed-rate loans in columns, one row a contract; all arrays have one length (rule LOAN-1).
 * Amounts are positive when the bank lends; rates are decimals by the timetable's day count.
 */
export interface LoanColumns {
  readonly timetables: readonly Timetable[];
  /** Index into `timetables`. */
  readonly timetable: Int32Array;
  /** BULLET, LINEAR or LEVEL. */
  readonly repayment: Uint8Array;
  /** Index of the first payment in the timetable, and the number of payments from it on. */
  readonly firstPayment: Int32Array;
  readonly payments: Int32Array;
  readonly notional: Float64Array;
  readonly rate: Float64Array;
  /** Principal a period (LINEAR) or payment a period (LEVEL), of the sign of `notional`. */
  readonly payment: Float64Array;
  /** Years from the start of accrual to the first payment: a stub where it is no whole period. */
  readonly firstYearFraction: Float64Array;
  /** Day on which the notional is paid out. */
  readonly exchangeDay: Int32Array;
}
