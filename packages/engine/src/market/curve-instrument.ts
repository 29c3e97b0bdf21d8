import { itemAt } from '../foundation/index.js';
import { type DatedCurve, discountOnDay } from './dated-curve.js';

/** A fixed payment of rate x years. */
export interface FixedPeriod {
  readonly payDay: number;
  readonly years: number;
}

/**
 * A floating payment: the growth from each of `days` to the next, added up, times `weight` (the
 * accrual over the time of the fixing; 1 where they agree). Two days are one term rate or a
 * compounded overnight rate, which telescopes; all business days are an averaged one.
 */
export interface FloatingPeriod {
  readonly payDay: number;
  readonly days: readonly number[];
  readonly weight: number;
}

/** An overnight rate, and the share of its period that counts (1 unless a month ends within). */
export interface OvernightFixing {
  readonly startDay: number;
  readonly endDay: number;
  readonly share: number;
}

/** What a quote on a curve pays, on real days (rules CURVE-16 to CURVE-20). */
export type InstrumentTerms =
  | {
      readonly kind: 'forward';
      readonly startDay: number;
      readonly endDay: number;
      readonly years: number;
    }
  | {
      readonly kind: 'swap';
      readonly fixed: readonly FixedPeriod[];
      readonly floating: readonly FloatingPeriod[];
    }
  | {
      readonly kind: 'basis';
      /** The rate of the solved curve, and the years over which the spread is paid. */
      readonly floating: readonly FloatingPeriod[];
      readonly fixed: readonly FixedPeriod[];
      /** The rate of the reference curve. */
      readonly reference: readonly FloatingPeriod[];
    }
  | {
      readonly kind: 'par-bond';
      readonly settleDay: number;
      readonly redemptionDay: number;
      readonly coupons: readonly FixedPeriod[];
    }
  | {
      readonly kind: 'overnight-future';
      readonly averaging: 'simple' | 'compounded';
      /** The overnight rates not yet known. */
      readonly fixings: readonly OvernightFixing[];
      /** Of the whole reference period. */
      readonly years: number;
      /** Rate x years of the known rates, summed (simple), or their growth (compounded). */
      readonly known: number;
    };

/** A resolved quote: the rate that the curve has to give back, and the day of its node. */
export interface CurveInstrument {
  /** How messages call it: the path of the quote. */
  readonly path: string;
  readonly rate: number;
  readonly pillarDay: number;
  readonly terms: InstrumentTerms;
}

export interface PricingCurves {
  readonly projection: DatedCurve;
  readonly discount: DatedCurve;
  /** Of the other rate of a basis swap. */
  readonly reference?: DatedCurve;
}

/** The rate at which the instrument is worth nothing (a bond: par) on these curves. */
export function modelRate(terms: InstrumentTerms, curves: PricingCurves): number {
  const { projection, discount } = curves;
  switch (terms.kind) {
    case 'forward':
      return growth(projection, terms.startDay, terms.endDay) / terms.years;
    case 'swap':
      return legValue(terms.floating, projection, discount) / annuity(discount, terms.fixed);
    case 'basis': {
      if (curves.reference === undefined) throw new RangeError('a basis without its other curve');
      const reference = legValue(terms.reference, curves.reference, discount);
      const solved = legValue(terms.floating, projection, discount);
      return (reference - solved) / annuity(discount, terms.fixed);
    }
    case 'par-bond': {
      const start = discountOnDay(discount, terms.settleDay);
      const end = discountOnDay(discount, terms.redemptionDay);
      return (start - end) / annuity(discount, terms.coupons);
    }
    case 'overnight-future':
      return futureRate(terms, projection);
  }
}

/** The floating payments of a leg, discounted. */
function legValue(
  periods: readonly FloatingPeriod[],
  projection: DatedCurve,
  discount: DatedCurve,
): number {
  return periods.reduce(
    (sum, period) =>
      sum + floatingAmount(projection, period) * discountOnDay(discount, period.payDay),
    0,
  );
}

type FutureTerms = Extract<InstrumentTerms, { kind: 'overnight-future' }>;

function futureRate(terms: FutureTerms, projection: DatedCurve): number {
  const { averaging, fixings, known, years } = terms;
  if (averaging === 'simple') {
    const sum = fixings.reduce(
      (total, { startDay, endDay, share }) => total + share * growth(projection, startDay, endDay),
      known,
    );
    return sum / years;
  }
  const [first, last] = [itemAt(fixings, 0), itemAt(fixings, fixings.length - 1)];
  return (known * (1 + growth(projection, first.startDay, last.endDay)) - 1) / years;
}

/** The first day whose discount factor on any curve counts. */
export function firstDayOf(terms: InstrumentTerms): number {
  switch (terms.kind) {
    case 'forward':
      return terms.startDay;
    case 'swap':
      return firstOfLeg(terms.floating);
    case 'basis':
      return Math.min(firstOfLeg(terms.floating), firstOfLeg(terms.reference));
    case 'par-bond':
      return terms.settleDay;
    case 'overnight-future':
      return Math.min(...terms.fixings.map(({ startDay }) => startDay));
  }
}

function firstOfLeg(periods: readonly FloatingPeriod[]): number {
  return Math.min(...periods.map(({ days, payDay }) => days[0] ?? payDay));
}

/** The last day whose discount factor on the projection or discount curve counts. */
export function lastDayOf(terms: InstrumentTerms): number {
  switch (terms.kind) {
    case 'forward':
      return terms.endDay;
    case 'swap':
    case 'basis': {
      const floating = terms.floating.flatMap(({ days, payDay }) => [
        payDay,
        days.at(-1) ?? payDay,
      ]);
      return Math.max(...terms.fixed.map(({ payDay }) => payDay), ...floating);
    }
    case 'par-bond':
      return Math.max(terms.redemptionDay, ...terms.coupons.map(({ payDay }) => payDay));
    case 'overnight-future':
      return Math.max(...terms.fixings.map(({ endDay }) => endDay));
  }
}

/** D(start) / D(end) - 1. */
function growth(curve: DatedCurve, startDay: number, endDay: number): number {
  return discountOnDay(curve, startDay) / discountOnDay(curve, endDay) - 1;
}

function sumOfGrowth(curve: DatedCurve, days: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < days.length; i += 1) {
    sum += growth(curve, itemAt(days, i - 1), itemAt(days, i));
  }
  return sum;
}

/** The amount that a floating period of notional 1 pays on the projection curve. */
export function floatingAmount(curve: DatedCurve, { days, weight }: FloatingPeriod): number {
  return weight * sumOfGrowth(curve, days);
}

/** Years of the fixed payments, discounted: the value of a rate of 1. */
export function annuity(curve: DatedCurve, periods: readonly FixedPeriod[]): number {
  return periods.reduce((sum, { years, payDay }) => sum + years * discountOnDay(curve, payDay), 0);
}
