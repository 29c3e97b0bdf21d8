import type { Issue } from '../foundation/index.js';
import {
  datedEvents,
  feeEvents,
  interestEvents,
  loanPlan,
  rateResetEvents,
  requiredTerm,
  scalingEvents,
} from './loan-plan.js';
import { LOAN_RULES } from './loan-rules.js';
import { runLoan } from './loan-run.js';
import type { ProjectContract } from './project-contract.js';
import { shiftedEvent } from './scheduled-event.js';

/** Principal at maturity: a bullet loan or bond. */
export const projectPam: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const maturity = requiredTerm(terms, 'maturityDate', issues);
  const plan = loanPlan(terms, maturity, issues);
  if (plan === undefined) return { ok: false, issues };
  const events = [
    ...datedEvents(plan),
    ...interestEvents(plan),
    ...rateResetEvents(plan),
    ...feeEvents(plan, true),
    ...scalingEvents(plan),
    shiftedEvent('MD', plan.maturity, plan.shift),
  ];
  return runLoan(plan, events, LOAN_RULES, context);
};
