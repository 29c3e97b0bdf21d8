import { type Issue, issue } from '../foundation/index.js';
import { cycleEvents, datedEvents, feeEvents, loanPlan, rateResetEvents } from './loan-plan.js';
import { LOAN_RULES } from './loan-rules.js';
import { runLoan } from './loan-run.js';
import type { ProjectContract } from './project-contract.js';

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
  ];
  return runLoan(plan, events, LOAN_RULES, context);
};
