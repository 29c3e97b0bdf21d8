import type { HedgeDeferral } from '../../balance-sheet/index.js';
import { fail, issue, ok, type Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import { withRecognition } from './capital-effect.js';
import type { ChangeOf } from './context.js';
import { sizeIssue, withDeferral } from './deferral.js';

/**
 * Brings the share `size` of a deferral to income early (CHANGE-24): the basis of a breached layer
 * through interest income of the first month, the AOCI of improbable funding through earnings now.
 */
export function releaseDeferral(study: Study, change: ChangeOf<'release-deferral'>): Result<Study> {
  const { deferralId, size } = change;
  const deferrals = study.hedgeDeferrals?.deferrals ?? [];
  const deferral = deferrals.find(({ id }) => id === deferralId);
  if (deferral === undefined) {
    return fail(issue('unknown-deferral', '/deferralId', 'a deferral of the study', deferralId));
  }
  if (size > 1) return fail(sizeIssue(size));
  const released = deferral.deferredUsdMillion * size;
  const kept = { ...deferral, deferredUsdMillion: deferral.deferredUsdMillion - released };
  const without = withDeferrals(
    study,
    deferrals.flatMap((each) => (each.id !== deferralId ? [each] : size === 1 ? [] : [kept])),
  );
  if (deferral.model === 'cash-flow') {
    const capital = withRecognition(study.capital, {
      realisedUsdMillion: released,
      newInEquityUsdMillion: 0,
      aociUsdMillion: 0,
    });
    return ok({ ...without, capital });
  }
  const atOnce = { ...deferral, deferredUsdMillion: released, remainingMonths: 1 };
  return withDeferral(without, { ...atOnce, id: `${change.id}.released` });
}

function withDeferrals(study: Study, deferrals: readonly HedgeDeferral[]): Study {
  const { hedgeDeferrals: _before, ...rest } = study;
  return deferrals.length === 0 ? rest : { ...rest, hedgeDeferrals: { deferrals } };
}
