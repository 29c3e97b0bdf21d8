import type { Hedge, HedgeDeferral } from '../../balance-sheet/index.js';
import { fail, type Issue, issue, ok, type Result } from '../../foundation/index.js';
import { hedgeLinesOf, hedgesOf } from '../hedge-parts.js';
import type { Study } from '../study.js';

/** The hedge that a Change ends in part or whole, or why it cannot. */
export function endedHedge(study: Study, hedgeId: string, size: number): Result<Hedge> {
  const hedge = hedgesOf(study).find(({ id }) => id === hedgeId);
  if (hedge === undefined) {
    return fail(issue('unknown-hedge', '/hedgeId', 'a hedge of the study', hedgeId));
  }
  return size > 1 ? fail(sizeIssue(size)) : ok(hedge);
}

export function sizeIssue(size: number): Issue {
  return issue('size', '/size', 'a share of at most 1', String(size));
}

/** The Study with one more deferral; an amount of 0 leaves none. */
export function withDeferral(study: Study, deferral: HedgeDeferral): Result<Study> {
  if (deferral.deferredUsdMillion === 0) return ok(study);
  if (hedgeLinesOf(study).some(({ id }) => id === deferral.id)) {
    return fail(issue('duplicate-id', '/id', 'an id whose deferral is new', deferral.id));
  }
  const deferrals = [...(study.hedgeDeferrals?.deferrals ?? []), deferral];
  return ok({ ...study, hedgeDeferrals: { deferrals } });
}

/** What a designated hedge leaves, until the hedge would have ended (CHANGE-22). */
export function deferralOf(
  { model, hedgedGroup, maturityMonth }: Hedge,
  id: string,
  deferredUsdMillion: number,
): HedgeDeferral {
  return { id, model, hedgedGroup, deferredUsdMillion, remainingMonths: maturityMonth };
}
