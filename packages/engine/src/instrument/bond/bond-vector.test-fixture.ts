import { readFileSync } from 'node:fs';
import {
  type BusinessDayConvention,
  businessDayCalendar,
  type CalendarId,
  type DayCount,
  dayFromIso,
  type Result,
} from '../../foundation/index.js';
import { curveFromDiscounts, type DatedCurve } from '../../market/index.js';
import type { CouponSchedule } from './coupon-periods.js';
import type { FixedRateBond } from './fixed-rate-bond.js';

/** Terms and results of tools/vectors/bonds.py. */
export interface VectorTerms {
  readonly valuation: string;
  readonly start: string;
  readonly maturity: string;
  readonly frequency: number;
  readonly calendar: CalendarId;
  readonly dayCount: DayCount;
  readonly payment: BusinessDayConvention;
  readonly settlementDays: number;
  readonly redemption: number;
  readonly endOfMonth?: boolean;
}

interface Nodes {
  readonly days: readonly number[];
  readonly factors: readonly number[];
}

interface Shared {
  readonly curve: Nodes;
  readonly settlement: string;
  readonly accrued: number;
  readonly curveClean: number;
  readonly flows: readonly (readonly [string, number])[];
}

export interface FixedVector extends Shared {
  readonly terms: VectorTerms & {
    readonly rates: readonly number[];
    readonly balances?: readonly number[];
    readonly ex: { readonly count: number } | null;
  };
  readonly compounding: 'compounded' | 'continuous';
  readonly rate: number;
  readonly clean: number;
  readonly macaulay: number | null;
  readonly modified: number;
  readonly convexity: number;
  readonly quoted: number;
  readonly zSpread: number;
}

export interface FloatingVector extends Shared {
  readonly terms: VectorTerms & { readonly lag: number; readonly spreads: readonly number[] };
  readonly projection: Nodes;
  readonly fixings: Readonly<Record<string, number>>;
}

interface Vectors {
  readonly fixed: readonly FixedVector[];
  readonly amortising: readonly FixedVector[];
  readonly floating: readonly FloatingVector[];
  /** Whole periods between ends of months, paid early where the next day is another month. */
  readonly monthEnds: readonly FixedVector[];
}

export const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../../tools/vectors/bonds.json', import.meta.url), 'utf8'),
);

export function successOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

export const dayOf = (iso: string): number => successOf(dayFromIso(iso));

/** Discount factors joined log-linearly. */
export function curveOf(valuation: string, { days, factors }: Nodes): DatedCurve {
  const referenceDay = dayOf(valuation);
  return successOf(
    curveFromDiscounts({
      referenceDay,
      dayCount: 'ACT/365F',
      interpolation: 'log-linear-discount',
      extrapolation: 'flat-forward',
      days: days.map((count) => referenceDay + count),
      discounts: factors,
      allowsNegativeForwards: true,
    }),
  );
}

export function scheduleOf(terms: VectorTerms, accrual: BusinessDayConvention): CouponSchedule {
  const calendar = businessDayCalendar(terms.calendar);
  return {
    terms: {
      start: dayOf(terms.start),
      end: dayOf(terms.maturity),
      tenor: { count: 12 / terms.frequency, unit: 'M' },
      rule: 'Backward',
      endOfMonth: terms.endOfMonth ?? false,
      convention: accrual,
      terminationConvention: accrual,
      calendar,
    },
    paymentCalendar: calendar,
    paymentConvention: terms.payment,
  };
}

export function fixedBondOf({ terms }: FixedVector): FixedRateBond {
  const none = businessDayCalendar('none');
  const ex = { count: terms.ex?.count ?? 0, unit: 'calendar-days', calendar: none } as const;
  const schedule = scheduleOf(terms, 'Unadjusted');
  return {
    coupons: terms.ex === null ? schedule : { ...schedule, exDividend: ex },
    rates: terms.rates,
    couponCompounding: 'simple',
    dayCount: terms.dayCount,
    ...(terms.balances === undefined ? {} : { balances: terms.balances }),
    redemption: terms.redemption,
    settlement: {
      days: terms.settlementDays,
      calendar: businessDayCalendar(terms.calendar),
    },
  };
}
