import {
  addBusinessDays,
  addPeriod,
  adjustDay,
  type BusinessDayConvention,
  businessDayCalendar,
  type DayCount,
  dayFromIso,
  type LegSchedule,
  type Period,
  type PricingMarket,
  parRateOf,
  type Result,
  type SwapLeg,
  type TermIndex,
} from '@almfes/engine';
import { expect } from 'vitest';
import { flatCurve } from '../../packages/engine/src/market/index.js';
import { hasReference, reference } from './reference.test-fixture.js';

export type Inputs = Readonly<Record<string, unknown>>;

export interface OptionCase {
  readonly id: string;
  readonly source: { readonly path: string };
  readonly inputs: Inputs;
  readonly expected: unknown;
  readonly tolerance?: number;
  readonly computed_ql129?: unknown;
}

/** How a floating coupon is forecast; every case gives both where they differ. */
export const VARIANTS = ['atParCoupons', 'indexedCoupons'] as const;
export type Variant = (typeof VARIANTS)[number];

export const TARGET = businessDayCalendar('target');

export function held<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

export const day = (iso: unknown): number => held(dayFromIso(String(iso)));

/** The groups of a pattern that the text of a case must match: a new wording fails loudly. */
export function words(text: unknown, pattern: RegExp): readonly string[] {
  const found = pattern.exec(String(text));
  if (found === null) throw new Error(`'${String(text)}' does not match ${pattern}`);
  return found.slice(1);
}

export const years = (count: number): Period => ({ count, unit: 'Y' });
export const months = (count: number): Period => ({ count, unit: 'M' });

/** A day so many years later, moved onto a business day. */
export function later(
  from: number,
  period: Period,
  convention: BusinessDayConvention = 'Following',
): number {
  return adjustDay(addPeriod(from, period), convention, TARGET);
}

/** 'flat 5% continuous ACT/360 at 2002-03-18': the one curve discounts and forecasts. */
export function caseMarket(inputs: Inputs): PricingMarket {
  const [rate, dayCount, iso] = words(
    inputs.curve,
    /^flat ([\d.]+)% continuous (ACT\/360|ACT\/365F) at ([\d-]+)$/,
  );
  const discount = flatCurve({
    referenceDay: day(iso),
    rate: Number(rate) / 100,
    convention: {
      compounding: 'continuous',
      frequencyPerYear: 0,
      dayCount: dayCount === 'ACT/360' ? 'ACT/360' : 'ACT/365F',
    },
  });
  return {
    valuationDay: day(inputs.evaluationDate),
    discount,
    projection: { index: discount },
    fixings: {},
  };
}

export function euribor(monthCount: number, fixingLagDays = 2): TermIndex {
  return {
    kind: 'term',
    id: 'index',
    tenor: months(monthCount),
    fixingLagDays,
    calendar: TARGET,
    convention: 'ModifiedFollowing',
    endOfMonth: true,
    dayCount: 'ACT/360',
  };
}

interface LegDates {
  readonly startDay: number;
  readonly length: Period;
}

function legSchedule(
  dates: LegDates,
  tenor: Period,
  convention: BusinessDayConvention,
): LegSchedule {
  return {
    startDay: dates.startDay,
    endDay: addPeriod(dates.startDay, dates.length),
    accrualTenor: tenor,
    paymentTenor: tenor,
    stub: 'none',
    endOfMonth: false,
    convention,
    terminationConvention: convention,
    calendar: TARGET,
    paymentConvention: 'Following',
    paymentCalendar: TARGET,
    paymentLagDays: 0,
  };
}

const NO_EXCHANGE = { initial: false, intermediate: false, final: false };

export interface FloatingWords extends LegDates {
  readonly notional: number;
  readonly index: TermIndex;
  readonly variant: Variant;
}

export function floatingLeg({ notional, index, variant, ...dates }: FloatingWords): SwapLeg {
  return {
    side: 'receive',
    schedule: legSchedule(dates, index.tenor, 'ModifiedFollowing'),
    notional,
    dayCount: index.dayCount,
    rate: {
      kind: 'term',
      index,
      spread: 0,
      gearing: 1,
      fixing: 'in-advance',
      fixingLagDays: index.fixingLagDays,
      forwardOver: variant === 'atParCoupons' ? 'accrual-period' : 'index-dates',
    },
    compounding: 'none',
    exchange: NO_EXCHANGE,
  };
}

export interface FixedWords extends LegDates {
  readonly notional: number;
  readonly rate: number;
  readonly dayCount: DayCount;
  readonly convention: BusinessDayConvention;
}

export function fixedLeg({ notional, rate, dayCount, convention, ...dates }: FixedWords): SwapLeg {
  return {
    side: 'pay',
    schedule: legSchedule(dates, years(1), convention),
    notional,
    dayCount,
    rate: { kind: 'fixed', rate },
    compounding: 'none',
    exchange: NO_EXCHANGE,
  };
}

/** The fixed rate at which the swap is worth nothing. */
export const fairRate = (fixed: SwapLeg, floating: SwapLeg, market: PricingMarket): number =>
  held(parRateOf({ legs: [fixed, floating] }, 0, market));

export const startAfter = (exerciseDay: number, index: TermIndex): number =>
  addBusinessDays(exerciseDay, index.fixingLagDays, TARGET);

export type Numbers = Readonly<Record<string, number>>;

/** Swaps are valued by another test of the same file. */
const isSwap = ({ source: { path } }: OptionCase): boolean =>
  /\/(swap|overnightindexedswap)\.cpp$/.test(path);

function kindOf(one: OptionCase): string {
  const { inputs } = one;
  if ('capStrike' in inputs || 'floorStrike' in inputs) return 'cap';
  if ('engines' in inputs) return 'bermudan';
  if ('swaptions' in inputs) return 'calibration';
  if ('futuresPrice' in inputs) return 'convexity';
  if ('stdDev' in inputs) return 'bachelier';
  if ('underlying' in inputs && 'exercise' in inputs) return 'swaption';
  throw new Error(`${one.id}: unknown kind of case ${JSON.stringify(inputs)}`);
}

const found = hasReference
  ? reference<{ cases: readonly OptionCase[] }>('swaps_capfloor_swaption.json').cases
  : [];
export const casesOf = (kind: string): readonly OptionCase[] =>
  found.filter((one) => !isSwap(one) && kindOf(one) === kind);

export function near(value: number, expected: unknown, tolerance: number, what: string): void {
  if (typeof expected !== 'number') throw new Error(`${what}: no expected number`);
  expect(Math.abs(value - expected), `${what}: ${value} for ${expected}`).toBeLessThanOrEqual(
    tolerance,
  );
}

/** The expected part of one variant, or the whole where both are the same. */
export const ofVariant = (expected: unknown, variant: Variant): unknown =>
  (expected as Readonly<Record<string, unknown>>)[variant] ?? expected;
