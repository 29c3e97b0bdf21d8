import { advanceDay } from '../calendar/advance-day.js';
import { adjustDay } from '../calendar/business-day.js';
import { businessDayCalendar } from '../calendar/calendar-by-id.js';
import { addMonths } from '../calendar-date.js';
import { itemAt } from '../item-at.js';
import type { ScheduleTerms } from './schedule-terms.js';
import { nextTwentieth, previousTwentieth, type TwentiethRule } from './twentieth.js';

/** Days before business-day adjustment, in order, and the day the regular periods count from. */
export interface UnadjustedDays {
  readonly days: readonly number[];
  readonly isRegular: readonly boolean[];
  readonly seed: number;
}

/** Days being laid out in the direction of the rule. */
interface Layout {
  readonly days: number[];
  readonly isRegular: boolean[];
}

/** The terms with the stubs that mean something. */
interface Stubs {
  readonly first: number | undefined;
  readonly nextToLast: number | undefined;
}

const NO_HOLIDAYS = businessDayCalendar('none');

/** Rules SCHEDULE-1 to SCHEDULE-6; the terms are without contradiction. */
export function unadjustedDays(terms: ScheduleTerms): UnadjustedDays {
  const { start, end, rule } = terms;
  const first = terms.firstDay === start ? undefined : terms.firstDay;
  const nextToLast = terms.nextToLastDay === end ? undefined : terms.nextToLastDay;
  if (rule === 'Zero') return { days: [start, end], isRegular: [true], seed: start };
  if (rule === 'Backward') return backward(terms, { first, nextToLast });
  return forward(terms, { first, nextToLast });
}

/** `times` tenors from the seed on the calendar without holidays. */
function step(terms: ScheduleTerms, seed: number, times: number): number {
  const { tenor, convention } = terms;
  const endOfMonth = terms.endOfMonth && (tenor.unit === 'M' || tenor.unit === 'Y');
  const period = { count: tenor.count * times, unit: tenor.unit };
  return advanceDay(seed, period, { calendar: NO_HOLIDAYS, convention, endOfMonth });
}

function push(layout: Layout, day: number, isRegular: boolean): void {
  layout.days.push(day);
  layout.isRegular.push(isRegular);
}

/** Adds a day of the grid unless it falls on the same business day as the one before. */
function pushIfNew(terms: ScheduleTerms, layout: Layout, day: number): void {
  if (isNew(terms, layout, day)) push(layout, day, true);
}

/** Adds a day told by the terms likewise; regular when a tenor from the one before. */
function pushStub(terms: ScheduleTerms, layout: Layout, day: number, direction: 1 | -1): void {
  if (!isNew(terms, layout, day)) return;
  push(layout, day, step(terms, lastOf(layout), direction) === day);
}

function isNew({ convention, calendar }: ScheduleTerms, layout: Layout, day: number): boolean {
  const last = adjustDay(lastOf(layout), convention, calendar);
  return last !== adjustDay(day, convention, calendar);
}

const lastOf = (layout: Layout): number => itemAt(layout.days, layout.days.length - 1);

function backward(terms: ScheduleTerms, { first, nextToLast }: Stubs): UnadjustedDays {
  const layout: Layout = { days: [terms.end], isRegular: [] };
  const seed = nextToLast ?? terms.end;
  if (nextToLast !== undefined) push(layout, nextToLast, step(terms, terms.end, -1) === nextToLast);
  const earliest = first ?? terms.start;
  for (let times = 1; ; times += 1) {
    const day = step(terms, seed, -times);
    if (day < earliest) break;
    pushIfNew(terms, layout, day);
  }
  if (first !== undefined) pushStub(terms, layout, first, -1);
  pushStub(terms, layout, terms.start, -1);
  return { days: layout.days.toReversed(), isRegular: layout.isRegular.toReversed(), seed };
}

function forward(terms: ScheduleTerms, { first, nextToLast }: Stubs): UnadjustedDays {
  const layout = forwardStart(terms);
  const seed = forwardSeed(terms, layout, first);
  const latest = nextToLast ?? terms.end;
  for (let times = 1; ; times += 1) {
    const day = step(terms, seed, times);
    if (day > latest) break;
    pushIfNew(terms, layout, day);
  }
  if (nextToLast !== undefined) pushStub(terms, layout, nextToLast, 1);
  pushEnd(terms, layout);
  return { ...layout, seed };
}

/** The start, or the quarter that protection begins with, one earlier where that is not yet due. */
function forwardStart(terms: ScheduleTerms): Layout {
  const { start, rule, convention, calendar } = terms;
  if (rule !== 'CDS' && rule !== 'CDS2015') return { days: [start], isRegular: [] };
  const previous = previousTwentieth(start, rule);
  return adjustDay(previous, convention, calendar) > start
    ? { days: [addMonths(previous, -3), previous], isRegular: [true] }
    : { days: [previous], isRegular: [] };
}

/** Adds the day the regular periods count from, where it is not the start, and returns it. */
function forwardSeed(terms: ScheduleTerms, layout: Layout, first: number | undefined): number {
  const start = lastOf(layout);
  if (first !== undefined) {
    push(layout, first, step(terms, start, 1) === first);
    return first;
  }
  const rule = twentiethRule(terms);
  if (rule === undefined) return start;
  const next = firstTwentieth(terms.start, rule);
  if (next === terms.start) return start;
  push(layout, next, rule === 'CDS' || rule === 'CDS2015');
  return next;
}

/** Before April 2009 a first period of less than 30 days was joined to the next. */
const OLD_CDS_SHORTEST_STUB_DAYS = 30;

function firstTwentieth(start: number, rule: TwentiethRule): number {
  const next = nextTwentieth(start, rule);
  const isShort = rule === 'OldCDS' && next - start < OLD_CDS_SHORTEST_STUB_DAYS;
  return isShort ? nextTwentieth(next + 1, rule) : next;
}

function twentiethRule({ rule }: ScheduleTerms): TwentiethRule | undefined {
  switch (rule) {
    case 'Twentieth':
    case 'TwentiethIMM':
    case 'OldCDS':
    case 'CDS':
    case 'CDS2015':
      return rule;
    default:
      return undefined;
  }
}

/** Adds the end, or the twentieth on or after it, unless the last day already stands for it. */
function pushEnd(terms: ScheduleTerms, layout: Layout): void {
  const { end, terminationConvention, calendar } = terms;
  const lastAdjusted = adjustDay(lastOf(layout), terminationConvention, calendar);
  if (lastAdjusted === adjustDay(end, terminationConvention, calendar)) return;
  const rule = twentiethRule(terms);
  if (rule === undefined) push(layout, end, false);
  else push(layout, nextTwentieth(end, rule), true);
}
