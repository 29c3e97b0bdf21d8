import type { Issue } from '../foundation/index.js';
import { residualMaturity } from './loan-maturity.js';
import {
  datedEvents,
  feeEvents,
  interestBaseEvents,
  interestEvents,
  loanPlan,
  rateResetEvents,
  redemptionEvents,
  requiredTerm,
  scalingEvents,
} from './loan-plan.js';
import { LOAN_RULES } from './loan-rules.js';
import { runLoan } from './loan-run.js';
import type { ProjectContract } from './project-contract.js';
import { residualRedemption } from './redemption-rules.js';
import type { EventRules } from './run-events.js';
import { shiftedEvent } from './scheduled-event.js';

const RULES: EventRules = { ...LOAN_RULES, PR: residualRedemption };

/** Negative amortizer: constant payments, interest first, so that the notional may grow. */
export const projectNam: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  requiredTerm(terms, 'nextPrincipalRedemptionPayment', issues);
  const plan = loanPlan(terms, residualMaturity(terms, issues), issues);
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
  return runLoan(plan, events, RULES, context);
};
