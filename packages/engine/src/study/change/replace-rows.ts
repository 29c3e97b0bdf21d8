import { bookWithTerms, positionAt, rowOf } from '../../balance-sheet/index.js';
import { fail, type Issue, issue, ok, type Result } from '../../foundation/index.js';
import { modelIds, positionIssues } from '../position-rules.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';

/**
 * Puts terms of rows in the place of those they have (CHANGE-18). No cash moves: what a row gains
 * need not be what another loses (CHANGE-19). Issues: `unknown-position`, and those of a row
 * whose terms do not fit together (STUDY-5).
 */
export function replaceRows(study: Study, { rows }: ChangeOf<'replace-rows'>): Result<Study> {
  const unknown = rows.flatMap(({ id }, index) =>
    rowOf(study.book, id) === undefined
      ? [issue('unknown-position', `/rows/${index}/id`, 'a position of the study', id)]
      : [],
  );
  if (unknown.length > 0) return fail(...unknown);
  const edits = new Map(rows.map(({ id, terms }) => [rowOf(study.book, id) ?? 0, terms] as const));
  const book = bookWithTerms(study.book, edits);
  const models = modelIds(study.behaviour);
  const issues: Issue[] = [...edits.keys()].flatMap((row, index) =>
    positionIssues(positionAt(book, row), models, (term) => `/rows/${index}/terms/${term}`),
  );
  return issues.length > 0 ? fail(...issues) : ok({ ...study, book });
}
