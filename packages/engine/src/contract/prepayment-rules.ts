import { issue } from '../foundation/index.js';
import { accrue, type ContractRun, type EventRule } from './contract-run.js';
import type { LoanPlan } from './loan-plan.js';
import type { ObservedEvent } from './observed-data.js';
import { ownEvents } from './own-events.js';
import type { EventRules } from './run-events.js';
import { fixedEvent, type ScheduledEvent } from './scheduled-event.js';

/**
 * PP events of observed prepayments, each after its penalty PY where the terms ask for one (rule
 * CONTRACT-21). Issues `contradiction` when the terms allow no prepayment, `unsupported`.
 */
export function prepaymentEvents(
  { terms, shift, issues }: LoanPlan,
  observedEvents: readonly ObservedEvent[],
): ScheduledEvent[] {
  const observed = ownEvents(observedEvents, 'PP', terms);
  if (observed.length === 0) return [];
  const { prepaymentEffect = 'N', penaltyType = 'N' } = terms;
  if (prepaymentEffect === 'N') {
    const expected = 'A or M, because a prepayment is observed';
    issues.push(issue('contradiction', 'prepaymentEffect', expected, prepaymentEffect));
  }
  if (penaltyType === 'I') issues.push(issue('unsupported', 'penaltyType', 'N, A or R', 'I'));
  for (const { value } of observed) {
    if (value >= 0) continue;
    issues.push(issue('negative', 'eventsObserved', 'a prepayment not below zero', String(value)));
  }
  return observed.flatMap(({ time, value }) => {
    const prepayment = fixedEvent('PP', time, shift, value);
    return penaltyType === 'N' ? [prepayment] : [fixedEvent('PY', time, shift, value), prepayment];
  });
}

function prepaid({ sign, state }: ContractRun, amount: number): number {
  return Math.min(amount, Math.max(sign * state.notionalPrincipal, 0));
}

/** Effect A lowers the later payments with the notional, M ends the contract earlier. */
const prepayment: EventRule = (run, { accrualDay, amount }) => {
  accrue(run, accrualDay);
  const { state, sign, terms } = run;
  const before = state.notionalPrincipal;
  const payment = sign * prepaid(run, amount);
  state.notionalPrincipal -= payment;
  if ((terms.interestCalculationBase ?? 'NT') === 'NT') {
    state.interestBase = state.notionalPrincipal;
  }
  if (terms.prepaymentEffect === 'A' && before !== 0) {
    state.nextPrincipalPayment *= state.notionalPrincipal / before;
  }
  return state.notionalScaling * payment;
};

/** Type A: a fixed amount; type R: a share of the prepaid amount. */
const penalty: EventRule = (run, { accrualDay, amount }) => {
  accrue(run, accrualDay);
  const { penaltyType, penaltyRate = 0 } = run.terms;
  return run.sign * (penaltyType === 'A' ? penaltyRate : penaltyRate * prepaid(run, amount));
};

export const PREPAYMENT_RULES: EventRules = { PP: prepayment, PY: penalty };
