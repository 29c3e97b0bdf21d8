import { rowOf } from '../../balance-sheet/index.js';
import { fail, issue, itemAt, type Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import { withAssets } from './capital-effect.js';
import { withCash } from './cash.js';
import type { ChangeOf } from './context.js';
import { withLiabilityReduced } from './liability.js';
import { withNewPosition } from './new-position.js';

/**
 * Takes `size` times the new liability; the proceeds, its carrying amount, grow a cash row or
 * repay another liability (CHANGE-12). Issues: those of a position, `unknown-position`,
 * `not-cash`, `balance`.
 */
export function fund(study: Study, change: ChangeOf<'fund'>): Result<Study> {
  const { position, useOfProceedsId, size } = change;
  const path = '/useOfProceedsId';
  const use = rowOf(study.book, useOfProceedsId);
  if (use === undefined) {
    return fail(issue('unknown-position', path, 'a position', useOfProceedsId));
  }
  const funded = withNewPosition(study, position, 'liability', size);
  if (!funded.ok) return funded;
  const proceeds = position.carryingUsdMillion * size;
  if (itemAt(study.book.side, use) === -1) {
    return withLiabilityReduced(funded.value, useOfProceedsId, proceeds, path);
  }
  const grown = { ...funded.value, capital: withAssets(study.capital, proceeds) };
  return withCash(grown, useOfProceedsId, proceeds);
}
