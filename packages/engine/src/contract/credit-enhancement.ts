import { collect, fail, issue, ok, type Result } from '../foundation/index.js';
import { partsOf } from './contract-part.js';
import type { ContractRun } from './contract-run.js';
import type { ContractTerms } from './contract-terms.js';
import { addTermPeriod } from './cycle.js';
import { effectiveTime } from './date-time.js';
import type { ObservedEvent } from './observed-data.js';
import type { ContractContext } from './project-contract.js';
import type { ComposedPlan } from './run-composed.js';
import { fixedEvent, type ScheduledEvent, shiftedEvent } from './scheduled-event.js';

/** The maturity of the terms, else the last one of the covered contracts (rule COMPOSED-15). */
export function enhancementMaturity(
  terms: ContractTerms,
  context: ContractContext,
): Result<number> {
  if (terms.maturityDate !== undefined) return ok(terms.maturityDate);
  const covered = partsOf(terms, 'COVE');
  const ends = collect(covered.map(({ contract }) => maturityOf(contract, context)));
  if (!ends.ok) return ends;
  if (ends.value.length > 0) return ok(Math.max(...ends.value));
  const expected = 'maturityDate, or covered contracts with their terms';
  return fail(issue('missing', 'maturityDate', expected, 'nothing'));
}

function maturityOf(contract: ContractTerms | undefined, context: ContractContext): Result<number> {
  if (contract?.maturityDate !== undefined) return ok(contract.maturityDate);
  if (contract === undefined) {
    const expected = 'maturityDate, or covered contracts with their terms (CNT)';
    return fail(issue('missing', 'maturityDate', expected, 'nothing'));
  }
  const rows = context.project({ ...contract, contractRole: 'RPA' }, { ...context, to: undefined });
  if (!rows.ok) return rows;
  const end = rows.value.findLast(({ type }) => type === 'MD')?.time;
  if (end !== undefined) return ok(end);
  return fail(issue('missing', 'maturityDate', 'a maturity of the covered contract', 'nothing'));
}

/** When the first covered credit event happened; undefined without one (rule COMPOSED-16). */
export function creditEventTime(
  terms: ContractTerms,
  { observedEvents }: ContractContext,
  maturity: number,
): number | undefined {
  const ids = partsOf(terms, 'COVE').map(({ code }) => code);
  const kinds: readonly string[] = terms.creditEventTypeCovered ?? ['DF'];
  const isCovered = ({ type, contractId, states, time }: ObservedEvent) =>
    type === 'CE' &&
    contractId !== undefined &&
    ids.includes(contractId) &&
    kinds.some((kind) => kind === states.contractPerformance) &&
    effectiveTime(time) <= effectiveTime(maturity);
  const times = observedEvents.filter(isCovered).map(({ time }) => time);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** The value, or NaN after adding the issues, upon which the run ends. */
export function valueInRun(result: Result<number>, { issues }: ContractRun): number {
  if (result.ok) return result.value;
  issues.push(...result.issues);
  return Number.NaN;
}

/** Exercise and settlement in place of maturity when there was a credit event. */
export function enhancementEvents(
  { terms, shift }: ComposedPlan,
  maturity: number,
  exercise: number | undefined,
): ScheduledEvent[] {
  if (exercise === undefined) return [fixedEvent('MD', maturity, shift)];
  const settlement = addTermPeriod(exercise, terms.settlementPeriod ?? { months: 0, days: 0 });
  return [fixedEvent('XD', exercise, shift), shiftedEvent('STD', settlement, shift)];
}

/** An exercise that lies behind the status date stands in the terms (rule COMPOSED-14). */
export function startEnhancement({ terms, run, status }: ComposedPlan): void {
  run.state.feeAccrued = run.sign * (terms.feeAccrued ?? 0);
  const { exerciseDate, exerciseAmount = 0 } = terms;
  if (exerciseDate === undefined || effectiveTime(exerciseDate) > effectiveTime(status)) return;
  run.state.exerciseTime = exerciseDate;
  run.state.exerciseAmount = exerciseAmount;
}
