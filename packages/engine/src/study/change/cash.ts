import { type Book, bookWithAmountAdded, rowOf, textAt } from '../../balance-sheet/index.js';
import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import type { Liquidity } from '../../metric/index.js';
import type { Study } from '../study.js';

/** Row of an asset of the cash book; issues `unknown-position` and `not-cash`. */
export function cashRow(book: Book, id: string, path: string): Result<number> {
  const row = rowOf(book, id);
  if (row === undefined) return fail(issue('unknown-position', path, 'a position', id));
  const group = textAt(book.group, row);
  if (group === 'cash' && itemAt(book.side, row) === 1) return ok(row);
  return fail(issue('not-cash', path, 'a position of the cash book', `${id} in ${group}`));
}

/**
 * The Study with cash moved by `amountUsdMillion` (negative = paid out): the row, and with it the
 * first liquidity source of kind `cash`, which counts the same money (CHANGE-3). Issue
 * `not-enough-cash` when the row would fall below zero.
 */
export function withCash(
  study: Study,
  cashPositionId: string,
  amountUsdMillion: number,
): Result<Study> {
  const row = cashRow(study.book, cashPositionId, '/cashPositionId');
  if (!row.ok) return row;
  const held = itemAt(study.book.carryingUsdMillion, row.value);
  if (held + amountUsdMillion < 0) {
    const expected = `at most the ${held} held in ${cashPositionId}`;
    return fail(issue('not-enough-cash', '/cashPositionId', expected, `${-amountUsdMillion}`));
  }
  return ok({
    ...study,
    book: bookWithAmountAdded(study.book, row.value, amountUsdMillion),
    liquidity: liquidityWithCash(study.liquidity, amountUsdMillion),
  });
}

function liquidityWithCash(liquidity: Liquidity, amountUsdMillion: number): Liquidity {
  const first = liquidity.sources.findIndex((source) => source.kind === 'cash');
  const sources = liquidity.sources.map((source, index) => {
    if (index !== first || source.kind === 'sale') return source;
    const moved = Math.max(0, source.amountUsdMillion + amountUsdMillion);
    return { ...source, amountUsdMillion: moved };
  });
  return { ...liquidity, sources };
}
