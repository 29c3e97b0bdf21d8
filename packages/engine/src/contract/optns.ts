import { type Issue, issue } from '../foundation/index.js';
import { boundedSchedule } from './bounded-schedule.js';
import type { ContractTerms } from './contract-terms.js';
import { effectiveTime, isoFromTime } from './date-time.js';
import { earlyExercise, projectExercise } from './exercise.js';
import { requiredTerm } from './loan-plan.js';
import type { ProjectContract } from './project-contract.js';

/** Call, put or both on a market object (rules COMPOSED-11 and COMPOSED-12). */
export const projectOptns: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  requiredTerm(terms, 'optionType', issues);
  requiredTerm(terms, 'optionStrike1', issues);
  requiredTerm(terms, 'optionExerciseType', issues);
  if (terms.optionType === 'CP') requiredTerm(terms, 'optionStrike2', issues);
  const exercise = earlyExercise(terms, context);
  if (exercise !== undefined) checkExercise(terms, exercise, issues);
  return projectExercise(terms, context, { amountOf: optionAmount, issues });
};

/** What the holder gains by exercise at a price of the underlying; never negative. */
function optionAmount(terms: ContractTerms, price: number): number {
  const call = Math.max(price - (terms.optionStrike1 ?? 0), 0);
  if (terms.optionType === 'C') return call;
  if (terms.optionType === 'P') return Math.max((terms.optionStrike1 ?? 0) - price, 0);
  return call + Math.max((terms.optionStrike2 ?? 0) - price, 0);
}

/** An exercise that the style of the option does not allow contradicts the terms. */
function checkExercise(terms: ContractTerms, time: number, issues: Issue[]): void {
  const last = Math.min(
    terms.maturityDate ?? Number.POSITIVE_INFINITY,
    terms.optionExerciseEndDate ?? Number.POSITIVE_INFINITY,
  );
  const refuse = (expected: string): void => {
    issues.push(issue('exercise.time', 'eventsObserved', expected, `XD ${isoFromTime(time)}`));
  };
  if (effectiveTime(time) > effectiveTime(last)) {
    refuse(`an exercise up to ${isoFromTime(last)}`);
  } else if (terms.optionExerciseType === 'E' && time !== terms.maturityDate) {
    refuse('a European option exercised at maturityDate');
  } else if (
    terms.optionExerciseType === 'B' &&
    !bermudanTimes(terms, last, issues).includes(time)
  ) {
    refuse('a date of cycleAnchorDateOfOptionality and cycleOfOptionality');
  }
}

function bermudanTimes(terms: ContractTerms, last: number, issues: Issue[]): number[] {
  const schedule = {
    anchor: terms.cycleAnchorDateOfOptionality,
    end: last,
    cycle: terms.cycleOfOptionality,
    keepsEndOfMonth: terms.endOfMonthConvention === 'EOM',
    includesEnd: true,
  };
  return boundedSchedule(schedule, 'cycleOfOptionality', issues);
}
