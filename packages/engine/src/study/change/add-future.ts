import { fail, ok, type Result } from '../../foundation/index.js';
import { withHedge } from '../hedge-parts.js';
import { newHedgeIssues } from '../hedge-rules.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

/**
 * Adds `size` times the position in futures (CHANGE-21) at the fair prices of the date: nothing is
 * paid; what the exchange holds as initial margin stays the bank's own.
 */
export function addFuture(study: Study, change: ChangeOf<'add-future'>): Result<Study> {
  const { future, size } = change;
  const issues = newHedgeIssues(study, future, '/future');
  if (issues.length > 0) return fail(...issues);
  return ok(withHedge(study, future, size));
}
