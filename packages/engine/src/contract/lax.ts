import { type Issue, issue, itemAt } from '../foundation/index.js';
import type { EventRule } from './contract-run.js';
import { accrue } from './contract-run.js';
import type { ContractTerms } from './contract-terms.js';
import type { TermCycle } from './cycle.js';
import { MAX_SCHEDULE_DATES } from './cycle-schedule.js';
import { isoFromTime } from './date-time.js';
import { laxMaturity, partCycle } from './lax-maturity.js';
import {
  cycleEvents,
  datedEvents,
  feeEvents,
  interestBaseEvents,
  type LoanPlan,
  loanPlan,
  scalingEvents,
  withCapitalization,
  withKnownReset,
} from './loan-plan.js';
import { LOAN_RULES, limitedRate, observedRate } from './loan-rules.js';
import { runLoan } from './loan-run.js';
import type { ProjectContract } from './project-contract.js';
import { arrayIncrease, arrayRedemption } from './redemption-rules.js';
import type { EventRules } from './run-events.js';
import { type ScheduledEvent, shiftedEvent } from './scheduled-event.js';

/** A reset to the observed rate plus the array's own spread (rule CONTRACT-19). */
const arrayReset: EventRule = (run, event) => {
  accrue(run, event.accrualDay);
  const { rateMultiplier = 1, rateSpread = 0 } = run.terms;
  const rate = observedRate(run, event) * rateMultiplier + rateSpread + event.amount;
  run.state.nominalInterestRate = limitedRate(run, rate);
  return 0;
};

const RULES: EventRules = {
  ...LOAN_RULES,
  PR: arrayRedemption,
  PI: arrayIncrease,
  RR: arrayReset,
};

/** Exotic linear amortizer: a list of schedules, each with its own amount or rate. */
export const projectLax: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  checkArrays(terms, issues);
  if (issues.length > 0) return { ok: false, issues };
  const plan = loanPlan(terms, laxMaturity(terms, issues), issues);
  if (plan === undefined) return { ok: false, issues };
  const events = [
    ...datedEvents(plan),
    ...principalEvents(plan),
    ...arrayInterestEvents(plan),
    ...arrayResetEvents(plan),
    ...feeEvents(plan, true),
    ...scalingEvents(plan),
    ...interestBaseEvents(plan),
    shiftedEvent('MD', plan.maturity, plan.shift),
  ];
  return runLoan(plan, events, RULES, context);
};

/** Lists that belong together have one length; cycles may be absent, or one for all parts. */
function checkArrays(terms: ContractTerms, issues: Issue[]): void {
  const groups = [
    [
      'arrayCycleAnchorDateOfPrincipalRedemption',
      'arrayNextPrincipalRedemptionPayment',
      'arrayIncreaseDecrease',
      'arrayCycleOfPrincipalRedemption',
    ],
    ['arrayCycleAnchorDateOfInterestPayment', 'arrayCycleOfInterestPayment'],
    ['arrayCycleAnchorDateOfRateReset', 'arrayRate', 'arrayFixedVariable', 'arrayCycleOfRateReset'],
  ] as const;
  for (const [anchors, ...others] of groups) {
    const count = terms[anchors]?.length ?? 0;
    for (const other of others) {
      const length = terms[other]?.length;
      const isCycle = other.startsWith('arrayCycleOf');
      if (length === count || (isCycle && length === 1 && count > 0)) continue;
      if (length === undefined && (isCycle || count === 0)) continue;
      const expected = `${count} items, as many as ${anchors}`;
      issues.push(issue('length', other, expected, String(length ?? 'nothing')));
    }
    checkAnchors(terms, anchors, issues);
  }
}

type ArrayAnchor =
  | 'arrayCycleAnchorDateOfPrincipalRedemption'
  | 'arrayCycleAnchorDateOfInterestPayment'
  | 'arrayCycleAnchorDateOfRateReset';

/** Anchors ascend, up to a maturity that is written. */
function checkAnchors(terms: ContractTerms, name: ArrayAnchor, issues: Issue[]): void {
  const { maturityDate = Number.POSITIVE_INFINITY } = terms;
  let earlier = Number.NEGATIVE_INFINITY;
  for (const anchor of terms[name] ?? []) {
    if (anchor <= earlier || anchor > maturityDate) {
      const expected = 'dates that ascend, up to the maturity';
      issues.push(issue('order', name, expected, isoFromTime(anchor)));
    }
    earlier = anchor;
  }
}

interface ArraySchedule {
  readonly anchors: readonly number[];
  readonly cycles: readonly TermCycle[] | undefined;
  readonly end: number;
}

/** The events of each part of an array schedule (anchor, cycle, end: the next anchor), bounded. */
function eachPart(
  plan: LoanPlan,
  { anchors, cycles, end }: ArraySchedule,
  visit: (part: ArrayPart) => ScheduledEvent[],
): ScheduledEvent[] {
  const events: ScheduledEvent[] = [];
  for (const [index, anchor] of anchors.entries()) {
    events.push(
      ...visit({ index, anchor, cycle: partCycle(cycles, index), end: anchors[index + 1] ?? end }),
    );
    if (events.length <= MAX_SCHEDULE_DATES) continue;
    const expected = `at most ${MAX_SCHEDULE_DATES} dates in all parts`;
    plan.issues.push(issue('cycle.too-many', 'array schedule', expected, 'more'));
    return [];
  }
  return events;
}

interface ArrayPart {
  readonly index: number;
  readonly anchor: number;
  readonly cycle: TermCycle | undefined;
  readonly end: number;
}

function principalEvents(plan: LoanPlan): ScheduledEvent[] {
  const { terms, maturity } = plan;
  const anchors = terms.arrayCycleAnchorDateOfPrincipalRedemption ?? [];
  const cycles = terms.arrayCycleOfPrincipalRedemption;
  return eachPart(plan, { anchors, cycles, end: maturity }, ({ index, anchor, cycle, end }) => {
    const isIncrease = terms.arrayIncreaseDecrease?.[index] === 'INC';
    const amount = itemAt(terms.arrayNextPrincipalRedemptionPayment ?? [], index);
    const type = isIncrease ? 'PI' : 'PR';
    return cycleEvents(plan, { type, anchor, cycle, end, includesEnd: false, amount });
  });
}

/** One interest event a date, though parts meet at their ends. */
function arrayInterestEvents(plan: LoanPlan): readonly ScheduledEvent[] {
  const { terms, maturity, shift } = plan;
  const anchors = terms.arrayCycleAnchorDateOfInterestPayment ?? [];
  const cycles = terms.arrayCycleOfInterestPayment;
  const events = eachPart(plan, { anchors, cycles, end: maturity }, ({ anchor, cycle, end }) =>
    cycleEvents(plan, { type: 'IP', anchor, cycle, end, includesEnd: true }),
  );
  const times = new Set(events.map(({ scheduleTime }) => scheduleTime));
  return withCapitalization(
    plan,
    [...times].map((time) => shiftedEvent('IP', time, shift)),
  );
}

function arrayResetEvents(plan: LoanPlan): ScheduledEvent[] {
  const { terms, maturity } = plan;
  const anchors = terms.arrayCycleAnchorDateOfRateReset ?? [];
  const cycles = terms.arrayCycleOfRateReset;
  const resets = eachPart(plan, { anchors, cycles, end: maturity }, (part) => {
    const type = terms.arrayFixedVariable?.[part.index] === 'F' ? 'RRF' : 'RR';
    const amount = itemAt(terms.arrayRate ?? [], part.index);
    const { anchor, cycle, end } = part;
    return cycleEvents(plan, { type, anchor, cycle, end, includesEnd: false, amount });
  });
  return withKnownReset(plan, resets);
}
