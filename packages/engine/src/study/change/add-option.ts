import { fail, ok, type Result } from '../../foundation/index.js';
import { withHedge } from '../hedge-parts.js';
import { newHedgeIssues } from '../hedge-rules.js';
import type { Study } from '../study.js';
import { withCash } from './cash.js';
import type { ChangeOf } from './context.js';

/**
 * Adds `size` times the option hedge (CHANGE-20): its premium is paid out of cash, or received when
 * it is negative, and stands with the option until it is amortised.
 */
export function addOption(study: Study, change: ChangeOf<'add-option'>): Result<Study> {
  const { option, size } = change;
  const issues = newHedgeIssues(study, option, '/option');
  if (issues.length > 0) return fail(...issues);
  const added = withHedge(study, option, size);
  const premium = option.premiumUsdMillion * size;
  return premium === 0 ? ok(added) : withCash(added, change.cashPositionId, -premium);
}
