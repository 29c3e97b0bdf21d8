import type { Issue } from '../foundation/index.js';
import { amortizerEvents } from './amortizer-events.js';
import { residualMaturity } from './loan-maturity.js';
import { loanPlan, requiredTerm } from './loan-plan.js';
import { LOAN_RULES } from './loan-rules.js';
import { runLoan } from './loan-run.js';
import type { ProjectContract } from './project-contract.js';
import { residualRedemption } from './redemption-rules.js';
import type { EventRules } from './run-events.js';

const RULES: EventRules = { ...LOAN_RULES, PR: residualRedemption };

/** Negative amortizer: constant payments, interest first, so that the notional may grow. */
export const projectNam: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  requiredTerm(terms, 'nextPrincipalRedemptionPayment', issues);
  const plan = loanPlan(terms, residualMaturity(terms, issues), issues);
  if (plan === undefined) return { ok: false, issues };
  const events = amortizerEvents(plan);
  return runLoan(plan, events, RULES, context);
};
