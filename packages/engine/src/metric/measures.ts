import { issue } from '../foundation/index.js';
import {
  isRefused,
  type MeasureResult,
  type MeasureValue,
  type RefusedMeasure,
} from './measure.js';
import { type FamilyName, MEASURE_FAMILIES } from './registry.js';
import type { MeasureInput } from './view.js';

/**
 * Every registered measure of one set of projections, or those of some families: a value, or why
 * there is none.
 */
export function measures(
  input: MeasureInput,
  families?: readonly FamilyName[],
): {
  readonly measures: readonly MeasureValue[];
  readonly refused: readonly RefusedMeasure[];
} {
  const asked = MEASURE_FAMILIES.filter(({ name }) => families?.includes(name) ?? true);
  const found = asked.flatMap(({ measure }) => measure(input)).map(finite);
  return {
    measures: found.filter((result): result is MeasureValue => !isRefused(result)),
    refused: found.filter(isRefused),
  };
}

/** The last gate of rule EVAL-6: a number that is none leaves as an issue. */
function finite(result: MeasureResult): MeasureResult {
  if (isRefused(result) || Number.isFinite(result.value)) return result;
  const { id, scenario, value } = result;
  return {
    id,
    scenario,
    issue: issue('measure.not-finite', `/measures/${id}`, 'a finite number', String(value)),
  };
}
