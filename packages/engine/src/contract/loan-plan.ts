import { type Issue, issue } from '../foundation/index.js';
import { type BusinessDayShift, businessDayShift } from './business-day-shift.js';
import type { ContractTerms } from './contract-terms.js';
import { addTermPeriod, type TermCycle } from './cycle.js';
import { cycleSchedule, MAX_SCHEDULE_DATES } from './cycle-schedule.js';
import { isoFromTime } from './date-time.js';
import { type EventType, eventOrder } from './event-order.js';
import { fixedEvent, type ScheduledEvent, shiftedEvent } from './scheduled-event.js';

/** What every schedule of a loan needs, read once from its terms. */
export interface LoanPlan {
  readonly terms: ContractTerms;
  readonly initialExchange: number;
  readonly status: number;
  readonly maturity: number;
  readonly shift: BusinessDayShift;
  readonly keepsEndOfMonth: boolean;
  readonly issues: Issue[];
}

/** The required term, or undefined after an issue `missing` that names it. */
export function requiredTerm<N extends keyof ContractTerms>(
  terms: ContractTerms,
  name: N,
  issues: Issue[],
): NonNullable<ContractTerms[N]> | undefined {
  const value = terms[name] ?? undefined;
  if (value === undefined) {
    issues.push(issue('missing', name, `a value for ${terms.contractType}`, 'nothing'));
  }
  return value;
}

/** The plan of a loan with a known maturity; undefined after issues. */
export function loanPlan(
  terms: ContractTerms,
  maturity: number | undefined,
  issues: Issue[],
): LoanPlan | undefined {
  const initialExchange = requiredTerm(terms, 'initialExchangeDate', issues);
  const status = requiredTerm(terms, 'statusDate', issues);
  requiredTerm(terms, 'notionalPrincipal', issues);
  requiredTerm(terms, 'dayCountConvention', issues);
  requiredTerm(terms, 'contractRole', issues);
  requiredTerm(terms, 'currency', issues);
  if (initialExchange === undefined || status === undefined || maturity === undefined) {
    return undefined;
  }
  const shift = businessDayShift(terms);
  const keepsEndOfMonth = terms.endOfMonthConvention === 'EOM';
  return { terms, initialExchange, status, maturity, shift, keepsEndOfMonth, issues };
}

interface CycleEventTerms {
  readonly type: EventType;
  readonly anchor: number | undefined;
  readonly cycle: TermCycle | undefined;
  readonly includesEnd: boolean;
  /** Last moment of the schedule; the maturity when absent. */
  readonly end?: number;
  readonly amount?: number;
}

/** Events of an anchor and a cycle up to the maturity; issue `cycle.too-many` beyond the bound. */
export function cycleEvents(plan: LoanPlan, wanted: CycleEventTerms): ScheduledEvent[] {
  const { type, anchor, cycle, includesEnd, end = plan.maturity, amount = 0 } = wanted;
  const { keepsEndOfMonth, shift } = plan;
  const times = cycleSchedule({ anchor, end, cycle, keepsEndOfMonth, includesEnd });
  if (times.length > MAX_SCHEDULE_DATES) {
    const expected = `at most ${MAX_SCHEDULE_DATES} dates up to ${isoFromTime(end)}`;
    plan.issues.push(issue('cycle.too-many', `cycle of ${type}`, expected, 'more'));
    return [];
  }
  return times.map((time) => shiftedEvent(type, time, shift, amount));
}

/** The anchor of a cycle: as given, otherwise the initial exchange (CONTRACT-4). */
function anchorOr(
  anchor: number | undefined,
  cycle: TermCycle | undefined,
  otherwise: number,
): number | undefined {
  return anchor ?? (cycle === undefined ? undefined : otherwise);
}

/** IP events, up to the capitalization end IPCI events (rule CONTRACT-12). */
export function interestEvents(plan: LoanPlan): readonly ScheduledEvent[] {
  const { anchor, cycle } = interestCycle(plan);
  const payments =
    anchor === undefined ? [] : cycleEvents(plan, { type: 'IP', anchor, cycle, includesEnd: true });
  return withCapitalization(plan, payments);
}

/** Interest events up to the capitalization end become IPCI, with one at that end in any case. */
export function withCapitalization(
  { terms, shift }: LoanPlan,
  payments: readonly ScheduledEvent[],
): readonly ScheduledEvent[] {
  const end = terms.capitalizationEndDate;
  if (end === undefined) return payments;
  const last = shiftedEvent('IPCI', end, shift);
  const before = payments.filter(({ order }) => order < last.order);
  const after = payments.filter(({ order }) => order > last.order);
  return [
    ...before.map(({ scheduleTime }) => shiftedEvent('IPCI', scheduleTime, shift)),
    last,
    ...after,
  ];
}

/** Where a payment covers interest first, interest without dates of its own is paid with it. */
function interestCycle(plan: LoanPlan): Pick<CycleEventTerms, 'anchor' | 'cycle'> {
  const { terms } = plan;
  const { cycleAnchorDateOfInterestPayment: anchor, cycleOfInterestPayment: cycle } = terms;
  const hasOwn = anchor !== undefined || cycle !== undefined;
  if (hasOwn || (terms.contractType !== 'NAM' && terms.contractType !== 'ANN')) {
    return { anchor: anchorOr(anchor, cycle, plan.initialExchange), cycle };
  }
  return { anchor: redemptionAnchor(plan), cycle: terms.cycleOfPrincipalRedemption };
}

/** RR events; with a known next rate the first one after the status date is RRF. */
export function rateResetEvents(plan: LoanPlan): ScheduledEvent[] {
  const { terms } = plan;
  const cycle = terms.cycleOfRateReset;
  const anchor = anchorOr(terms.cycleAnchorDateOfRateReset, cycle, plan.initialExchange);
  return withKnownReset(plan, cycleEvents(plan, { type: 'RR', anchor, cycle, includesEnd: false }));
}

/** The first of ascending resets after the status date takes the rate that is known, if any. */
export function withKnownReset(plan: LoanPlan, resets: ScheduledEvent[]): ScheduledEvent[] {
  const known = plan.terms.nextResetRate;
  if (known === undefined) return resets;
  const status = eventOrder(plan.status, 'AD');
  const next = resets.findIndex(({ order }) => order > status);
  return resets.map((event, index) =>
    index === next ? shiftedEvent('RRF', event.scheduleTime, plan.shift, known) : event,
  );
}

export function feeEvents(plan: LoanPlan, includesEnd: boolean): ScheduledEvent[] {
  const { cycleOfFee: cycle, cycleAnchorDateOfFee } = plan.terms;
  if (cycle === undefined) return [];
  const anchor = cycleAnchorDateOfFee ?? plan.initialExchange;
  return cycleEvents(plan, { type: 'FP', anchor, cycle, includesEnd });
}

export function scalingEvents(plan: LoanPlan): ScheduledEvent[] {
  const { scalingEffect = '000', cycleOfScalingIndex: cycle } = plan.terms;
  if (scalingEffect === '000') return [];
  const given = plan.terms.cycleAnchorDateOfScalingIndex;
  const anchor = anchorOr(given, cycle, plan.initialExchange);
  return cycleEvents(plan, { type: 'SC', anchor, cycle, includesEnd: false });
}

/** Fixings of a lagged interest calculation base. */
export function interestBaseEvents(plan: LoanPlan): ScheduledEvent[] {
  const { interestCalculationBase, cycleOfInterestCalculationBase: cycle } = plan.terms;
  if (interestCalculationBase !== 'NTL') return [];
  const given = plan.terms.cycleAnchorDateOfInterestCalculationBase;
  const anchor = anchorOr(given, cycle, plan.initialExchange);
  return cycleEvents(plan, { type: 'IPCB', anchor, cycle, includesEnd: false });
}

/** Initial exchange, purchase and termination stay on their dates, business day or not. */
export function datedEvents(plan: LoanPlan): ScheduledEvent[] {
  const { terms, shift } = plan;
  const events = [fixedEvent('IED', plan.initialExchange, shift)];
  if (terms.purchaseDate !== undefined) events.push(fixedEvent('PRD', terms.purchaseDate, shift));
  if (terms.terminationDate !== undefined) {
    events.push(fixedEvent('TD', terms.terminationDate, shift));
  }
  return events;
}

/** First redemption date: the anchor, otherwise one cycle after the initial exchange. */
export function redemptionAnchor(plan: LoanPlan): number | undefined {
  const { cycleAnchorDateOfPrincipalRedemption: anchor, cycleOfPrincipalRedemption } = plan.terms;
  if (anchor !== undefined || cycleOfPrincipalRedemption === undefined) return anchor;
  return addTermPeriod(plan.initialExchange, cycleOfPrincipalRedemption);
}

/** PR events before the maturity; without an anchor the cycle is required. */
export function redemptionEvents(plan: LoanPlan): ScheduledEvent[] {
  const cycle = plan.terms.cycleOfPrincipalRedemption;
  const anchor = redemptionAnchor(plan);
  if (anchor === undefined) requiredTerm(plan.terms, 'cycleOfPrincipalRedemption', plan.issues);
  return cycleEvents(plan, { type: 'PR', anchor, cycle, includesEnd: false });
}

/** The redemption dates before the end of amortization, and that end, ascending (seconds). */
export function redemptionDates(plan: LoanPlan, end: number): number[] {
  const { terms, keepsEndOfMonth } = plan;
  const anchor = redemptionAnchor(plan);
  const cycle = terms.cycleOfPrincipalRedemption;
  return [...cycleSchedule({ anchor, end, cycle, keepsEndOfMonth, includesEnd: false }), end];
}
