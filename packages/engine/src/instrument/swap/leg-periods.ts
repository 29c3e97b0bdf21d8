import {
  addBusinessDays,
  addPeriod,
  adjustDay,
  collect,
  type DayCountContext,
  fail,
  isoFromDay,
  issue,
  itemAt,
  ok,
  type Period,
  type Result,
  schedule,
  yearFraction,
} from '../../foundation/index.js';
import { type PeriodValue, valueInPeriod } from './period-value.js';
import type { LegSchedule, LegTenor, Stub, SwapLeg } from './swap-terms.js';

/** One stretch over which interest accrues; days as adjusted, notional and rate in force. */
export interface AccrualPeriod {
  readonly index: number;
  readonly unadjustedStart: number;
  readonly unadjustedEnd: number;
  readonly startDay: number;
  readonly endDay: number;
  readonly stub: 'initial' | 'final' | 'none';
  readonly notional: number;
  readonly yearFraction: number;
}

/** The accrual periods that one payment settles. */
export interface PaymentPeriod {
  readonly payDay: number;
  readonly periods: readonly AccrualPeriod[];
}

interface Roll {
  readonly days: readonly number[];
  readonly stub: 'initial' | 'final' | 'none';
}

/**
 * The payments of a leg with their accrual periods (rules SWAP-2, SWAP-3). Issues: those of
 * `schedule`, `stub.unexpected` when the dates do not fit whole periods and no stub is agreed,
 * `payment-tenor` and `period-values` when lists and tenors do not fit the number of periods,
 * `period.empty` and `notional.negative`.
 */
export function paymentPeriods(leg: SwapLeg): Result<PaymentPeriod[]> {
  const roll = rollDays(leg.schedule);
  if (!roll.ok) return roll;
  const count = roll.value.days.length - 1;
  const fits = collect([fitsPeriods(leg.notional, 'notional', count), fitsRates(leg, count)]);
  if (!fits.ok) return fits;
  const periods = accrualPeriods(leg, roll.value);
  const wrong = periods.find((period) => period.endDay <= period.startDay || period.notional < 0);
  if (wrong !== undefined) return wrongPeriod(wrong);
  return groupPeriods(leg.schedule, periods, roll.value.stub);
}

function wrongPeriod(period: AccrualPeriod): Result<never> {
  const start = isoFromDay(period.unadjustedStart);
  if (period.notional < 0) {
    const got = `${period.notional} from ${start}`;
    return fail(issue('notional.negative', 'notional', 'at least 0 in every period', got));
  }
  return fail(issue('period.empty', 'accrualTenor', 'a period longer than no day', start));
}

/** Unadjusted roll days: the odd period is cut by a short stub, swallowed by a long one. */
function rollDays(terms: LegSchedule): Result<Roll> {
  const { startDay, endDay, accrualTenor, stub } = terms;
  if (startDay >= endDay) {
    return fail(issue('leg.dates', 'endDay', 'a day after the start', isoFromDay(endDay)));
  }
  if (accrualTenor === 'term') return ok({ days: [startDay, endDay], stub: 'none' });
  const isInitial = stub === 'short-initial' || stub === 'long-initial';
  const rolled = schedule({
    start: startDay,
    end: endDay,
    tenor: accrualTenor,
    rule: isInitial ? 'Backward' : 'Forward',
    endOfMonth: terms.endOfMonth,
    convention: 'Unadjusted',
    terminationConvention: 'Unadjusted',
    calendar: terms.calendar,
  });
  if (!rolled.ok) return rolled;
  const roll = markStub(rolled.value.days, accrualTenor, stub);
  if (stub === 'none' && roll.stub !== 'none') {
    const got = `an odd period of the tenor ${tenorText(accrualTenor)}`;
    return fail(issue('stub.unexpected', 'stub', 'whole periods from start to end', got));
  }
  return ok(roll);
}

function markStub(days: readonly number[], tenor: Period, stub: Stub): Roll {
  const place = stub.endsWith('initial') ? 'initial' : 'final';
  const last = days.length - 1;
  const near = place === 'initial' ? itemAt(days, 1) : itemAt(days, last - 1);
  const far = place === 'initial' ? itemAt(days, 0) : itemAt(days, last);
  const whole = addPeriod(near, tenor, place === 'initial' ? -1 : 1);
  const slackDays = tenor.unit === 'M' || tenor.unit === 'Y' ? MONTH_END_DAYS : 0;
  const isOdd = Math.abs(whole - near) - Math.abs(far - near) > slackDays;
  if (!isOdd) return { days, stub: 'none' };
  const drop = place === 'initial' ? 1 : last - 1;
  const isLong = stub.startsWith('long') && last > 1;
  return { days: isLong ? days.filter((_, at) => at !== drop) : days, stub: place };
}

/** A period that ends on the last day of a shorter month is still whole. */
const MONTH_END_DAYS = 3;

function accrualPeriods(leg: SwapLeg, roll: Roll): AccrualPeriod[] {
  const last = roll.days.length - 2;
  return roll.days.slice(0, -1).map((unadjustedStart, index) => {
    const unadjustedEnd = itemAt(roll.days, index + 1);
    const isStub = roll.stub === 'initial' ? index === 0 : roll.stub === 'final' && index === last;
    const stub = isStub ? roll.stub : 'none';
    const startDay = adjusted(leg.schedule, unadjustedStart);
    const endDay = adjusted(leg.schedule, unadjustedEnd);
    const context = dayCountContext(leg.schedule, { unadjustedStart, unadjustedEnd, stub });
    return {
      index,
      unadjustedStart,
      unadjustedEnd,
      startDay,
      endDay,
      stub,
      notional: valueInPeriod(leg.notional, { index, unadjustedStart }),
      yearFraction: yearFraction(leg.dayCount, startDay, endDay, context),
    };
  });
}

function adjusted(terms: LegSchedule, day: number): number {
  const convention = day === terms.endDay ? terms.terminationConvention : terms.convention;
  return adjustDay(day, convention, terms.calendar);
}

/** ACT/ACT ICMA counts a stub against the whole period it is part of. */
function dayCountContext(
  terms: LegSchedule,
  period: Pick<AccrualPeriod, 'unadjustedStart' | 'unadjustedEnd' | 'stub'>,
): DayCountContext {
  const tenor = terms.accrualTenor;
  const reference = { referenceStart: period.unadjustedStart, referenceEnd: period.unadjustedEnd };
  const shared = { terminationDay: terms.endDay, calendar: terms.calendar };
  if (tenor === 'term' || period.stub === 'none') return { ...reference, ...shared };
  return period.stub === 'initial'
    ? { ...reference, referenceStart: addPeriod(period.unadjustedEnd, tenor, -1), ...shared }
    : { ...reference, referenceEnd: addPeriod(period.unadjustedStart, tenor), ...shared };
}

/** A stub is paid on its own; whole periods are paid in groups (rule SWAP-2). */
function groupPeriods(
  terms: LegSchedule,
  periods: readonly AccrualPeriod[],
  stub: Roll['stub'],
): Result<PaymentPeriod[]> {
  if (terms.paymentTenor === 'term') return ok([paymentOf(terms, periods)]);
  const size = groupSize(terms.accrualTenor, terms.paymentTenor);
  const first = stub === 'initial' ? 1 : 0;
  const last = stub === 'final' ? periods.length - 1 : periods.length;
  if (size === undefined || (last - first) % size !== 0) {
    const expected = `a whole multiple of the accrual tenor that divides ${last - first} periods`;
    return fail(issue('payment-tenor', 'paymentTenor', expected, tenorText(terms.paymentTenor)));
  }
  const groups = first === 1 ? [periods.slice(0, 1)] : [];
  for (let at = first; at < last; at += size) groups.push(periods.slice(at, at + size));
  if (last < periods.length) groups.push(periods.slice(last));
  return ok(groups.map((group) => paymentOf(terms, group)));
}

function paymentOf(terms: LegSchedule, periods: readonly AccrualPeriod[]): PaymentPeriod {
  const { endDay } = itemAt(periods, periods.length - 1);
  return { payDay: paymentDay(terms, endDay), periods };
}

/** The payment day for an accrual day: adjusted, then moved by the payment lag. */
export function paymentDay(terms: LegSchedule, accrualDay: number): number {
  const settled = adjustDay(accrualDay, terms.paymentConvention, terms.paymentCalendar);
  return terms.paymentLagDays === 0
    ? settled
    : addBusinessDays(settled, terms.paymentLagDays, terms.paymentCalendar);
}

function groupSize(accrual: LegTenor, payment: Period): number | undefined {
  if (accrual === 'term') return undefined;
  const [inner, outer] = [monthsOrDays(accrual), monthsOrDays(payment)];
  const size = outer.count / inner.count;
  return inner.unit === outer.unit && Number.isInteger(size) && size > 0 ? size : undefined;
}

function monthsOrDays(period: Period): { readonly count: number; readonly unit: 'M' | 'D' } {
  if (period.unit === 'Y') return { count: 12 * period.count, unit: 'M' };
  if (period.unit === 'W') return { count: 7 * period.count, unit: 'D' };
  return { count: period.count, unit: period.unit };
}

function tenorText(tenor: LegTenor): string {
  return tenor === 'term' ? tenor : `${tenor.count}${tenor.unit}`;
}

function fitsRates(leg: SwapLeg, count: number): Result<number> {
  if (leg.rate.kind === 'known-amount') return ok(count);
  return leg.rate.kind === 'fixed'
    ? fitsPeriods(leg.rate.rate, 'rate', count)
    : fitsPeriods(leg.rate.spread, 'spread', count);
}

function fitsPeriods(plan: PeriodValue, path: string, count: number): Result<number> {
  if (typeof plan === 'number' || !('byPeriod' in plan) || plan.byPeriod.length === count) {
    return ok(count);
  }
  const got = String(plan.byPeriod.length);
  return fail(issue('period-values', path, `${count} values, one a period`, got));
}
