import type { Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import { withCash } from './cash.js';
import type { ChangeOf } from './context.js';
import { withNewPosition } from './new-position.js';

/**
 * Buys `size` times the asset for its carrying amount, out of cash; risk-weighted assets grow by
 * its risk weight, where one is given (CHANGE-11).
 */
export function buy(study: Study, change: ChangeOf<'buy'>): Result<Study> {
  const { position, size } = change;
  const bought = withNewPosition(study, position, 'asset', size);
  if (!bought.ok) return bought;
  const amount = position.carryingUsdMillion * size;
  const { capital } = bought.value;
  const riskWeightedAssetsUsdMillion =
    capital.riskWeightedAssetsUsdMillion + (change.riskWeight ?? 0) * amount;
  const weighed = { ...bought.value, capital: { ...capital, riskWeightedAssetsUsdMillion } };
  return withCash(weighed, change.cashPositionId, -amount);
}
