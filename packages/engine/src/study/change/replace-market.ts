import { ok, type Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

/** Puts terms of another market in the place of those of this one (CHANGE-18). */
export function replaceMarket(study: Study, { terms }: ChangeOf<'replace-market'>): Result<Study> {
  return ok({ ...study, market: { ...study.market, ...terms } });
}
