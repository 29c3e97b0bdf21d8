import { type Issue, issue } from '../foundation/index.js';
import { boundedSchedule } from './bounded-schedule.js';
import type { ContractRun, EventRule } from './contract-run.js';
import type { ContractTerms } from './contract-terms.js';
import type { CycleScheduleTerms } from './cycle-schedule.js';
import { dealEvents } from './deal-events.js';
import { observedValue } from './observed-data.js';
import type { ContractContext, ProjectContract } from './project-contract.js';
import { type ComposedPlan, composedPlan, runComposed } from './run-composed.js';
import { type ScheduledEvent, shiftedEvent } from './scheduled-event.js';

/** A dividend scheduled a few days past the horizon may be shifted back into it. */
const SHIFT_MARGIN_SECONDS = 10 * 86400;

const purchase: EventRule = ({ terms, sign }) =>
  -sign * (terms.quantity ?? 1) * (terms.priceAtPurchaseDate ?? 0);

const termination: EventRule = ({ terms, sign }) =>
  sign * (terms.quantity ?? 1) * (terms.priceAtTerminationDate ?? 0);

/** Observed on the scheduled date, otherwise on the date of payment (rule COMPOSED-3). */
const dividend: EventRule = (run, event) => {
  const known = run.terms.nextDividendPaymentAmount;
  if (event.amount === FIRST_DIVIDEND && known !== undefined) return run.sign * known;
  return run.sign * observedDividend(run, event);
};

/** Mark of the first dividend of the cycle, which may be known from the terms. */
const FIRST_DIVIDEND = 1;

function observedDividend({ terms, observed, issues }: ContractRun, event: ScheduledEvent): number {
  const term = 'marketObjectCodeOfDividends';
  const code = terms[term];
  const series = code === undefined ? undefined : observed.get(code);
  const { scheduleTime, eventTime } = event;
  const isLate = series?.has(scheduleTime) !== true && series?.has(eventTime) === true;
  return observedValue(observed, { term, code, time: isLate ? eventTime : scheduleTime }, issues);
}

/** Stock: purchase, dividends, termination (rules COMPOSED-2 and COMPOSED-3). */
export const projectStk: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const plan = composedPlan(terms, context, issues);
  if (plan === undefined) return { ok: false, issues };
  const events = [...dealEvents(terms, plan.shift), ...dividendEvents(plan, context)];
  return runComposed(plan, events, { PRD: purchase, TD: termination, DV: dividend }, context);
};

/** Commodity: purchase and termination (rule COMPOSED-2). */
export const projectCom: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const plan = composedPlan(terms, context, issues);
  if (plan === undefined) return { ok: false, issues };
  const events = dealEvents(terms, plan.shift);
  return runComposed(plan, events, { PRD: purchase, TD: termination }, context);
};

function dividendEvents(plan: ComposedPlan, { to }: ContractContext): ScheduledEvent[] {
  const { terms, shift, issues } = plan;
  const anchor = terms.cycleAnchorDateOfDividendPayment ?? terms.cycleAnchorDateOfDividend;
  const cycle = terms.cycleOfDividendPayment ?? terms.cycleOfDividend;
  if (anchor === undefined && cycle === undefined) return [];
  const end = dividendEnd(terms, to);
  if (end === undefined) {
    issues.push(issue('missing', 'to', 'a horizon, as dividends have no maturity', 'nothing'));
    return [];
  }
  if (anchor === undefined) {
    const expected = 'a date, because cycleOfDividendPayment is given';
    issues.push(issue('missing', 'cycleAnchorDateOfDividendPayment', expected, 'nothing'));
    return [];
  }
  const times = dividendTimes(plan, anchor, end);
  return times.map((time, index) =>
    shiftedEvent('DV', time, shift, index === 0 ? FIRST_DIVIDEND : 0),
  );
}

/**
 * The dates of the cycle up to a horizon, where no stub is left or joined. A dividend observed on a
 * termination off the cycle is a last one, and then the stub of the cycle counts.
 */
function dividendTimes(
  { terms, run, issues }: ComposedPlan,
  anchor: number,
  end: number,
): number[] {
  const { terminationDate, marketObjectCodeOfDividends = '' } = terms;
  const cycle = terms.cycleOfDividendPayment ?? terms.cycleOfDividend;
  const schedule: CycleScheduleTerms = {
    anchor,
    end: end + SHIFT_MARGIN_SECONDS,
    cycle: cycle === undefined ? undefined : { ...cycle, stub: 'short' },
    keepsEndOfMonth: terms.endOfMonthConvention === 'EOM',
    includesEnd: false,
  };
  const times = boundedSchedule(schedule, 'cycleOfDividendPayment', issues);
  const observed = run.observed.get(marketObjectCodeOfDividends);
  if (terminationDate === undefined || observed?.has(terminationDate) !== true) return times;
  if (times.includes(terminationDate)) return times;
  const ended = { ...schedule, cycle, end: terminationDate, includesEnd: true };
  return boundedSchedule(ended, 'cycleOfDividendPayment', issues);
}

function dividendEnd({ terminationDate }: ContractTerms, to: number | undefined) {
  if (terminationDate === undefined || to === undefined) return to ?? terminationDate;
  return Math.min(terminationDate, to);
}
