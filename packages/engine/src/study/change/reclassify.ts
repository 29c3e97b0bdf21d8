import { rowOf, textAt } from '../../balance-sheet/index.js';
import { fail, issue, ok, type Result } from '../../foundation/index.js';
import type { Study } from '../study.js';
import type { ChangeOf, ValuesOf } from './context.js';
import { markToMarket, withSecuritiesBook } from './remeasure.js';

/**
 * Moves one row between AFS and HTM (CHANGE-10). To HTM it moves at its fair value: the carrying
 * amount stands, the loss stays in AOCI and CET1 and tangible equity do not move. To AFS it is
 * marked to market as after a taint. Issues: `unknown-position`, `not-a-security`, `size`.
 */
export function reclassify(
  study: Study,
  change: ChangeOf<'reclassify'>,
  valuesOf: ValuesOf,
): Result<Study> {
  const { positionId, toGroup, size } = change;
  if (size !== 1) return fail(issue('size', '/size', '0 or 1 for a whole row', String(size)));
  const row = rowOf(study.book, positionId);
  if (row === undefined) {
    return fail(issue('unknown-position', '/positionId', 'a position', positionId));
  }
  const from = textAt(study.book.group, row);
  const expected = toGroup === 'afs' ? 'htm' : 'afs';
  if (from !== expected) {
    return fail(issue('not-a-security', '/positionId', `a row of ${expected}`, `one of ${from}`));
  }
  if (toGroup === 'afs') return ok(markToMarket(study, [row], valuesOf(study)));
  return ok({ ...study, book: withSecuritiesBook(study.book, [row], 'htm') });
}
