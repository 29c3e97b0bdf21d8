import { exp, floatAt } from '../../foundation/index.js';
import { reach } from '../../instrument/index.js';
import { monthlyDiscount, type ZeroCurve } from '../../market/index.js';
import { integralVariance, MONTH_YEARS, type MonthlyStep, monthlyStep } from './factor-moments.js';
import type { ShortRateModel } from './short-rate-model.js';

const TEN_YEARS_MONTHS = 120;
const COUPON_MONTHS = 6;

/** What of rates a path has to hold. */
export interface RateGridTerms {
  readonly curve: ZeroCurve;
  /** Months of a path: discount factors to here, one-month and mortgage rates before. */
  readonly months: number;
  /** Par rates of any tenor are read at the start of months 0 .. parMonths - 1. */
  readonly parMonths: number;
  readonly longestTenorMonths: number;
  /** Added to the ten-year par rate to give the mortgage rate (rule PREPAY-1). */
  readonly mortgageSpread: number;
}

/**
 * The bonds that pay the coupons of a par rate, seen from every month: bond k costs
 * forward[month * count + k] * exp(-sum of loading[factor][k] * factor) (rule PATH-3).
 */
export interface ParTable {
  readonly months: number;
  /** Years of each coupon period, the last coupon first (rule CURVE-6). */
  readonly accrual: readonly number[];
  readonly forward: Float64Array;
  readonly loading: readonly Float64Array[];
}

/** All that is the same on every path of a model on a curve: made once, then only read. */
export interface RateGrid {
  readonly months: number;
  readonly mortgageSpread: number;
  readonly step: MonthlyStep;
  /** One over the price of the one-month bond where the factors are 0, by month. */
  readonly rollUp: Float64Array;
  /** How far one month reaches, by factor. */
  readonly monthReach: readonly number[];
  readonly tenYear: ParTable;
  /** The table of a tenor in months, above 0: made when first asked for, and kept. */
  readonly parTable: (tenorMonths: number) => ParTable;
  readonly bonds: ModelBonds;
}

/** Precomputes the deterministic part of all paths (rules PATH-3 and PATH-4). */
export function rateGrid(model: ShortRateModel, terms: RateGridTerms): RateGrid {
  const { curve, months, parMonths, longestTenorMonths, mortgageSpread } = terms;
  const last = months + Math.max(TEN_YEARS_MONTHS, longestTenorMonths);
  const bonds: ModelBonds = {
    discount: monthlyDiscount(curve, last),
    variance: integralVariance(model, last),
    reach: model.factors.map(({ reversion }) =>
      Float64Array.from({ length: last + 1 }, (_, month) => reach(reversion, month * MONTH_YEARS)),
    ),
  };
  const tables = new Map<number, ParTable>();
  return {
    months,
    mortgageSpread,
    step: monthlyStep(model),
    rollUp: Float64Array.from({ length: months }, (_, month) => {
      const { discount } = bonds;
      const ratio = floatAt(discount, month) / floatAt(discount, month + 1);
      return ratio * exp(-convexity(bonds, month, 1));
    }),
    monthReach: bonds.reach.map((lengths) => floatAt(lengths, 1)),
    bonds,
    tenYear: parTable(bonds, TEN_YEARS_MONTHS, months),
    parTable: (tenorMonths) => {
      const table = tables.get(tenorMonths) ?? parTable(bonds, tenorMonths, parMonths);
      tables.set(tenorMonths, table);
      return table;
    },
  };
}

/** What the price of a bond of whole months is made of, by month; index 0 is the date. */
export interface ModelBonds {
  readonly discount: Float64Array;
  /** V of rule PATH-3. */
  readonly variance: Float64Array;
  /** How far a bond of each length reaches, by factor. */
  readonly reach: readonly Float64Array[];
}

/** (V(T - t) - V(T) + V(t)) / 2 for a bond of `length` months bought at `month`. */
export function convexity({ variance }: ModelBonds, month: number, length: number): number {
  const ahead = floatAt(variance, month + length) - floatAt(variance, month);
  return 0.5 * (floatAt(variance, length) - ahead);
}

function parTable(bonds: ModelBonds, tenorMonths: number, months: number): ParTable {
  const ends: number[] = [];
  for (let paid = tenorMonths; paid > 0; paid -= COUPON_MONTHS) ends.push(paid);
  const forward = new Float64Array(months * ends.length);
  for (let month = 0; month < months; month += 1) {
    ends.forEach((length, index) => {
      const ratio = floatAt(bonds.discount, month + length) / floatAt(bonds.discount, month);
      forward[month * ends.length + index] = ratio * exp(convexity(bonds, month, length));
    });
  }
  return {
    months,
    accrual: ends.map((length) => Math.min(COUPON_MONTHS, length) * MONTH_YEARS),
    forward,
    loading: bonds.reach.map((lengths) =>
      Float64Array.from(ends, (length) => floatAt(lengths, length)),
    ),
  };
}
