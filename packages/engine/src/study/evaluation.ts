import type { MeasureInput, ScenarioView } from '../metric/index.js';
import type { Scenario } from '../scenario/index.js';
import type { Outcome } from './outcome.js';
import type { Study } from './study.js';

/** What an Outcome was made from: the Study and the very arrays of its projections. */
export interface Evaluation {
  readonly study: Study;
  readonly input: MeasureInput;
  /** The scenario of every view in `input`. */
  readonly scenarioOf: ReadonlyMap<ScenarioView, Scenario>;
}

/** An Outcome stays plain data: what made it is kept beside it and vanishes with it (EXPL-1). */
const evaluations = new WeakMap<Outcome, Evaluation>();

export function keepEvaluation(outcome: Outcome, evaluation: Evaluation): Outcome {
  evaluations.set(outcome, evaluation);
  return outcome;
}

/** Undefined for an Outcome that `evaluate` did not return here: one that was read or copied. */
export function evaluationOf(outcome: Outcome): Evaluation | undefined {
  return evaluations.get(outcome);
}
