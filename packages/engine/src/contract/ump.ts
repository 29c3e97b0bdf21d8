import { type Issue, issue } from '../foundation/index.js';
import {
  cycleEvents,
  datedEvents,
  feeEvents,
  type LoanPlan,
  loanPlan,
  rateResetEvents,
} from './loan-plan.js';
import { LOAN_RULES } from './loan-rules.js';
import { runLoan } from './loan-run.js';
import { ownEvents } from './own-events.js';
import type { ContractContext, ProjectContract } from './project-contract.js';
import { arrayIncrease, arrayRedemption } from './redemption-rules.js';
import type { EventRules } from './run-events.js';
import { fixedEvent, type ScheduledEvent } from './scheduled-event.js';

const RULES: EventRules = { ...LOAN_RULES, PR: arrayRedemption, PI: arrayIncrease };

/** Undefined maturity: interest is capitalized up to the horizon, which must be given. */
export const projectUmp: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  if (context.to === undefined) {
    issues.push(issue('missing', 'to', 'a horizon, since UMP has no maturity', 'nothing'));
  }
  const plan = loanPlan(terms, context.to, issues);
  if (plan === undefined) return { ok: false, issues };
  const { cycleOfInterestPayment: cycle, cycleAnchorDateOfInterestPayment } = terms;
  const anchor = cycleAnchorDateOfInterestPayment ?? plan.initialExchange;
  const capitalizations =
    cycle === undefined
      ? []
      : cycleEvents(plan, { type: 'IPCI', anchor, cycle, includesEnd: false });
  const events = [
    ...datedEvents(plan),
    ...capitalizations,
    ...rateResetEvents(plan),
    ...feeEvents(plan, false),
    ...observedFlows(plan, context),
  ];
  return runLoan(plan, events, RULES, context);
};

/** Withdrawals PR and deposits PI, whose amounts are known from outside alone. */
function observedFlows(
  { terms, shift, issues }: LoanPlan,
  { observedEvents }: ContractContext,
): ScheduledEvent[] {
  return (['PR', 'PI'] as const).flatMap((type) =>
    ownEvents(observedEvents, type, terms).map(({ time, value }) => {
      if (value < 0) {
        const expected = `a ${type} not below zero: PR withdraws, PI pays in`;
        issues.push(issue('negative', 'eventsObserved', expected, String(value)));
      }
      return fixedEvent(type, time, shift, value);
    }),
  );
}
