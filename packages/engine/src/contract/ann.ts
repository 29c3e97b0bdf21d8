import type { Issue } from '../foundation/index.js';
import { amortizerEvents } from './amortizer-events.js';
import { type AnnuityDates, annuityDates, annuityPayment } from './annuity-payment.js';
import { accrue, type EventRule } from './contract-run.js';
import type { ContractTerms } from './contract-terms.js';
import { dayOfTime, effectiveTime, onDay } from './date-time.js';
import { eventOrder } from './event-order.js';
import { residualMaturity } from './loan-maturity.js';
import { type LoanPlan, loanPlan, redemptionAnchor } from './loan-plan.js';
import { initialExchange, LOAN_RULES } from './loan-rules.js';
import { loanRun, runLoan } from './loan-run.js';
import type { ProjectContract } from './project-contract.js';
import { residualRedemption } from './redemption-rules.js';
import type { EventRules } from './run-events.js';
import { fixedEvent, type ScheduledEvent, shiftedEvent } from './scheduled-event.js';

/**
 * Annuity: level payments that redeem the notional by the maturity or the amortization date; the
 * payment is fixed before the first redemption and after each rate reset (rule CONTRACT-18).
 */
export const projectAnn: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const plan = loanPlan(terms, annuityMaturity(terms, issues), issues);
  if (plan === undefined) return { ok: false, issues };
  const scheduled = amortizerEvents(plan);
  const resets = scheduled.filter(({ type }) => type === 'RR' || type === 'RRF');
  const events = [
    ...scheduled,
    ...firstFixing(plan),
    ...resets.map(({ scheduleTime }) => shiftedEvent('PRF', scheduleTime, plan.shift)),
  ];
  const run = loanRun(plan, events, context);
  const dates = annuityDates(plan, run.years);
  const rules: EventRules = {
    ...LOAN_RULES,
    IED: exchangeAndFixing(plan, dates),
    PR: residualRedemption,
    PRF: paymentFixing(dates),
  };
  const isRunning = effectiveTime(plan.initialExchange) <= effectiveTime(plan.status);
  if (isRunning && terms.nextPrincipalRedemptionPayment === undefined) {
    run.state.nextPrincipalPayment = annuityPayment(dates, run, plan.status);
  }
  return runLoan(plan, events, rules, context, run);
};

function annuityMaturity(terms: ContractTerms, issues: Issue[]): number | undefined {
  return terms.maturityDate ?? terms.amortizationDate ?? residualMaturity(terms, issues);
}

/**
 * One day before the first redemption, unless the payment is given. Wherever business days
 * bring it, the payment is fixed after the exchange and before it is first paid.
 */
function firstFixing(plan: LoanPlan): ScheduledEvent[] {
  const fixing = firstFixingTime(plan);
  if (fixing === undefined || fixing < plan.initialExchange) return [];
  const moved = shiftedEvent('PRF', fixing, plan.shift);
  const isBeforeExchange = moved.eventTime < plan.initialExchange;
  const shifted = isBeforeExchange ? fixedEvent('PRF', fixing, plan.shift) : moved;
  const redemption = plan.shift.eventTime(redemptionAnchor(plan) ?? fixing);
  if (shifted.eventTime < redemption) return [shifted];
  const justBefore = eventOrder(redemption, 'PR') - 0.5;
  return [{ ...shifted, eventTime: redemption, order: justBefore }];
}

function firstFixingTime(plan: LoanPlan): number | undefined {
  const first = redemptionAnchor(plan);
  if (first === undefined || plan.terms.nextPrincipalRedemptionPayment !== undefined) {
    return undefined;
  }
  return onDay(first, dayOfTime(first) - 1);
}

/** A first redemption on the exchange has its payment fixed by the exchange itself. */
function exchangeAndFixing(plan: LoanPlan, dates: AnnuityDates): EventRule {
  const fixing = firstFixingTime(plan);
  return (run, event) => {
    const payoff = initialExchange(run, event);
    if (fixing !== undefined && fixing < plan.initialExchange) {
      run.state.nextPrincipalPayment = annuityPayment(dates, run, event.scheduleTime - 1);
    }
    return payoff;
  };
}

function paymentFixing(dates: AnnuityDates): EventRule {
  return (run, { accrualDay, scheduleTime }) => {
    accrue(run, accrualDay);
    run.state.nextPrincipalPayment = annuityPayment(dates, run, scheduleTime);
    return 0;
  };
}
