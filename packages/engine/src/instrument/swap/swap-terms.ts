import type {
  BusinessDayCalendar,
  BusinessDayConvention,
  DayCount,
  Period,
} from '../../foundation/index.js';
import type { PeriodValue } from './period-value.js';
import type { OvernightIndex, TermIndex } from './rate-index.js';

export type Side = 'pay' | 'receive';

/** Where the odd period of a leg stands and whether it is cut short or made long. */
export type Stub = 'none' | 'short-initial' | 'long-initial' | 'short-final' | 'long-final';

/** How sub-periods of one payment are put together (rule SWAP-8). */
export type SubPeriodCompounding = 'none' | 'straight' | 'flat' | 'spread-exclusive';

/** `term` is one period from the start to the end of the leg. */
export type LegTenor = Period | 'term';

export interface LegSchedule {
  readonly startDay: number;
  readonly endDay: number;
  readonly accrualTenor: LegTenor;
  /** A whole multiple of the accrual tenor, or `term`. */
  readonly paymentTenor: LegTenor;
  readonly stub: Stub;
  readonly endOfMonth: boolean;
  readonly convention: BusinessDayConvention;
  readonly terminationConvention: BusinessDayConvention;
  readonly calendar: BusinessDayCalendar;
  readonly paymentConvention: BusinessDayConvention;
  readonly paymentCalendar: BusinessDayCalendar;
  readonly paymentLagDays: number;
}

/** The rate of an odd period: agreed, of another index, or between two indices by days. */
export type StubRate =
  | { readonly kind: 'fixed'; readonly rate: number }
  | { readonly kind: 'index'; readonly index: TermIndex }
  | { readonly kind: 'interpolated'; readonly shorter: TermIndex; readonly longer: TermIndex };

export interface FixedLegRate {
  readonly kind: 'fixed';
  readonly rate: PeriodValue;
}

/** An amount agreed in currency for each payment, whatever the notional. */
export interface KnownAmount {
  readonly kind: 'known-amount';
  readonly amount: number;
}

export interface TermLegRate {
  readonly kind: 'term';
  readonly index: TermIndex;
  readonly spread: PeriodValue;
  readonly gearing: number;
  /** `in-advance` fixes before the period starts, `in-arrears` before it ends. */
  readonly fixing: 'in-advance' | 'in-arrears';
  /** Business days from the fixing to the start (or end) of the period. */
  readonly fixingLagDays: number;
  /** What a forecast spans (rule SWAP-5). */
  readonly forwardOver: 'index-dates' | 'accrual-period';
  readonly initialStub?: StubRate;
  readonly finalStub?: StubRate;
}

export interface OvernightLegRate {
  readonly kind: 'overnight';
  readonly index: OvernightIndex;
  readonly spread: PeriodValue;
  readonly gearing: number;
  readonly averaging: OvernightAveraging;
}

/** How overnight rates make the rate of a period (rules SWAP-6, SWAP-7). */
export interface OvernightAveraging {
  /** `averaged-log` takes the logarithm of the growth for the sum of daily rates. */
  readonly method: 'compounded' | 'averaged' | 'averaged-log';
  readonly lookbackDays: number;
  /** True: the days that weigh the rates are moved with the lookback as well. */
  readonly observationShift: boolean;
  /** The last so many days of the period take the rate of the day before them. */
  readonly lockoutDays: number;
}

export interface NotionalExchange {
  readonly initial: boolean;
  readonly intermediate: boolean;
  readonly final: boolean;
}

export interface SwapLeg {
  readonly side: Side;
  readonly schedule: LegSchedule;
  readonly notional: PeriodValue;
  readonly dayCount: DayCount;
  readonly rate: FixedLegRate | KnownAmount | TermLegRate | OvernightLegRate;
  readonly compounding: SubPeriodCompounding;
  readonly exchange: NotionalExchange;
}

/** Legs in one currency; the value of the swap is the sum of theirs. */
export interface SwapTerms {
  readonly legs: readonly SwapLeg[];
}
