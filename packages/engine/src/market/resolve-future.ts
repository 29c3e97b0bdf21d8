import {
  addBusinessDays,
  adjustDay,
  businessDayCalendar,
  fail,
  type Issue,
  isoFromDay,
  issue,
  ok,
  type Result,
  yearFraction,
} from '../foundation/index.js';
import type { CurveInstrument, OvernightFixing } from './curve-instrument.js';
import type { CurveQuote, QuoteContext } from './curve-quote.js';

type FutureQuote = Extract<CurveQuote, { kind: 'future' }>;

/**
 * A future on an overnight rate (rule CURVE-19): rates of days before the valuation day are
 * observed, later ones read from the curve. The day before a closed day counts for it, also across
 * the first of a month. Issues: `curve.dates`, `curve.fixing`.
 */
export function resolveFuture(quote: FutureQuote, context: QuoteContext): Result<CurveInstrument> {
  const { startDay, endDay, convention } = quote;
  const isLive = endDay > startDay && endDay > context.valuationDay;
  if (!isLive) {
    const got = `${isoFromDay(startDay)} to ${isoFromDay(endDay)}`;
    const expected = 'a period that ends after it starts and after the valuation day';
    return fail(issue('curve.dates', context.path, expected, got));
  }
  const all = fixingsOf(quote);
  const observed = all.filter((fixing) => fixing.startDay < context.valuationDay);
  const past = growthOfObserved(quote, observed, context);
  if (!past.ok) return past;
  const fixings = all.filter((fixing) => fixing.startDay >= context.valuationDay);
  if (fixings.length === 0) {
    const expected = 'a period with an overnight rate still to come';
    return fail(issue('curve.dates', context.path, expected, isoFromDay(endDay)));
  }
  const years = yearFraction(convention.dayCount, startDay, endDay);
  const terms = {
    kind: 'overnight-future',
    averaging: convention.averaging,
    fixings,
    years,
    known: past.value,
  } as const;
  const rate = (100 - quote.price) / 100 - quote.convexity;
  const pillarDay = Math.max(...fixings.map((fixing) => fixing.endDay));
  return ok({ path: context.path, rate, pillarDay, terms });
}

/** Every overnight rate of the period, with the share of its days that lies in it. */
function fixingsOf({ startDay, endDay, convention }: FutureQuote): OvernightFixing[] {
  const calendar = businessDayCalendar(convention.calendar);
  const fixings: OvernightFixing[] = [];
  let from = adjustDay(startDay, 'Preceding', calendar);
  while (from < endDay) {
    const to = addBusinessDays(from, 1, calendar);
    const inside = Math.min(to, endDay) - Math.max(from, startDay);
    fixings.push({ startDay: from, endDay: to, share: inside / (to - from) });
    from = to;
  }
  return fixings;
}

/** Rate x years summed, or growth multiplied, of the observed rates. */
function growthOfObserved(
  { convention }: FutureQuote,
  observed: readonly OvernightFixing[],
  context: QuoteContext,
): Result<number> {
  const issues: Issue[] = [];
  let sum = 0;
  let growth = 1;
  for (const { startDay, endDay, share } of observed) {
    const rate = context.fixings?.get(startDay);
    if (rate === undefined) {
      const path = `${context.path}.fixings`;
      issues.push(issue('curve.fixing', path, `a rate of ${isoFromDay(startDay)}`, 'none'));
      continue;
    }
    const earned = rate * share * yearFraction(convention.dayCount, startDay, endDay);
    sum += earned;
    growth *= 1 + earned;
  }
  if (issues.length > 0) return fail(...issues);
  return ok(convention.averaging === 'simple' ? sum : growth);
}
