import { exp, floatAt, itemAt } from '../../foundation/index.js';
import { MONTH_YEARS } from './factor-moments.js';
import { convexity, type ModelBonds, type ParTable, type RateGrid } from './rate-grid.js';

/** One future of rates on the monthly grid: the arrays a projection reads (rule CF-2). */
export interface PathRates {
  /** Discount factors along the path, months 0 .. months; index 0 is 1. */
  readonly discount: Float64Array;
  /** Simple annual rate of the month from t to t + 1. */
  readonly oneMonth: Float64Array;
  /** Ten-year par rate plus mortgage spread at the start of each month. */
  readonly mortgage: Float64Array;
  /** Par rates of a tenor (months, above 0) at the start of each month that has them. */
  readonly parPath: (tenorMonths: number) => Float64Array;
  /** Price at the start of `month` of one unit paid `ahead` months later. */
  readonly bondAt: (month: number, ahead: number) => number;
}

/**
 * The factors at the start of months 0 .. months - 1, an array each, from unit normals: entry
 * `factor * months + t` of `normals` moves the factor from t to t + 1 (rule PATH-4).
 */
export function factorPath(grid: RateGrid, normals: Float64Array): Float64Array[] {
  const { months, step } = grid;
  return step.decay.map((decay, factor) => {
    const path = new Float64Array(months);
    const weights = itemAt(step.noise, factor);
    let state = 0;
    for (let month = 0; month + 1 < months; month += 1) {
      state = state * decay - itemAt(step.drift, factor);
      for (let source = 0; source < weights.length; source += 1) {
        state += itemAt(weights, source) * floatAt(normals, source * months + month);
      }
      path[month + 1] = state;
    }
    return path;
  });
}

/**
 * The rates of one path (rules PATH-3 to PATH-5): every rate in closed form from the factors, the
 * discount factor the product of the one-month bonds, so that its mean over paths is the curve.
 */
export function ratePath(grid: RateGrid, normals: Float64Array): PathRates {
  const { months } = grid;
  const factors = factorPath(grid, normals);
  const discount = new Float64Array(months + 1);
  const oneMonth = new Float64Array(months);
  discount[0] = 1;
  for (let month = 0; month < months; month += 1) {
    let power = 0;
    factors.forEach((path, factor) => {
      power += itemAt(grid.monthReach, factor) * floatAt(path, month);
    });
    const growth = floatAt(grid.rollUp, month) * exp(power);
    oneMonth[month] = (growth - 1) / MONTH_YEARS;
    discount[month + 1] = floatAt(discount, month) / growth;
  }
  const known = new Map<number, Float64Array>();
  const tenYear = parRates(grid.tenYear, factors);
  return {
    discount,
    oneMonth,
    mortgage: tenYear.map((rate) => rate + grid.mortgageSpread),
    bondAt: (month, ahead) => bondAt(grid.bonds, factors, month, ahead),
    parPath: (tenorMonths) => {
      const rates = known.get(tenorMonths) ?? parRates(grid.parTable(tenorMonths), factors);
      known.set(tenorMonths, rates);
      return rates;
    },
  };
}

/** P(t, T) of rule PATH-3 where the factors stand. */
function bondAt(
  bonds: ModelBonds,
  factors: readonly Float64Array[],
  month: number,
  ahead: number,
): number {
  let power = convexity(bonds, month, ahead);
  factors.forEach((path, factor) => {
    power -= floatAt(itemAt(bonds.reach, factor), ahead) * floatAt(path, month);
  });
  return (floatAt(bonds.discount, month + ahead) / floatAt(bonds.discount, month)) * exp(power);
}

/** Par rates at the start of each month of the table (rules CURVE-6 and PATH-3). */
function parRates(table: ParTable, factors: readonly Float64Array[]): Float64Array {
  const { months, accrual, forward, loading } = table;
  const count = accrual.length;
  const rates = new Float64Array(months);
  for (let month = 0; month < months; month += 1) {
    let annuity = 0;
    let longest = 0;
    for (let index = 0; index < count; index += 1) {
      let power = 0;
      for (let factor = 0; factor < factors.length; factor += 1) {
        power -= floatAt(itemAt(loading, factor), index) * floatAt(itemAt(factors, factor), month);
      }
      const bond = floatAt(forward, month * count + index) * exp(power);
      if (index === 0) longest = bond;
      annuity += itemAt(accrual, index) * bond;
    }
    rates[month] = (1 - longest) / annuity;
  }
  return rates;
}
