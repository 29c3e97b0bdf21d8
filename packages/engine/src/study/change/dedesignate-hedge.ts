import type { Hedge } from '../../balance-sheet/index.js';
import { fail, issue, type Result } from '../../foundation/index.js';
import { withHedge, withHedgeScaled } from '../hedge-parts.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';
import { deferralOf, endedHedge, withDeferral } from './deferral.js';

/**
 * Takes the share `size` of a hedge out of hedge accounting (CHANGE-23): it stays, undesignated,
 * and what it has gained so far is deferred as after its end.
 */
export function dedesignateHedge(
  study: Study,
  change: ChangeOf<'dedesignate-hedge'>,
): Result<Study> {
  const { hedgeId, size, accumulatedUsdMillion } = change;
  const found = endedHedge(study, hedgeId, size);
  if (!found.ok) return found;
  const hedge = found.value;
  if (hedge.model === 'undesignated') {
    return fail(issue('designation', '/hedgeId', 'a designated hedge', hedge.model));
  }
  const free: Hedge = { ...hedge, model: 'undesignated', hedgedGroup: 'none' };
  const left = size === 1 ? hedgeId : `${change.id}.undesignated`;
  const kept = withHedgeScaled(study, hedgeId, 1 - size);
  const freed = withHedge(kept, { ...free, id: left }, size);
  const deferral = deferralOf(hedge, `${change.id}.deferral`, accumulatedUsdMillion * size);
  return withDeferral(freed, deferral);
}
