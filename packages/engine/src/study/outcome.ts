import type { MeasureValue } from '../metric/index.js';

/** What `evaluate` returns: every registered measure, per scenario where it has one. */
export interface Outcome {
  readonly schema: 'almfes/outcome/1';
  readonly measures: readonly MeasureValue[];
}

/**
 * Reads one value of an Outcome.
 * @throws when the measure is not in the Outcome (a programmer's error: ids are registered).
 */
export function measureOf(outcome: Outcome, id: string, scenario = ''): number {
  const found = outcome.measures.find((m) => m.id === id && m.scenario === scenario);
  if (found === undefined) throw new Error(`no measure ${id} in scenario "${scenario}"`);
  return found.value;
}
