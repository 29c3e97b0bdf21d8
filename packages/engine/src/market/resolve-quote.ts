import {
  addBusinessDays,
  addPeriod,
  adjustDay,
  advanceDay,
  type BusinessDayCalendar,
  type BusinessDayConvention,
  businessDayCalendar,
  collect,
  fail,
  issue,
  itemAt,
  lastBusinessDayOfMonth,
  ok,
  type Period,
  type Result,
  schedule,
  yearFraction,
} from '../foundation/index.js';
import {
  type CurveInstrument,
  type FixedPeriod,
  type FloatingPeriod,
  lastDayOf,
} from './curve-instrument.js';
import type { CurveQuote, LegConvention, QuoteContext } from './curve-quote.js';
import { resolveFuture } from './resolve-future.js';

/**
 * A quote on real days (rules CURVE-16 to CURVE-20). Issues: `curve.tenor`, `curve.fixing`, and
 * those of the schedule.
 */
export function resolveQuote(quote: CurveQuote, context: QuoteContext): Result<CurveInstrument> {
  if (quote.kind !== 'future' && !(quote.tenor.count > 0)) {
    const expected = 'a tenor above zero';
    return fail(issue('curve.tenor', `${context.path}.tenor`, expected, periodText(quote.tenor)));
  }
  switch (quote.kind) {
    case 'deposit':
    case 'fra':
      return ok(termRate(quote, context));
    case 'ois':
      return overnightSwap(quote, context);
    case 'irs':
      return termSwap(quote, context);
    case 'basis':
      return basisSwap(quote, context);
    case 'future':
      return resolveFuture(quote, context);
    case 'par-bond':
      return parBond(quote, context);
  }
}

function periodText({ count, unit }: Period): string {
  return `${count}${unit}`;
}

type QuoteOf<K extends CurveQuote['kind']> = Extract<CurveQuote, { kind: K }>;

/** The day on which a trade of today starts. */
function spotDay(valuationDay: number, days: number, calendar: BusinessDayCalendar): number {
  return addBusinessDays(adjustDay(valuationDay, 'Following', calendar), days, calendar);
}

function termRate(quote: QuoteOf<'deposit' | 'fra'>, context: QuoteContext): CurveInstrument {
  const { convention } = quote;
  const calendar = businessDayCalendar(convention.calendar);
  const terms = { calendar, convention: convention.businessDay, endOfMonth: convention.endOfMonth };
  const settlementDays =
    (quote.kind === 'deposit' ? quote.settlementDays : undefined) ?? convention.spotDays;
  const spot = spotDay(context.valuationDay, settlementDays, calendar);
  const startDay = quote.kind === 'fra' ? advanceDay(spot, quote.start, terms) : spot;
  const endDay = advanceDay(startDay, quote.tenor, terms);
  const years = yearFraction(convention.dayCount, startDay, endDay);
  return {
    path: context.path,
    rate: quote.rate,
    pillarDay: endDay,
    terms: { kind: 'forward', startDay, endDay, years },
  };
}

interface PeriodTerms {
  readonly start: number;
  readonly end: number;
  readonly tenor: Period;
  readonly endOfMonth: boolean;
  readonly businessDay: BusinessDayConvention;
  readonly calendar: BusinessDayCalendar;
}

/** Days of a leg, counted back from its end. */
function legDays(terms: PeriodTerms): Result<readonly number[]> {
  const { businessDay, ...rest } = terms;
  const both = { convention: businessDay, terminationConvention: businessDay };
  const laid = schedule({ ...rest, ...both, rule: 'Backward' });
  return laid.ok ? ok(laid.value.days) : laid;
}

/** The unadjusted end of a swap; from a month's end to a month's end where that is the rule. */
function swapEnd(
  start: number,
  tenor: Period,
  calendar: BusinessDayCalendar,
  endOfMonth: boolean,
): number {
  if (!endOfMonth) return addPeriod(start, tenor);
  return advanceDay(start, tenor, { calendar, convention: 'ModifiedFollowing', endOfMonth });
}

function overnightSwap(quote: QuoteOf<'ois'>, context: QuoteContext): Result<CurveInstrument> {
  const { convention } = quote;
  const calendar = businessDayCalendar(convention.calendar);
  const start = spotDay(
    context.valuationDay,
    quote.settlementDays ?? convention.spotDays,
    calendar,
  );
  const endOfMonth = convention.endOfMonth && start >= lastBusinessDayOfMonth(start, calendar);
  const end = swapEnd(start, quote.tenor, calendar, endOfMonth);
  const { paymentTenor: tenor, businessDay } = convention;
  const days = legDays({ start, end, tenor, endOfMonth, businessDay, calendar });
  if (!days.ok) return days;
  const fixed: FixedPeriod[] = [];
  const floating: FloatingPeriod[] = [];
  for (let i = 1; i < days.value.length; i += 1) {
    const [from, to] = [itemAt(days.value, i - 1), itemAt(days.value, i)];
    const payDay = addBusinessDays(to, convention.paymentLagDays, calendar);
    fixed.push({ payDay, years: yearFraction(convention.dayCount, from, to) });
    const isAveraged = convention.averaging === 'simple';
    const fixingDays = isAveraged ? businessDaysFrom(from, to, calendar) : [from, to];
    floating.push({ payDay, days: fixingDays, weight: 1 });
  }
  const lastDay = itemAt(days.value, days.value.length - 1);
  const lastPayDay = itemAt(fixed, fixed.length - 1).payDay;
  const pillarDay = convention.pillar === 'maturity' ? lastDay : Math.max(lastDay, lastPayDay);
  const terms = { kind: 'swap', fixed, floating } as const;
  return ok({ path: context.path, rate: quote.rate, pillarDay, terms });
}

/** `from`, the business days after it, and `to`. */
function businessDaysFrom(from: number, to: number, calendar: BusinessDayCalendar): number[] {
  const days = [from];
  for (let day = addBusinessDays(from, 1, calendar); day < to; ) {
    days.push(day);
    day = addBusinessDays(day, 1, calendar);
  }
  return [...days, to];
}

interface TwoLegs {
  readonly payDayOf: (day: number) => number;
  /** Days of the periods of either leg, first to last. */
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** The days of both legs of a swap of two rates. */
function twoLegs(
  { tenor, convention }: QuoteOf<'irs' | 'basis'>,
  legs: readonly [LegConvention, LegConvention],
  valuationDay: number,
): Result<TwoLegs> {
  const calendar = businessDayCalendar(convention.calendar);
  const start = spotDay(valuationDay, convention.spotDays, calendar);
  const endOfMonth = convention.endOfMonth && start >= lastBusinessDayOfMonth(start, calendar);
  const end = swapEnd(start, tenor, calendar, endOfMonth);
  const days = collect(
    legs.map((leg) =>
      legDays({ start, end, tenor: leg.tenor, endOfMonth, businessDay: leg.businessDay, calendar }),
    ),
  );
  if (!days.ok) return days;
  const payDayOf = (day: number): number => adjustDay(day, convention.paymentBusinessDay, calendar);
  return ok({ payDayOf, first: itemAt(days.value, 0), second: itemAt(days.value, 1) });
}

function fixedPeriods(
  days: readonly number[],
  leg: LegConvention,
  payDayOf: (day: number) => number,
): FixedPeriod[] {
  return days.slice(1).map((to, i) => {
    const years = yearFraction(leg.dayCount, itemAt(days, i), to);
    return { payDay: payDayOf(to), years };
  });
}

function floatingPeriods(
  days: readonly number[],
  payDayOf: (day: number) => number,
): FloatingPeriod[] {
  return days.slice(1).map((to, i) => ({
    payDay: payDayOf(to),
    days: [itemAt(days, i), to],
    weight: 1,
  }));
}

function termSwap(quote: QuoteOf<'irs'>, context: QuoteContext): Result<CurveInstrument> {
  const { fixed: fixedLeg, floating: floatingLeg } = quote.convention;
  const laid = twoLegs(quote, [fixedLeg, floatingLeg], context.valuationDay);
  if (!laid.ok) return laid;
  const { first, second, payDayOf } = laid.value;
  const fixed = fixedPeriods(first, fixedLeg, payDayOf);
  const terms = { kind: 'swap', fixed, floating: floatingPeriods(second, payDayOf) } as const;
  return ok({ path: context.path, rate: quote.rate, pillarDay: lastDayOf(terms), terms });
}

function basisSwap(quote: QuoteOf<'basis'>, context: QuoteContext): Result<CurveInstrument> {
  const { solved, reference } = quote.convention;
  const laid = twoLegs(quote, [solved, reference], context.valuationDay);
  if (!laid.ok) return laid;
  const { first, second, payDayOf } = laid.value;
  const terms = {
    kind: 'basis',
    floating: floatingPeriods(first, payDayOf),
    fixed: fixedPeriods(first, solved, payDayOf),
    reference: floatingPeriods(second, payDayOf),
  } as const;
  return ok({ path: context.path, rate: quote.rate, pillarDay: lastDayOf(terms), terms });
}

function parBond(quote: QuoteOf<'par-bond'>, context: QuoteContext): Result<CurveInstrument> {
  const { convention, rate } = quote;
  const calendar = businessDayCalendar(convention.calendar);
  const settleDay =
    convention.settlementDays === 0
      ? context.valuationDay
      : spotDay(context.valuationDay, convention.settlementDays, calendar);
  const maturity = addPeriod(settleDay, quote.tenor);
  const payDayOf = (day: number): number => adjustDay(day, convention.businessDay, calendar);
  const redemptionDay = payDayOf(maturity);
  if (maturity <= addPeriod(settleDay, convention.simpleUpTo)) {
    const years = (maturity - settleDay) / (addPeriod(settleDay, YEAR) - settleDay);
    const terms = { kind: 'forward', startDay: settleDay, endDay: redemptionDay, years } as const;
    return ok({ path: context.path, rate, pillarDay: redemptionDay, terms });
  }
  const coupons = couponPeriods(settleDay, maturity, convention.couponTenor).map(
    ({ endDay, years }) => ({ payDay: payDayOf(endDay), years }),
  );
  const terms = { kind: 'par-bond', settleDay, redemptionDay, coupons } as const;
  return ok({ path: context.path, rate, pillarDay: redemptionDay, terms });
}

const YEAR: Period = { count: 1, unit: 'Y' };

interface CouponPeriod {
  readonly endDay: number;
  readonly years: number;
}

/** Regular coupons back from maturity; a first period that is shorter accrues in proportion. */
function couponPeriods(settleDay: number, maturity: number, tenor: Period): CouponPeriod[] {
  const periods: CouponPeriod[] = [];
  const yearsOfPeriod = monthsOf(tenor) / 12;
  let endDay = maturity;
  for (let count = 1; endDay > settleDay; count += 1) {
    const startDay = addPeriod(maturity, tenor, -count);
    const share = (endDay - Math.max(startDay, settleDay)) / (endDay - startDay);
    periods.unshift({ endDay, years: share * yearsOfPeriod });
    endDay = startDay;
  }
  return periods;
}

/** Coupons are a whole number of months apart; anything else is a convention that cannot be. */
function monthsOf({ count, unit }: Period): number {
  if (unit === 'M') return count;
  if (unit === 'Y') return 12 * count;
  throw new RangeError(`coupons every ${count}${unit} are no part of a year`);
}
