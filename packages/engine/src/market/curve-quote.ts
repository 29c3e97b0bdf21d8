import type { BusinessDayConvention, CalendarId, DayCount, Period } from '../foundation/index.js';

/** A term deposit, and the fixing of a term rate. */
export interface DepositConvention {
  readonly calendar: CalendarId;
  readonly spotDays: number;
  readonly dayCount: DayCount;
  readonly businessDay: BusinessDayConvention;
  readonly endOfMonth: boolean;
}

/** A swap of a fixed rate against an overnight rate over the same periods. */
export interface OisConvention {
  readonly calendar: CalendarId;
  readonly spotDays: number;
  readonly dayCount: DayCount;
  readonly paymentTenor: Period;
  /** Business days from the end of a period to its payment. */
  readonly paymentLagDays: number;
  /** Compounded daily, or the arithmetic mean of the daily rates. */
  readonly averaging: 'compounded' | 'simple';
  readonly businessDay: BusinessDayConvention;
  /** A swap that starts at a month's end ends at one. */
  readonly endOfMonth: boolean;
  /** The day of the node: the last payment, or the end of the last period. */
  readonly pillar: 'last-payment' | 'maturity';
}

/** A swap of a fixed rate against a term rate; the term rate is that of the accrual period. */
export interface IrsConvention {
  readonly calendar: CalendarId;
  readonly spotDays: number;
  readonly endOfMonth: boolean;
  readonly paymentBusinessDay: BusinessDayConvention;
  readonly fixed: LegConvention;
  readonly floating: LegConvention;
}

export interface LegConvention {
  readonly tenor: Period;
  readonly dayCount: DayCount;
  readonly businessDay: BusinessDayConvention;
}

/** A swap of two term rates; the quoted spread is added to the first. */
export interface BasisConvention {
  readonly calendar: CalendarId;
  readonly spotDays: number;
  readonly endOfMonth: boolean;
  readonly paymentBusinessDay: BusinessDayConvention;
  /** The rate whose curve is solved. */
  readonly solved: LegConvention;
  /** The rate whose curve is known. */
  readonly reference: LegConvention;
}

/** A future on the mean or the compounded overnight rate of its reference period. */
export interface OvernightFutureConvention {
  readonly calendar: CalendarId;
  readonly dayCount: DayCount;
  readonly averaging: 'compounded' | 'simple';
}

/** A par bond yield; up to `simpleUpTo` a simple yield of one payment (rule CURVE-20). */
export interface ParBondConvention {
  readonly calendar: CalendarId;
  readonly settlementDays: number;
  readonly couponTenor: Period;
  readonly simpleUpTo: Period;
  /** How payments on closed days move; the years of a coupon do not. */
  readonly businessDay: BusinessDayConvention;
}

/** Market quotes as data; rates are decimals, prices per 100 (rules CURVE-16 to CURVE-20). */
export type CurveQuote =
  | {
      readonly kind: 'deposit';
      readonly rate: number;
      readonly tenor: Period;
      /** Where the quote settles otherwise than the convention: overnight, tomorrow-next. */
      readonly settlementDays?: number;
      readonly convention: DepositConvention;
    }
  | {
      readonly kind: 'fra';
      readonly rate: number;
      readonly start: Period;
      readonly tenor: Period;
      readonly convention: DepositConvention;
    }
  | {
      readonly kind: 'ois';
      readonly rate: number;
      readonly tenor: Period;
      readonly settlementDays?: number;
      readonly convention: OisConvention;
    }
  | {
      readonly kind: 'irs';
      readonly rate: number;
      readonly tenor: Period;
      readonly convention: IrsConvention;
    }
  | {
      readonly kind: 'basis';
      /** The spread on the solved rate (decimal). */
      readonly rate: number;
      readonly tenor: Period;
      readonly convention: BasisConvention;
    }
  | {
      readonly kind: 'future';
      readonly price: number;
      /** The futures rate less the forward rate (decimal). */
      readonly convexity: number;
      readonly startDay: number;
      readonly endDay: number;
      readonly convention: OvernightFutureConvention;
    }
  | {
      readonly kind: 'par-bond';
      readonly rate: number;
      readonly tenor: Period;
      readonly convention: ParBondConvention;
    };

/** What a quote is resolved on. */
export interface QuoteContext {
  /** The day of the quotes. */
  readonly valuationDay: number;
  /** How messages call the quote. */
  readonly path: string;
  /** Observed overnight rates (decimal) by day, for futures under way. */
  readonly fixings?: ReadonlyMap<number, number>;
}
