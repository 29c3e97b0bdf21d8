import type { Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import { withCash } from './cash.js';
import type { ChangeOf } from './context.js';
import { withNewPosition } from './new-position.js';

/** Buys `size` times the asset for its carrying amount, out of cash (CHANGE-11). */
export function buy(study: Study, change: ChangeOf<'buy'>): Result<Study> {
  const { position, size } = change;
  const bought = withNewPosition(study, position, 'asset', size);
  if (!bought.ok) return bought;
  return withCash(bought.value, change.cashPositionId, -position.carryingUsdMillion * size);
}
