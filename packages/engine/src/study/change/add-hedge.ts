import { fail, ok, type Result } from '../../foundation/index.js';
import { withHedge } from '../hedge-parts.js';
import { newHedgeIssues } from '../hedge-rules.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

/** Adds `size` times the swap (CHANGE-4); no cash changes hands: it is struck, not bought. */
export function addHedge(study: Study, change: ChangeOf<'add-hedge'>): Result<Study> {
  const { swap } = change;
  const issues = newHedgeIssues(study, swap, '/swap');
  if (issues.length > 0) return fail(...issues);
  return ok(withHedge(study, swap, change.size));
}
