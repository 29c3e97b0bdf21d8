import type { Result } from '../../foundation/index.js';
import { citationIssues } from '../hindsight.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';
import { withEdits } from './parameter-edits.js';

/**
 * Puts the bank's own behaviour in the place of an assumption (CHANGE-2). It claims to be a fact,
 * so a source that is a figure of the Study must have been public on the decision date.
 */
export function replaceAssumption(
  study: Study,
  change: ChangeOf<'replace-assumption'>,
): Result<Study> {
  const issues = change.sources.flatMap((source, index) =>
    Object.hasOwn(study.figures, source) ? citationIssues(study, source, `/sources/${index}`) : [],
  );
  return issues.length > 0 ? { ok: false, issues } : withEdits(study, change);
}
