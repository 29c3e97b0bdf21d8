import { dayFromIso, type Issue } from '../foundation/index.js';
import type { ContingencyPlan, ContingencyTrigger } from '../metric/index.js';
import type { Outcome } from './outcome.js';
import type { Study } from './study.js';

/** A trigger in one scenario: on or off, and how far from its level; or why it cannot be read. */
export type TriggerState =
  | {
      readonly id: string;
      readonly scenario: string;
      readonly on: boolean;
      /** Unit of the measure; negative once the trigger is on. */
      readonly distance: number;
    }
  | { readonly id: string; readonly scenario: string; readonly issue: Issue };

export interface LineTest {
  readonly id: string;
  /** Days from the last test to the decision date; null = never tested. */
  readonly ageDays: number | null;
  readonly overdue: boolean;
}

export interface ContingencyState {
  readonly triggers: readonly TriggerState[];
  readonly tests: readonly LineTest[];
}

/**
 * Triggers and tests of the plan against an Outcome of the Study (CFP-3, CFP-4); empty lists
 * without a plan. Pure.
 */
export function contingencyState(study: Study, outcome: Outcome): ContingencyState {
  const { contingencyPlan: plan } = study;
  if (plan === undefined) return { triggers: [], tests: [] };
  return {
    triggers: plan.triggers.flatMap((trigger) => triggerStates(trigger, outcome)),
    tests: lineTests(plan, study.decisionDate),
  };
}

function triggerStates(trigger: ContingencyTrigger, outcome: Outcome): TriggerState[] {
  const { id, measure, comparison, level } = trigger;
  const refused = outcome.refused
    .filter((each) => each.id === measure)
    .map(({ scenario, issue }) => ({ id, scenario, issue }));
  const read = outcome.measures
    .filter((each) => each.id === measure)
    .map(({ scenario, value }) => {
      const distance = comparison === 'below' ? value - level.value : level.value - value;
      return { id, scenario, on: distance < 0, distance };
    });
  return [...read, ...refused];
}

function lineTests({ lines, maxTestAgeDays }: ContingencyPlan, decisionDate: string): LineTest[] {
  return lines.map(({ id, testedDate }) => {
    if (testedDate === null) return { id, ageDays: null, overdue: true };
    const ageDays = dayOf(decisionDate) - dayOf(testedDate);
    return { id, ageDays, overdue: ageDays > maxTestAgeDays.value };
  });
}

function dayOf(iso: string): number {
  const day = dayFromIso(iso);
  if (!day.ok) throw new Error(`not a date: ${iso}`);
  return day.value;
}
