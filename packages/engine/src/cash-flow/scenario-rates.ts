import { floatAt } from '../foundation/index.js';
import { monthlyDiscount, parRate, type ZeroCurve } from '../market/index.js';
import { HORIZON_MONTHS, INCOME_MONTHS } from './program.js';

const TEN_YEARS_MONTHS = 120;

/**
 * The curve of one scenario on the monthly grid. Index 0 of `discount` is the valuation date;
 * `oneMonth[t]` is the simple annual rate of the month from t to t + 1.
 */
export interface ScenarioRates {
  readonly discount: Float64Array;
  readonly oneMonth: Float64Array;
  readonly mortgage: Float64Array;
  /** Par rate of a tenor as seen at the start of months 0..24, by tenor in months. */
  readonly parByTenor: ReadonlyMap<number, Float64Array>;
}

function oneMonthRates(discount: Float64Array): Float64Array {
  const rates = new Float64Array(HORIZON_MONTHS);
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    rates[t] = 12 * (floatAt(discount, t) / floatAt(discount, t + 1) - 1);
  }
  return rates;
}

function parPath(discount: Float64Array, tenorMonths: number, months: number): Float64Array {
  return Float64Array.from({ length: months }, (_, t) => parRate(discount, t, tenorMonths));
}

/**
 * Reads off a zero curve all that the projection needs (rule CF-2).
 * @param tenorsMonths tenors at which repaid principal is reinvested (0 = one-month rate, unused)
 * @param mortgageSpread added to the ten-year par rate to give the mortgage rate (rule PREPAY-1)
 */
export function scenarioRates(
  curve: ZeroCurve,
  tenorsMonths: readonly number[],
  mortgageSpread: number,
): ScenarioRates {
  const longest = Math.max(TEN_YEARS_MONTHS, ...tenorsMonths);
  const discount = monthlyDiscount(curve, HORIZON_MONTHS + longest);
  const parByTenor = new Map<number, Float64Array>();
  for (const tenor of new Set(tenorsMonths)) {
    if (tenor > 0) parByTenor.set(tenor, parPath(discount, tenor, INCOME_MONTHS + 1));
  }
  const tenYear = parPath(discount, TEN_YEARS_MONTHS, HORIZON_MONTHS);
  return {
    discount,
    oneMonth: oneMonthRates(discount),
    mortgage: tenYear.map((rate) => rate + mortgageSpread),
    parByTenor,
  };
}
