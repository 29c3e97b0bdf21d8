import { mortalityPath, type PoolTerms, type PrepaymentModel } from '../behaviour/index.js';
import { sharedPaths } from './shared-path.js';

const shared = sharedPaths<PrepaymentModel, Float64Array>();

/**
 * SMM of months 1 to 360 of a pool in a scenario (rules PREPAY-2 to PREPAY-8): rows with one note
 * rate, age and model prepay alike, whatever their terms.
 */
export function poolMortality(
  model: PrepaymentModel,
  pool: PoolTerms,
  mortgage: Float64Array,
): Float64Array {
  const key = `${pool.noteRate} ${pool.ageMonths}`;
  return shared({ rates: mortgage, model, key }, () => mortalityPath(model, pool, mortgage));
}
