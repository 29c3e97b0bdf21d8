import type { Issue } from '../foundation/index.js';
import { boundedSchedule } from './bounded-schedule.js';
import type { ContractRun } from './contract-run.js';
import { addTermPeriod, type TermCycle } from './cycle.js';
import { effectiveTime } from './date-time.js';
import { dealEvents } from './deal-events.js';
import { signedPurchase } from './deal-rules.js';
import { requiredTerm } from './loan-plan.js';
import { observedRate } from './loan-rules.js';
import type { ProjectContract } from './project-contract.js';
import { type ComposedPlan, composedPlan, runComposed } from './run-composed.js';
import type { EventRules } from './run-events.js';
import { fixedEvent, type ScheduledEvent, shiftedEvent } from './scheduled-event.js';

const REQUIRED = [
  'notionalPrincipal',
  'nominalInterestRate',
  'nominalInterestRate2',
  'dayCountConvention',
] as const;

interface SwapDates {
  readonly exchange: number;
  readonly maturity: number;
}

/** Interest accrued and not yet paid on the two legs, signed as the bank sees them. */
interface LegInterest {
  fixed: number;
  floating: number;
}

/** Fixed against floating interest on one notional (rule COMPOSED-5). */
export const projectSwppv: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  for (const name of REQUIRED) requiredTerm(terms, name, issues);
  const exchange = requiredTerm(terms, 'initialExchangeDate', issues);
  const maturity = requiredTerm(terms, 'maturityDate', issues);
  const plan = composedPlan(terms, context, issues);
  if (plan === undefined || exchange === undefined || maturity === undefined) {
    return { ok: false, issues };
  }
  const dates = { exchange, maturity };
  const payments = paymentTimes(plan, dates);
  const events = [
    ...dealEvents(terms, plan.shift),
    fixedEvent('IED', exchange, plan.shift),
    ...paymentEvents(plan, payments),
    ...resetEvents(plan, dates),
    shiftedEvent('MD', maturity, plan.shift),
  ];
  startOnStatus(plan, dates, payments);
  return runComposed(plan, events, swapRules(), context);
};

/** A swap that has begun accrues from its last payment, or from its exchange. */
function startOnStatus(plan: ComposedPlan, dates: SwapDates, payments: readonly number[]): void {
  const { run, status, shift } = plan;
  const past = [dates.exchange, ...payments].filter(
    (time) => effectiveTime(time) <= effectiveTime(status),
  );
  if (effectiveTime(dates.exchange) > effectiveTime(status)) return;
  run.state.day = shift.accrualDay(Math.max(...past));
  begin(run);
}

function begin({ state, terms, sign }: ContractRun): void {
  state.notionalPrincipal = sign * (terms.notionalPrincipal ?? 0);
  state.nominalInterestRate = terms.nominalInterestRate2 ?? 0;
}

function paymentTimes(
  { terms, issues }: ComposedPlan,
  { exchange, maturity }: SwapDates,
): number[] {
  const { cycleAnchorDateOfInterestPayment: anchor, cycleOfInterestPayment: cycle } = terms;
  const schedule = {
    anchor: anchor ?? anchorAfter(exchange, cycle),
    end: maturity,
    cycle,
    keepsEndOfMonth: terms.endOfMonthConvention === 'EOM',
    includesEnd: true,
  };
  return boundedSchedule(schedule, 'cycleOfInterestPayment', issues);
}

function anchorAfter(exchange: number, cycle: TermCycle | undefined): number | undefined {
  return cycle === undefined ? undefined : addTermPeriod(exchange, cycle);
}

function paymentEvents({ terms, shift }: ComposedPlan, times: readonly number[]): ScheduledEvent[] {
  if (terms.deliverySettlement === 'S') return times.map((time) => shiftedEvent('IP', time, shift));
  return times.flatMap((time) => [
    shiftedEvent('IPFX', time, shift),
    shiftedEvent('IPFL', time, shift),
  ]);
}

function resetEvents(
  { terms, shift, status, issues }: ComposedPlan,
  { exchange, maturity }: SwapDates,
): ScheduledEvent[] {
  const { cycleAnchorDateOfRateReset: anchor, cycleOfRateReset: cycle, nextResetRate } = terms;
  const schedule = {
    anchor: anchor ?? anchorAfter(exchange, cycle),
    end: maturity,
    cycle,
    keepsEndOfMonth: terms.endOfMonthConvention === 'EOM',
    includesEnd: false,
  };
  const times = boundedSchedule(schedule, 'cycleOfRateReset', issues);
  const next = times.find((time) => effectiveTime(time) > effectiveTime(status));
  return times.map((time) =>
    time === next && nextResetRate !== undefined
      ? shiftedEvent('RRF', time, shift, nextResetRate)
      : shiftedEvent('RR', time, shift),
  );
}

function swapRules(): EventRules {
  const legs: LegInterest = { fixed: 0, floating: 0 };
  return {
    IED: (run, { accrualDay }) => {
      begin(run);
      run.state.day = accrualDay;
      return 0;
    },
    PRD: (run, event) => {
      accrueLegs(run, legs, event.accrualDay);
      return signedPurchase(run, event);
    },
    IPFX: (run, { accrualDay }) => {
      accrueLegs(run, legs, accrualDay);
      return pay(run, legs, ['fixed']);
    },
    IPFL: (run, { accrualDay }) => {
      accrueLegs(run, legs, accrualDay);
      return pay(run, legs, ['floating']);
    },
    IP: (run, { accrualDay }) => {
      accrueLegs(run, legs, accrualDay);
      return pay(run, legs, ['fixed', 'floating']);
    },
    RR: (run, event) => {
      accrueLegs(run, legs, event.accrualDay);
      const { rateMultiplier = 1, rateSpread = 0 } = run.terms;
      run.state.nominalInterestRate = observedRate(run, event) * rateMultiplier + rateSpread;
      return 0;
    },
    RRF: (run, { accrualDay, amount }) => {
      accrueLegs(run, legs, accrualDay);
      run.state.nominalInterestRate = amount;
      return 0;
    },
    TD: (run) => end(run, run.terms.priceAtTerminationDate ?? 0),
    MD: (run) => end(run, 0),
  };
}

function accrueLegs(run: ContractRun, legs: LegInterest, day: number): void {
  const { state, terms, years } = run;
  if (day === state.day) return;
  const fraction = years(state.day, day);
  legs.fixed += fraction * (terms.nominalInterestRate ?? 0) * state.notionalPrincipal;
  legs.floating -= fraction * state.nominalInterestRate * state.notionalPrincipal;
  state.day = day;
  showAccrued(run, legs);
}

/** Of a swap that pays its legs apart the fixed one is shown, as in the public tests. */
function showAccrued({ state, terms }: ContractRun, { fixed, floating }: LegInterest): void {
  state.accruedInterest = terms.deliverySettlement === 'S' ? fixed + floating : fixed;
}

function pay(run: ContractRun, legs: LegInterest, paid: readonly (keyof LegInterest)[]): number {
  const payoff = paid.reduce((sum, leg) => sum + legs[leg], 0);
  for (const leg of paid) legs[leg] = 0;
  showAccrued(run, legs);
  return payoff;
}

/** The last floating rate stays in the states, as in the public tests. */
function end({ state }: ContractRun, payoff: number): number {
  state.notionalPrincipal = 0;
  state.accruedInterest = 0;
  return payoff;
}
