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

/** The last gate of rule EVAL-6: a number that is none, in a split too, leaves as an issue. */
export function finite(result: MeasureResult): MeasureResult {
  if (isRefused(result)) return result;
  const { id, scenario, value, by, byTenor, parts } = result;
  const wild = Number.isFinite(value) ? (wildIn(by) ?? wildIn(byTenor) ?? wildIn(parts)) : value;
  if (wild === undefined) return result;
  return {
    id,
    scenario,
    issue: issue('measure.not-finite', `/measures/${id}`, 'finite numbers', String(wild)),
  };
}

/** The first number of a split that is none. */
function wildIn(split: Readonly<Record<string, number>> | undefined): number | undefined {
  if (split === undefined) return undefined;
  for (const name in split) if (!Number.isFinite(split[name])) return split[name];
  return undefined;
}
