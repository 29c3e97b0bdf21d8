import { bookWithAmountAdded } from '../../balance-sheet/index.js';
import { fail, issue, ok, type Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';
import { liabilityRow, withLiabilityReduced } from './liability.js';

/** Moves `size` x `amountUsdMillion` between two liability rows (CHANGE-13). */
export function moveFunding(study: Study, change: ChangeOf<'move-funding'>): Result<Study> {
  const { fromId, toId, size } = change;
  const amount = change.amountUsdMillion * size;
  if (fromId === toId) return fail(issue('same-position', '/toId', `not ${fromId}`, toId));
  const to = liabilityRow(study, toId, '/toId');
  if (!to.ok) return to;
  const reduced = withLiabilityReduced(study, fromId, amount, '/fromId');
  if (!reduced.ok) return reduced;
  const { book } = reduced.value;
  return ok({ ...reduced.value, book: bookWithAmountAdded(book, to.value, amount) });
}
