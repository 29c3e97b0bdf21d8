import type { Issue, Result } from '../foundation/index.js';
import { marketObjectOf, onlyPart } from './contract-part.js';
import type { ContractRun } from './contract-run.js';
import type { ContractTerms } from './contract-terms.js';
import { addTermPeriod } from './cycle.js';
import { effectiveTime } from './date-time.js';
import { dealEvents } from './deal-events.js';
import { ownSignTermination, signedPurchase } from './deal-rules.js';
import { requiredTerm } from './loan-plan.js';
import { observedValue } from './observed-data.js';
import { ownEvents } from './own-events.js';
import type { ContractContext } from './project-contract.js';
import { type ComposedPlan, composedPlan, runComposed } from './run-composed.js';
import type { EventRow, EventRules } from './run-events.js';
import { fixedEvent, type ScheduledEvent, shiftedEvent } from './scheduled-event.js';

export interface ExerciseKind {
  /** Amount fixed at exercise from the price of the underlying then. */
  readonly amountOf: (terms: ContractTerms, price: number) => number;
  /** What the caller found wrong with the terms so far. */
  readonly issues: Issue[];
}

const NO_PERIOD = { months: 0, days: 0 };

/** Options and futures: maturity, exercise and settlement on the price of a market object. */
export function projectExercise(
  terms: ContractTerms,
  context: ContractContext,
  { amountOf, issues }: ExerciseKind,
): Result<EventRow[]> {
  const maturity = requiredTerm(terms, 'maturityDate', issues);
  const plan = composedPlan(terms, context, issues);
  if (plan === undefined || maturity === undefined) return { ok: false, issues };
  const part = onlyPart(terms, 'UDL');
  if (!part.ok) return part;
  const code = marketObjectOf(part.value);
  if (!code.ok) return code;
  const exercise = earlyExercise(terms, context) ?? terms.exerciseDate ?? maturity;
  startExercised(plan, exercise);
  const amountAt = (run: ContractRun, time: number) => {
    const observation = { term: 'marketObjectCode', code: code.value, time };
    return amountOf(terms, observedValue(run.observed, observation, run.issues));
  };
  return runComposed(plan, exerciseEvents(plan, maturity, exercise), rules(amountAt), context);
}

/** The first exercise of this contract observed from outside. */
export function earlyExercise(
  terms: ContractTerms,
  { observedEvents }: ContractContext,
): number | undefined {
  const times = ownEvents(observedEvents, 'XD', terms).map(({ time }) => time);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** An exercise that lies behind the status date stands in the terms (rule COMPOSED-14). */
function startExercised({ terms, run, status }: ComposedPlan, exercise: number): void {
  const isBehind = effectiveTime(exercise) <= effectiveTime(status);
  if (terms.exerciseDate === undefined || !isBehind) return;
  run.state.exerciseTime = terms.exerciseDate;
  run.state.exerciseAmount = terms.exerciseAmount ?? 0;
}

function exerciseEvents(
  { terms, shift }: ComposedPlan,
  maturity: number,
  exercise: number,
): ScheduledEvent[] {
  const settlement = addTermPeriod(exercise, terms.settlementPeriod ?? NO_PERIOD);
  return [
    ...dealEvents(terms, shift),
    fixedEvent('MD', maturity, shift),
    fixedEvent('XD', exercise, shift),
    shiftedEvent('STD', settlement, shift),
  ];
}

function rules(amountAt: (run: ContractRun, time: number) => number): EventRules {
  return {
    PRD: signedPurchase,
    TD: ownSignTermination,
    MD: (run, { scheduleTime }) => {
      const { state } = run;
      const isExercised = state.exerciseTime !== undefined || amountAt(run, scheduleTime) === 0;
      if (!isExercised) state.exerciseTime = scheduleTime;
      return 0;
    },
    XD: (run, { scheduleTime }) => {
      const { state } = run;
      state.exerciseAmount = amountAt(run, scheduleTime);
      if (state.exerciseAmount !== 0) state.exerciseTime = scheduleTime;
      return 0;
    },
    STD: ({ state, sign }) => {
      const payoff = sign * state.exerciseAmount;
      state.exerciseAmount = 0;
      return payoff;
    },
  };
}
