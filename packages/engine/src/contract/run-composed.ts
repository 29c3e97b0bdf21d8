import type { Issue, Result } from '../foundation/index.js';
import { type BusinessDayShift, businessDayShift } from './business-day-shift.js';
import { type ContractRun, initialState } from './contract-run.js';
import type { ContractTerms } from './contract-terms.js';
import { effectiveDay } from './date-time.js';
import { yearsOfTerms } from './day-count.js';
import { requiredTerm } from './loan-plan.js';
import type { ContractContext } from './project-contract.js';
import { roleSign } from './role-sign.js';
import { arrangeEvents, type EventRow, type EventRules, runEvents } from './run-events.js';
import type { ScheduledEvent } from './scheduled-event.js';

/** What a contract without amortisation is run from. */
export interface ComposedPlan {
  readonly terms: ContractTerms;
  readonly status: number;
  readonly shift: BusinessDayShift;
  readonly run: ContractRun;
  readonly issues: Issue[];
}

/**
 * A plan with all states at zero on the status date; undefined after `missing` issues. Terms that
 * every such contract needs: statusDate, contractRole, currency.
 */
export function composedPlan(
  terms: ContractTerms,
  context: ContractContext,
  issues: Issue[],
): ComposedPlan | undefined {
  const status = requiredTerm(terms, 'statusDate', issues);
  requiredTerm(terms, 'contractRole', issues);
  requiredTerm(terms, 'currency', issues);
  if (status === undefined || issues.length > 0) return undefined;
  const shift = businessDayShift(terms);
  const maturityDay =
    terms.maturityDate === undefined ? undefined : effectiveDay(terms.maturityDate);
  const run: ContractRun = {
    terms,
    sign: roleSign(terms.contractRole),
    years: yearsOfTerms(terms, maturityDay),
    observed: context.observed,
    issues,
    state: initialState(shift.accrualDay(status)),
  };
  return { terms, status, shift, run, issues };
}

/** Arranges the events in the window of the contract and runs them. */
export function runComposed(
  { terms, status, run, issues }: ComposedPlan,
  events: readonly ScheduledEvent[],
  rules: EventRules,
  { to }: ContractContext,
): Result<EventRow[]> {
  if (issues.length > 0) return { ok: false, issues };
  const window = { status, to, termination: terms.terminationDate };
  return runEvents(arrangeEvents(events, window), rules, run);
}
