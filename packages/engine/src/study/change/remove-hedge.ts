import { fail, issue, ok, type Result } from '../../foundation/index.js';
import { hedgesOf, withHedgeScaled } from '../hedge-parts.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

/**
 * Removes the share `size` of a hedge of any kind (CHANGE-6), as if it had never been struck.
 * What ending one means for cash and income is `terminate-hedge`.
 */
export function removeHedge(study: Study, change: ChangeOf<'remove-hedge'>): Result<Study> {
  const { hedgeId, size } = change;
  if (!hedgesOf(study).some(({ id }) => id === hedgeId)) {
    return fail(issue('unknown-hedge', '/hedgeId', 'a hedge of the study', hedgeId));
  }
  if (size > 1) return fail(issue('size', '/size', 'a share of at most 1', String(size)));
  return ok(withHedgeScaled(study, hedgeId, 1 - size));
}
