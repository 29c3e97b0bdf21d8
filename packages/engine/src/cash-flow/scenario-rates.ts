import { exp, floatAt, log } from '../foundation/index.js';
import { monthlyDiscount, parRate, type ZeroCurve } from '../market/index.js';
import { HORIZON_MONTHS, INCOME_MONTHS } from './program.js';

const TEN_YEARS_MONTHS = 120;
const COUPON_MONTHS = 6;

/** What an index pays more than the curve says, decimal a year (rule SCEN-9). */
export interface IndexBasis {
  readonly prime: number;
  readonly sofr: number;
  readonly treasury: number;
  readonly mortgage: number;
}

const NO_BASIS: IndexBasis = { prime: 0, sofr: 0, treasury: 0, mortgage: 0 };

/**
 * The rates of one scenario on the monthly grid. Index 0 of `discount` is the valuation date;
 * `oneMonth[t]` is the simple annual rate of the month from t to t + 1.
 */
export interface ScenarioRates {
  readonly discount: Float64Array;
  readonly oneMonth: Float64Array;
  readonly mortgage: Float64Array;
  /** Par rates of a tenor (months, above 0) as seen at the start of months 0..60. */
  readonly parPath: (tenorMonths: number) => Float64Array;
  /**
   * Price at the start of `month` of one unit paid `ahead` months later, by the curve that is seen
   * then: what is decided in a month knows no later one.
   */
  readonly bondAt: (month: number, ahead: number) => number;
  readonly basis: IndexBasis;
  /** Added to the normal volatility of option hedges, decimal (rule SCEN-15). */
  readonly volatilityChange: number;
}

/** What stands beside the curve. */
export interface RateTerms {
  /** Added to the ten-year par rate to give the mortgage rate (rule PREPAY-1). */
  readonly mortgageSpread: number;
  readonly basis?: IndexBasis;
  readonly volatilityChange?: number;
}

function oneMonthRates(discount: Float64Array): Float64Array {
  const rates = new Float64Array(HORIZON_MONTHS);
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    rates[t] = 12 * (floatAt(discount, t) / floatAt(discount, t + 1) - 1);
  }
  return rates;
}

type ParAt = (month: number, tenorMonths: number) => number;

/** Longest tenor of a par rate that a month up to 360 may ask for. */
export const LONGEST_TENOR_MONTHS = 480;
const LONGEST_MONTHS = HORIZON_MONTHS + LONGEST_TENOR_MONTHS;

/** Par rates as `parAt` sees them: of mortgages at once, of other tenors when first asked for. */
function parPaths(parAt: ParAt, terms: RateTerms) {
  const { mortgageSpread, basis = NO_BASIS, volatilityChange = 0 } = terms;
  const known = new Map<number, Float64Array>();
  const added = mortgageSpread + basis.mortgage;
  return {
    mortgage: path(parAt, TEN_YEARS_MONTHS, HORIZON_MONTHS).map((rate) => rate + added),
    basis,
    volatilityChange,
    parPath: (tenorMonths: number): Float64Array => {
      const rates = known.get(tenorMonths) ?? path(parAt, tenorMonths, INCOME_MONTHS + 1);
      known.set(tenorMonths, rates);
      return rates;
    },
  };
}

function path(parAt: ParAt, tenorMonths: number, months: number): Float64Array {
  const rates = new Float64Array(months);
  for (let t = 0; t < months; t += 1) rates[t] = parAt(t, tenorMonths);
  return rates;
}

/** Reads off a zero curve all that the projection needs: forwards come true (rule CF-2). */
export function scenarioRates(curve: ZeroCurve, terms: RateTerms): ScenarioRates {
  const discount = monthlyDiscount(curve, LONGEST_MONTHS);
  return {
    discount,
    oneMonth: oneMonthRates(discount),
    bondAt: (month, ahead) => floatAt(discount, month + ahead) / floatAt(discount, month),
    ...parPaths((month, tenor) => parRate(discount, month, tenor), terms),
  };
}

/** A shock that arrives in equal monthly steps. */
export interface RampTerms extends RateTerms {
  readonly base: ZeroCurve;
  /** The curve when the whole shock has arrived. */
  readonly shocked: ZeroCurve;
  /** Share of the shock that has arrived by the end of month t, 0 to 1 (rule SCEN-8). */
  readonly shareAt: (month: number) => number;
}

/**
 * Rates on a ramp (rule SCEN-12): the curve seen in month t is the base curve's forward curve with
 * the share of the shock of that month added tenor by tenor. The discount factor to month t is the
 * product of the one-month factors on the way, so that a floating position stays at par. A ramp
 * of nothing is the base in every bit.
 */
export function rampedRates(terms: RampTerms): ScenarioRates {
  const before = monthlyDiscount(terms.base, LONGEST_MONTHS);
  const after = monthlyDiscount(terms.shocked, LONGEST_MONTHS);
  const logShift = before.map((factor, t) => log(floatAt(after, t) / factor));
  if (logShift.every((shift) => shift === 0)) return scenarioRates(terms.base, terms);
  return seenRates(terms, (month) => {
    const share = terms.shareAt(month);
    return (ahead) =>
      (floatAt(before, month + ahead) / floatAt(before, month)) *
      exp(share * floatAt(logShift, ahead));
  });
}

/** A curve seen some months after the valuation date. */
export interface SeenCurve {
  readonly month: number;
  readonly curve: ZeroCurve;
}

/** Curves seen one after the other: the first at the valuation date, months rising. */
export interface PathTerms extends RateTerms {
  readonly curves: readonly SeenCurve[];
}

/**
 * Rates on a path of observed curves (rule SCEN-16): in month m the last curve seen by then rules,
 * and its forwards come true until the next is seen, after the last for good. Discount factors are
 * made as on a ramp.
 */
export function pathRates(terms: PathTerms): ScenarioRates {
  const seen = terms.curves.map(({ month, curve }) => ({
    month,
    discount: monthlyDiscount(curve, LONGEST_MONTHS),
  }));
  return seenRates(terms, (at) => {
    const last = seen.findLast(({ month }) => month <= at);
    if (last === undefined) throw new Error(`no curve is seen by month ${at}`);
    const { month, discount } = last;
    const now = floatAt(discount, at - month);
    return (ahead) => floatAt(discount, at - month + ahead) / now;
  });
}

/** Price in a month of one unit paid some months later, by the curve that is seen then. */
type SeenAt = (month: number) => (ahead: number) => number;

/** The discount factor to a month is the product of the one-month factors on the way. */
function seenRates(terms: RateTerms, seenAt: SeenAt): ScenarioRates {
  const parAt: ParAt = (month, tenor) => {
    const price = seenAt(month);
    let annuity = 0;
    for (let paid = tenor; paid > 0; paid -= COUPON_MONTHS) {
      annuity += (Math.min(COUPON_MONTHS, paid) / 12) * price(paid);
    }
    return (1 - price(tenor)) / annuity;
  };
  const oneMonth = new Float64Array(HORIZON_MONTHS);
  const discount = new Float64Array(LONGEST_MONTHS + 1).fill(1);
  for (let t = 0; t < LONGEST_MONTHS; t += 1) {
    const factor = seenAt(t)(1);
    if (t < HORIZON_MONTHS) oneMonth[t] = 12 * (1 / factor - 1);
    discount[t + 1] = floatAt(discount, t) * factor;
  }
  const bondAt = (month: number, ahead: number): number => seenAt(month)(ahead);
  return { discount, oneMonth, bondAt, ...parPaths(parAt, terms) };
}
