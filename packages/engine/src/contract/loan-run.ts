import type { Result } from '../foundation/index.js';
import type { ContractRun, ContractState } from './contract-run.js';
import { dayOfTime, effectiveTime } from './date-time.js';
import { type Years, yearsOf } from './day-count.js';
import type { LoanPlan } from './loan-plan.js';
import { initialBase } from './loan-rules.js';
import type { ContractContext } from './project-contract.js';
import { roleSign } from './role-sign.js';
import { arrangeEvents, type EventRow, type EventRules, runEvents } from './run-events.js';
import type { ScheduledEvent } from './scheduled-event.js';

/** A run on the status date (rule CONTRACT-11): after the exchange the states are set. */
export function loanRun(plan: LoanPlan, context: ContractContext): ContractRun {
  const { terms, issues, shift } = plan;
  const run: ContractRun = {
    terms,
    sign: roleSign(terms.contractRole),
    years: yearsOfLoan(plan),
    observed: context.observed,
    issues,
    state: emptyState(shift.accrualDay(plan.status)),
  };
  const { state, sign } = run;
  state.notionalScaling = terms.notionalScalingMultiplier ?? 1;
  state.interestScaling = terms.interestScalingMultiplier ?? 1;
  state.nextPrincipalPayment = terms.nextPrincipalRedemptionPayment ?? 0;
  if (effectiveTime(plan.initialExchange) > effectiveTime(plan.status)) return run;
  state.notionalPrincipal = sign * (terms.notionalPrincipal ?? 0);
  state.nominalInterestRate = terms.nominalInterestRate ?? 0;
  state.interestBase = initialBase(run);
  state.accruedInterest = sign * (terms.accruedInterest ?? 0);
  state.feeAccrued = sign * (terms.feeAccrued ?? 0);
  return run;
}

/** The day count of the loan, with its maturity. */
export function yearsOfLoan({ terms, maturity }: LoanPlan): Years {
  return yearsOf(terms.dayCountConvention ?? 'AA', dayOfTime(effectiveTime(maturity)));
}

function emptyState(day: number): ContractState {
  return {
    day,
    notionalPrincipal: 0,
    nominalInterestRate: 0,
    accruedInterest: 0,
    feeAccrued: 0,
    interestBase: 0,
    notionalScaling: 1,
    interestScaling: 1,
    nextPrincipalPayment: 0,
    exerciseAmount: 0,
  };
}

/** Arranges the events of a loan in its window and runs them. */
export function runLoan(
  plan: LoanPlan,
  events: readonly ScheduledEvent[],
  rules: EventRules,
  context: ContractContext,
  run: ContractRun = loanRun(plan, context),
): Result<EventRow[]> {
  if (plan.issues.length > 0) return { ok: false, issues: plan.issues };
  const window = {
    status: plan.status,
    to: context.to ?? plan.shift.eventTime(plan.maturity),
    termination: plan.terms.terminationDate,
  };
  return runEvents(arrangeEvents(events, window), rules, run);
}
