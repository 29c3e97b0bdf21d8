import { type Issue, issue } from '../foundation/index.js';
import type { MeasureValue, RefusedMeasure } from '../metric/index.js';

/** What `evaluate` returns: every registered measure, per scenario where it has one. */
export interface Outcome {
  readonly schema: 'almfes/outcome/1';
  readonly measures: readonly MeasureValue[];
  /** Measures that have no value for this Study, each with the reason (rule EVAL-6). */
  readonly refused: readonly RefusedMeasure[];
}

/**
 * Reads one value of an Outcome.
 * @throws when the measure is not in the Outcome or was refused (the message says why).
 */
export function measureOf(outcome: Outcome, id: string, scenario = ''): number {
  const found = outcome.measures.find((m) => m.id === id && m.scenario === scenario);
  if (found !== undefined) return found.value;
  throw new Error(whyNot(outcome, id, scenario).message);
}

/** Why an Outcome has no value of a measure. */
export function whyNot(outcome: Outcome, id: string, scenario: string): Issue {
  const refused = outcome.refused.find(
    (each) => each.id === id && (each.scenario === scenario || each.scenario === ''),
  );
  if (refused !== undefined) return refused.issue;
  const message = `no measure ${id} in scenario "${scenario}"`;
  return issue('measure.unknown', `/measures/${id}`, 'a measure of the Outcome', scenario, message);
}
