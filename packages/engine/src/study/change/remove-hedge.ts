import { fail, issue, ok, type Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

/**
 * Removes the share `size` of a swap (CHANGE-6), as if it had never been struck: no settlement,
 * because a basis adjustment is amortised and is not income of the day.
 */
export function removeHedge(study: Study, change: ChangeOf<'remove-hedge'>): Result<Study> {
  const { swapId, size } = change;
  if (!study.hedges.some((swap) => swap.id === swapId)) {
    return fail(issue('unknown-hedge', '/swapId', 'a swap of the study', swapId));
  }
  if (size > 1) return fail(issue('size', '/size', 'a share of at most 1', String(size)));
  const hedges = study.hedges.flatMap((swap) => {
    if (swap.id !== swapId) return [swap];
    const kept = { ...swap, notionalUsdMillion: swap.notionalUsdMillion * (1 - size) };
    return size === 1 ? [] : [kept];
  });
  return ok({ ...study, hedges });
}
