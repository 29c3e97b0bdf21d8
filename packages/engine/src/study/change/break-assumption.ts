import type { Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import type { ChangeOf } from './context.js';
import { withEdits } from './parameter-edits.js';

/**
 * Lets an assumption fail (CHANGE-2). It asks "what if" and claims no fact, so its severity may be
 * anchored on what became known later; the anchors stand in the note of every edited parameter.
 */
export function breakAssumption(study: Study, change: ChangeOf<'break-assumption'>): Result<Study> {
  return withEdits(study, change);
}
