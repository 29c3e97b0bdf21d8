import type { Swap } from '../../balance-sheet/index.js';
import { fail, issue, ok, type Result } from '../../foundation/index.js';
import type { SwapEdit } from '../change.js';
import { hedgeIssues } from '../hedge-rules.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

/**
 * Puts terms of swaps in the place of those they have (CHANGE-18). Issues: `unknown-hedge`, and
 * those of a swap whose terms do not fit together (CHANGE-4).
 */
export function replaceHedges(study: Study, { swaps }: ChangeOf<'replace-hedges'>): Result<Study> {
  const known = new Set(study.hedges.map(({ id }) => id));
  const unknown = swaps.flatMap(({ id }, index) =>
    known.has(id) ? [] : [issue('unknown-hedge', `/swaps/${index}/id`, 'a hedge of the study', id)],
  );
  if (unknown.length > 0) return fail(...unknown);
  const edits = new Map(swaps.map(({ id, terms }) => [id, terms]));
  const hedges = study.hedges.map((swap) => withTerms(swap, edits.get(swap.id) ?? {}));
  const issues = hedges.flatMap((swap) =>
    edits.has(swap.id) ? hedgeIssues(swap, `/swaps/${swap.id}`) : [],
  );
  return issues.length > 0 ? fail(...issues) : ok({ ...study, hedges });
}

function withTerms(swap: Swap, { amortisation, ...terms }: SwapEdit['terms']): Swap {
  const { amortisation: before, ...edited } = { ...swap, ...terms };
  const after = amortisation === undefined ? before : amortisation;
  return after === null || after === undefined ? edited : { ...edited, amortisation: after };
}
