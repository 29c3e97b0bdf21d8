import { fail, issue, ok, type Result } from '../../foundation/index.js';
import { designationIssues } from '../hedge-rules.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

/** Adds `size` times the swap (CHANGE-4); no cash changes hands: it is struck, not bought. */
export function addHedge(study: Study, change: ChangeOf<'add-hedge'>): Result<Study> {
  const { swap } = change;
  const issues = designationIssues(swap, '/swap');
  if (study.hedges.some((hedge) => hedge.id === swap.id)) {
    issues.push(issue('duplicate-id', '/swap/id', 'a new id', swap.id));
  }
  if (!Number.isFinite(swap.notionalUsdMillion)) {
    const got = String(swap.notionalUsdMillion);
    return fail(issue('not-finite', '/swap/notionalUsdMillion', 'a finite amount', got));
  }
  if (issues.length > 0) return { ok: false, issues };
  const sized = { ...swap, notionalUsdMillion: swap.notionalUsdMillion * change.size };
  return ok({ ...study, hedges: [...study.hedges, sized] });
}
