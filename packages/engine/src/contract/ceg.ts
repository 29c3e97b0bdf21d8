import { type Issue, issue } from '../foundation/index.js';
import { boundedSchedule } from './bounded-schedule.js';
import { partsOf } from './contract-part.js';
import type { ContractRun } from './contract-run.js';
import type { ContractTerms } from './contract-terms.js';
import { coveredExposure } from './covered-exposure.js';
import {
  creditEventTime,
  enhancementEvents,
  enhancementMaturity,
  startEnhancement,
  valueInRun,
} from './credit-enhancement.js';
import { addTermPeriod } from './cycle.js';
import { effectiveTime } from './date-time.js';
import { dealEvents } from './deal-events.js';
import { ownSignTermination, signedPurchase } from './deal-rules.js';
import { guaranteeFee } from './guarantee-fee.js';
import { requiredTerm } from './loan-plan.js';
import type { ContractContext, ProjectContract } from './project-contract.js';
import { type ComposedPlan, composedPlan, runComposed } from './run-composed.js';
import { arrangeEvents, type EventRules } from './run-events.js';
import { type ScheduledEvent, shiftedEvent } from './scheduled-event.js';

/** A guarantee of other contracts (rules COMPOSED-14 to COMPOSED-17). */
export const projectCeg: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const plan = composedPlan(terms, context, issues);
  if (partsOf(terms, 'COVE').length === 0) {
    const expected = 'at least one part with referenceRole COVE for CEG';
    issues.push(issue('missing', 'contractStructure', expected, 'none'));
  }
  if (hasFee(terms)) requireFeeTerms(terms, issues);
  if (plan === undefined || issues.length > 0) return { ok: false, issues };
  const maturity = enhancementMaturity(terms, context);
  if (!maturity.ok) return maturity;
  const exercise = creditEventTime(terms, context, maturity.value) ?? terms.exerciseDate;
  const events = [
    ...dealEvents(terms, plan.shift),
    ...feeEvents(plan, maturity.value, exercise),
    ...enhancementEvents(plan, maturity.value, exercise),
  ];
  const cover = coverRule(plan, context, coverTimes(plan, context, events));
  startEnhancement(plan);
  if (hasFee(terms) || terms.notionalPrincipal !== undefined) cover(plan.run, plan.status);
  return runComposed(plan, events, rules(cover, plan.status), context);
};

/** Sets the signed amount that is covered at a moment. */
type CoverRule = (run: ContractRun, time: number) => void;

/** The status date, and the times within the window at which the amount covered is looked at. */
function coverTimes(
  { terms, status }: ComposedPlan,
  { to }: ContractContext,
  events: readonly ScheduledEvent[],
): number[] {
  const window = { status, to, termination: terms.terminationDate };
  const looks = arrangeEvents(events, window).filter(({ type }) => COVERED.includes(type));
  return [...new Set([status, ...looks.map(({ scheduleTime }) => scheduleTime)])];
}

const COVERED: readonly string[] = ['PRD', 'FP', 'XD'];

function coverRule(
  { terms }: ComposedPlan,
  context: ContractContext,
  times: readonly number[],
): CoverRule {
  const exposureAt = coveredExposure(terms, context, times);
  const stated = terms.notionalPrincipal;
  const share = terms.coverageOfCreditEnhancement ?? 1;
  return (run, time) => {
    const exposure = stated ?? valueInRun(exposureAt(time), run);
    run.state.notionalPrincipal = run.sign * share * exposure;
  };
}

function hasFee({ feeRate = 0 }: ContractTerms): boolean {
  return feeRate !== 0;
}

function requireFeeTerms(terms: ContractTerms, issues: Issue[]): void {
  requiredTerm(terms, 'feeBasis', issues);
  requiredTerm(terms, 'dayCountConvention', issues);
  requiredTerm(terms, 'cycleOfFee', issues);
  if (terms.purchaseDate === undefined) requiredTerm(terms, 'cycleAnchorDateOfFee', issues);
}

/** The cycle runs to the maturity; no fee falls due from the exercise on. */
function feeEvents(
  { terms, shift, issues }: ComposedPlan,
  maturity: number,
  exercise = maturity,
): ScheduledEvent[] {
  const { cycleAnchorDateOfFee, cycleOfFee, purchaseDate } = terms;
  if (!hasFee(terms) || cycleOfFee === undefined) return [];
  const first = purchaseDate === undefined ? undefined : addTermPeriod(purchaseDate, cycleOfFee);
  const schedule = {
    anchor: cycleAnchorDateOfFee ?? first,
    end: maturity,
    cycle: cycleOfFee,
    keepsEndOfMonth: terms.endOfMonthConvention === 'EOM',
    includesEnd: false,
  };
  return boundedSchedule(schedule, 'cycleOfFee', issues)
    .filter((time) => effectiveTime(time) < effectiveTime(exercise))
    .map((time) => shiftedEvent('FP', time, shift));
}

function rules(cover: CoverRule, status: number): EventRules {
  const fee = guaranteeFee(status);
  return {
    PRD: (run, event) => {
      fee.begin(run, event);
      cover(run, event.scheduleTime);
      return signedPurchase(run, event);
    },
    FP: (run, event) => {
      const payoff = fee.pay(run, event);
      cover(run, event.scheduleTime);
      return payoff;
    },
    XD: (run, event) => {
      fee.close(run, event);
      cover(run, event.scheduleTime);
      run.state.exerciseAmount = run.state.notionalPrincipal;
      run.state.exerciseTime = event.scheduleTime;
      return 0;
    },
    STD: ({ state }) => {
      state.notionalPrincipal = 0;
      return state.exerciseAmount + state.feeAccrued;
    },
    TD: (run, event) => {
      run.state.notionalPrincipal = 0;
      return ownSignTermination(run, event);
    },
    MD: ({ state }) => {
      state.notionalPrincipal = 0;
      return 0;
    },
  };
}
