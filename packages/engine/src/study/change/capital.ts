import type { Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import { withAssets } from './capital-effect.js';
import { withCash } from './cash.js';
import type { ChangeOf } from './context.js';

/** Raises (+) or returns (-) `size` x `amountUsdMillion` of common equity in cash (CHANGE-15). */
export function raiseCapital(study: Study, change: ChangeOf<'capital'>): Result<Study> {
  const amount = change.amountUsdMillion * change.size;
  const grown = withAssets(study.capital, amount);
  const capital = {
    ...grown,
    raisedUsdMillion: grown.raisedUsdMillion + amount,
    tangibleCommonEquityUsdMillion: grown.tangibleCommonEquityUsdMillion + amount,
  };
  return withCash({ ...study, capital }, change.cashPositionId, amount);
}
