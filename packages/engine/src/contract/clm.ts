import type { Issue, Result } from '../foundation/index.js';
import { accrue, type EventRule } from './contract-run.js';
import type { ContractTerms } from './contract-terms.js';
import { addTermPeriod } from './cycle.js';
import { eventOrder } from './event-order.js';
import {
  cycleEvents,
  feeEvents,
  type LoanPlan,
  loanPlan,
  rateResetEvents,
  requiredTerm,
} from './loan-plan.js';
import { LOAN_RULES, maturity } from './loan-rules.js';
import { runLoan } from './loan-run.js';
import type { ContractContext, ProjectContract } from './project-contract.js';
import type { EventRow, EventRules } from './run-events.js';
import { fixedEvent, type ScheduledEvent } from './scheduled-event.js';

/** A call and the end of its notice, in seconds. */
interface Call {
  readonly time: number;
  readonly settlement: number;
}

/** Call money: interest is capitalized until the maturity or the call (rule CONTRACT-20). */
export const projectClm: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const call = observedCall(terms, context);
  const end = call?.settlement ?? terms.maturityDate ?? context.to;
  const plan = loanPlan(terms, end ?? requiredTerm(terms, 'maturityDate', issues), issues);
  if (plan === undefined) return { ok: false, issues };
  return call === undefined ? runToMaturity(plan, context) : runToSettlement(plan, call, context);
};

/** The first call whose notice ends by the maturity. */
function observedCall(terms: ContractTerms, context: ContractContext): Call | undefined {
  const { maturityDate = Number.POSITIVE_INFINITY, xDayNotice } = terms;
  const notice = xDayNotice ?? { months: 0, days: 0 };
  const calls = context.observedEvents
    .filter(({ type, contractId }) => {
      return type === 'XD' && (contractId === undefined || contractId === terms.contractID);
    })
    .map(({ time }) => ({ time, settlement: addTermPeriod(time, notice) }))
    .filter(({ settlement }) => settlement <= maturityDate);
  return calls.sort((one, other) => one.time - other.time)[0];
}

/** Capitalizations, resets and fees before a moment. */
function runningEvents(plan: LoanPlan, end: number): ScheduledEvent[] {
  const { cycleOfInterestPayment: cycle, cycleAnchorDateOfInterestPayment } = plan.terms;
  const anchor = cycleAnchorDateOfInterestPayment ?? plan.initialExchange;
  const running = { ...plan, maturity: end };
  const capitalizations =
    cycle === undefined
      ? []
      : cycleEvents(running, { type: 'IPCI', anchor, cycle, includesEnd: false });
  return [
    fixedEvent('IED', plan.initialExchange, plan.shift),
    ...capitalizations,
    ...rateResetEvents(running),
    ...feeEvents(running, false),
  ];
}

function runToMaturity(plan: LoanPlan, context: ContractContext): Result<EventRow[]> {
  const events = [
    ...runningEvents(plan, plan.maturity),
    fixedEvent('IP', plan.maturity, plan.shift),
    fixedEvent('MD', plan.maturity, plan.shift),
  ];
  return runLoan(plan, events, LOAN_RULES, context);
}

/** The settlement of a call within the horizon is shown, though it may come after the horizon. */
function runToSettlement(
  plan: LoanPlan,
  { time, settlement }: Call,
  context: ContractContext,
): Result<EventRow[]> {
  const call = fixedEvent('XD', time, plan.shift);
  const events = [
    ...runningEvents(plan, time),
    { ...call, order: eventOrder(time, 'IED') },
    fixedEvent('IP', settlement, plan.shift),
    fixedEvent('STD', settlement, plan.shift),
  ];
  const { to = settlement } = context;
  const horizon = time <= to ? Math.max(to, settlement) : to;
  return runLoan(plan, events, CALLED_RULES, { ...context, to: horizon });
}

/** A call closes the interest period: with a capitalization cycle its interest is set aside. */
const exercise: EventRule = (run, { accrualDay }) => {
  accrue(run, accrualDay);
  const { state, terms } = run;
  if (terms.cycleOfInterestPayment === undefined) return 0;
  state.exerciseAmount = state.accruedInterest;
  state.accruedInterest = 0;
  return 0;
};

const interestAtSettlement: EventRule = ({ state }, { accrualDay }) => {
  const payoff = state.interestScaling * (state.exerciseAmount + state.accruedInterest);
  state.exerciseAmount = 0;
  state.accruedInterest = 0;
  state.day = accrualDay;
  return payoff;
};

/** From the call on no interest accrues; what has accrued is paid at the end of the notice. */
const CALLED_RULES: EventRules = {
  ...LOAN_RULES,
  XD: exercise,
  IP: interestAtSettlement,
  STD: maturity,
};
