import { bookWithRowsScaled, rowOf } from '../../balance-sheet/index.js';
import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import type { Study } from '../study.js';

/** Row of a liability; issues `unknown-position` and `side`. */
export function liabilityRow(study: Study, id: string, path: string): Result<number> {
  const row = rowOf(study.book, id);
  if (row === undefined) return fail(issue('unknown-position', path, 'a position', id));
  if (itemAt(study.book.side, row) === -1) return ok(row);
  return fail(issue('side', path, 'a liability', `the asset ${id}`));
}

/** A liability row reduced by an amount of its carrying amount, notional pro rata. */
export function withLiabilityReduced(
  study: Study,
  id: string,
  amountUsdMillion: number,
  path: string,
): Result<Study> {
  const row = liabilityRow(study, id, path);
  if (!row.ok) return row;
  const balance = itemAt(study.book.carryingUsdMillion, row.value);
  if (!(amountUsdMillion >= 0 && amountUsdMillion <= balance * (1 + 1e-12))) {
    const expected = `0 to ${balance} USD million, the balance of ${id}`;
    return fail(issue('balance', path, expected, String(amountUsdMillion)));
  }
  const factor = balance === 0 ? 1 : Math.max(0, 1 - amountUsdMillion / balance);
  return ok({ ...study, book: bookWithRowsScaled(study.book, [row.value], factor) });
}
