import type { Result } from '../foundation/index.js';
import { type ContractRun, initialState } from './contract-run.js';
import { effectiveDay, effectiveTime } from './date-time.js';
import { type Years, yearsOfTerms } from './day-count.js';
import { eventOrder } from './event-order.js';
import type { LoanPlan } from './loan-plan.js';
import { initialBase } from './loan-rules.js';
import { ownEvents } from './own-events.js';
import { PREPAYMENT_RULES, prepaymentEvents } from './prepayment-rules.js';
import type { ContractContext } from './project-contract.js';
import { roleSign } from './role-sign.js';
import { arrangeEvents, type EventRow, type EventRules, runEvents } from './run-events.js';
import { fixedEvent, type ScheduledEvent } from './scheduled-event.js';

/** A run on the status date (rule CONTRACT-11): after the exchange the states are set. */
export function loanRun(
  plan: LoanPlan,
  events: readonly ScheduledEvent[],
  context: ContractContext,
): ContractRun {
  const { terms, issues, shift } = plan;
  const run: ContractRun = {
    terms,
    sign: roleSign(terms.contractRole),
    years: yearsOfLoan(plan),
    observed: context.observed,
    issues,
    state: initialState(shift.accrualDay(plan.status)),
  };
  const { state, sign } = run;
  state.notionalScaling = terms.notionalScalingMultiplier ?? 1;
  state.interestScaling = terms.interestScalingMultiplier ?? 1;
  state.nextPrincipalPayment = terms.nextPrincipalRedemptionPayment ?? 0;
  if (effectiveTime(plan.initialExchange) > effectiveTime(plan.status)) return run;
  state.notionalPrincipal = sign * (terms.notionalPrincipal ?? 0);
  state.nominalInterestRate = terms.nominalInterestRate ?? 0;
  state.interestBase = initialBase(run);
  state.accruedInterest =
    terms.accruedInterest === undefined
      ? accruedSincePayment(plan, events, run)
      : sign * terms.accruedInterest;
  state.feeAccrued = sign * (terms.feeAccrued ?? 0);
  return run;
}

/**
 * Interest accrued at the status date since the last interest event up to it. Without such a one,
 * and for CLM and UMP, accrual starts at the status date, as the public tests have it.
 */
function accruedSincePayment(
  { terms, status, shift, initialExchange }: LoanPlan,
  events: readonly ScheduledEvent[],
  { state, years }: ContractRun,
): number {
  if (terms.contractType === 'CLM' || terms.contractType === 'UMP') return 0;
  let last = Number.NEGATIVE_INFINITY;
  const happened = eventOrder(status, 'AD');
  for (const { type, order, accrualDay } of events) {
    const isInterest = type === 'IP' || type === 'IPCI';
    if (isInterest && order <= happened && accrualDay > last) last = accrualDay;
  }
  if (last === Number.NEGATIVE_INFINITY) return 0;
  const from = Math.max(last, shift.accrualDay(initialExchange));
  return years(from, state.day) * state.nominalInterestRate * state.interestBase;
}

/** The day count of the loan, with its maturity. */
export function yearsOfLoan({ terms, maturity }: LoanPlan): Years {
  return yearsOfTerms(terms, effectiveDay(maturity));
}

/** Arranges the events of a loan in its window, with observed analysis dates, and runs them. */
export function runLoan(
  plan: LoanPlan,
  events: readonly ScheduledEvent[],
  rules: EventRules,
  context: ContractContext,
  run: ContractRun = loanRun(plan, events, context),
): Result<EventRow[]> {
  const window = {
    status: plan.status,
    to: context.to ?? plan.shift.eventTime(plan.maturity),
    termination: plan.terms.terminationDate,
  };
  const prepaid = prepaymentEvents(plan, context.observedEvents);
  if (plan.issues.length > 0) return { ok: false, issues: plan.issues };
  const analysed = ownEvents(context.observedEvents, 'AD', plan.terms).map(({ time }) =>
    fixedEvent('AD', time, plan.shift),
  );
  return runEvents(
    arrangeEvents([...events, ...prepaid, ...analysed], window),
    { ...rules, ...PREPAYMENT_RULES },
    run,
  );
}
