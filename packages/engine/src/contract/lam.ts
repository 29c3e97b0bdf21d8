import type { Issue } from '../foundation/index.js';
import { linearMaturity } from './loan-maturity.js';
import {
  datedEvents,
  feeEvents,
  interestBaseEvents,
  interestEvents,
  loanPlan,
  rateResetEvents,
  redemptionDates,
  redemptionEvents,
  scalingEvents,
} from './loan-plan.js';
import { LOAN_RULES } from './loan-rules.js';
import { loanRun, runLoan } from './loan-run.js';
import type { ProjectContract } from './project-contract.js';
import { linearRedemption } from './redemption-rules.js';
import type { EventRules } from './run-events.js';
import { shiftedEvent } from './scheduled-event.js';

const RULES: EventRules = { ...LOAN_RULES, PR: linearRedemption };

/** Linear amortizer: constant payments of principal, interest beside them (rule CONTRACT-16). */
export const projectLam: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const plan = loanPlan(terms, linearMaturity(terms, issues), issues);
  if (plan === undefined) return { ok: false, issues };
  const events = [
    ...datedEvents(plan),
    ...redemptionEvents(plan),
    ...interestEvents(plan),
    ...rateResetEvents(plan),
    ...feeEvents(plan, true),
    ...scalingEvents(plan),
    ...interestBaseEvents(plan),
    shiftedEvent('MD', plan.maturity, plan.shift),
  ];
  const run = loanRun(plan, events, context);
  if (terms.nextPrincipalRedemptionPayment === undefined) {
    const dates = redemptionDates(plan, plan.maturity).filter((date) => date > plan.status);
    run.state.nextPrincipalPayment = (terms.notionalPrincipal ?? 0) / Math.max(dates.length, 1);
  }
  return runLoan(plan, events, RULES, context, run);
};
