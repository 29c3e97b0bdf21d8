import { mortalityPath, type PoolTerms, type PrepaymentModel } from '../behaviour/index.js';

/** Paths kept for one model in one scenario: a book of more note rates works without the rest. */
const MOST_KEPT = 500;

/**
 * Rows with one note rate, age and model prepay alike in a scenario, whatever their terms: each
 * path is made once and kept with the scenario's mortgage rates, which nobody changes. Nothing
 * can be seen of this but time.
 */
const kept = new WeakMap<Float64Array, WeakMap<PrepaymentModel, Map<string, Float64Array>>>();

/** SMM of months 1 to 360 of a pool in a scenario (rules PREPAY-2 to PREPAY-8). */
export function poolMortality(
  model: PrepaymentModel,
  pool: PoolTerms,
  mortgage: Float64Array,
): Float64Array {
  const ofScenario =
    kept.get(mortgage) ?? new WeakMap<PrepaymentModel, Map<string, Float64Array>>();
  kept.set(mortgage, ofScenario);
  const paths = ofScenario.get(model) ?? new Map<string, Float64Array>();
  ofScenario.set(model, paths);
  const key = `${pool.noteRate} ${pool.ageMonths}`;
  const path = paths.get(key) ?? mortalityPath(model, pool, mortgage);
  if (paths.size < MOST_KEPT) paths.set(key, path);
  return path;
}
