import type { Issue } from '../foundation/index.js';
import { amortizerEvents } from './amortizer-events.js';
import { linearMaturity } from './loan-maturity.js';
import { loanPlan, redemptionDates } from './loan-plan.js';
import { LOAN_RULES } from './loan-rules.js';
import { loanRun, runLoan } from './loan-run.js';
import type { ProjectContract } from './project-contract.js';
import { linearRedemption } from './redemption-rules.js';
import type { EventRules } from './run-events.js';

const RULES: EventRules = { ...LOAN_RULES, PR: linearRedemption };

/** Linear amortizer: constant payments of principal, interest beside them (rule CONTRACT-16). */
export const projectLam: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const plan = loanPlan(terms, linearMaturity(terms, issues), issues);
  if (plan === undefined) return { ok: false, issues };
  const events = amortizerEvents(plan);
  const run = loanRun(plan, events, context);
  if (terms.nextPrincipalRedemptionPayment === undefined) {
    const dates = redemptionDates(plan, plan.maturity).filter((date) => date > plan.status);
    run.state.nextPrincipalPayment = (terms.notionalPrincipal ?? 0) / Math.max(dates.length, 1);
  }
  return runLoan(plan, events, RULES, context, run);
};
