import { type FamilyName, MEASURE_FAMILIES } from '../metric/index.js';

/** The families that make these measures, in the order of the registry; unknown ids add none. */
export function familiesOf(measures: readonly string[]): readonly FamilyName[] {
  const wanted = new Set(measures);
  return MEASURE_FAMILIES.filter(({ definitions }) =>
    definitions.some(({ id }) => wanted.has(id)),
  ).map(({ name }) => name);
}
