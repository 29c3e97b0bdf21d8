import { isOption } from '../../balance-sheet/index.js';
import { ok, type Result } from '../../foundation/index.js';
import { withHedgeScaled } from '../hedge-parts.js';
import type { Study } from '../study.js';
import { withCash } from './cash.js';
import type { ChangeOf } from './context.js';
import { deferralOf, endedHedge, withDeferral } from './deferral.js';

/**
 * Ends the share `size` of a hedge for its settlement in cash (CHANGE-22). What a designated hedge
 * has gained is no income of the day: it is deferred over what was left of the hedge.
 */
export function terminateHedge(study: Study, change: ChangeOf<'terminate-hedge'>): Result<Study> {
  const { hedgeId, size, settlementUsdMillion, cashPositionId } = change;
  const hedge = endedHedge(study, hedgeId, size);
  if (!hedge.ok) return hedge;
  const without = withHedgeScaled(study, hedgeId, 1 - size);
  const settlement = settlementUsdMillion * size;
  const settled = settlement === 0 ? ok(without) : withCash(without, cashPositionId, settlement);
  if (!settled.ok || hedge.value.model === 'undesignated') return settled;
  const premium = isOption(hedge.value) ? hedge.value.premiumUsdMillion * size : 0;
  const deferral = deferralOf(hedge.value, `${change.id}.deferral`, settlement - premium);
  return withDeferral(settled.value, deferral);
}
