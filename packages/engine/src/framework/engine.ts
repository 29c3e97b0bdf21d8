import type { Solver } from '../decision/index.js';
import type { HashFunction, Result } from '../foundation/index.js';
import {
  applyChange,
  baseRowValues,
  type Change,
  evaluate,
  type FamilyName,
  type Outcome,
  type Study,
} from '../study/index.js';

/** What a case run needs from outside: all effects are arguments. */
export interface CaseEffects {
  readonly hash: HashFunction;
  /** Absent: step 4 says that no solver was given and shows the problem without an answer. */
  readonly solver?: Solver;
  readonly progress: (step: string, done: number, total: number) => void;
}

/** What the five steps read; sensitivities and rules that none of them reads are not made. */
const FAMILIES: readonly FamilyName[] = [
  'value',
  'income',
  'runOffIncome',
  'plannedIncome',
  'duration',
  'marks',
  'capital',
  'liquidity',
];

/** The engine as every room above the waist is handed it. */
export const ENGINE = {
  evaluate: (study: Study, families: readonly FamilyName[] = FAMILIES): Outcome =>
    evaluate(study, families),
  apply: (study: Study, change: Change): Result<Study> => applyChange(study, change, baseRowValues),
};

/** All Changes in order, or the issues of the first that does not fit. */
export function withChanges(study: Study, changes: readonly Change[]): Result<Study> {
  let current: Result<Study> = { ok: true, value: study };
  for (const change of changes) {
    if (!current.ok) return current;
    current = ENGINE.apply(current.value, change);
  }
  return current;
}
