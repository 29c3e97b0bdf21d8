import { bookTotals, floatAt, type Study } from '@almfes/engine';
import { UNEXPLAINED_ROWS } from '@almfes/intake';

/** What no item of a Call Report explains of one total, before and after a correction. */
export interface MovedUnexplained {
  readonly of: 'assets' | 'liabilities';
  /** Of the Study with the correction, USD million. */
  readonly total: number;
  /** Total minus items, USD million: the row that closes the balance (CALL-21). */
  readonly before: number;
  readonly after: number;
}

/** Smaller than any amount that is filed, USD million. */
const ROUNDING_USD_MILLION = 1e-6;

/** Sides on which the amount that no item explains moves, by more than rounding (CONTRIB-10). */
export function movedUnexplained(was: Study, is: Study): MovedUnexplained[] {
  const totals = bookTotals(is.book);
  const sides = [
    { of: 'assets', total: totals.assetsUsdMillion },
    { of: 'liabilities', total: totals.liabilitiesUsdMillion },
  ] as const;
  return sides.flatMap(({ of, total }) => {
    const before = amountOf(was, UNEXPLAINED_ROWS[of]);
    const after = amountOf(is, UNEXPLAINED_ROWS[of]);
    return Math.abs(after - before) <= ROUNDING_USD_MILLION ? [] : [{ of, total, before, after }];
  });
}

function amountOf({ book }: Study, id: string): number {
  const row = book.id.indexOf(id);
  return row === -1 ? 0 : floatAt(book.carryingUsdMillion, row);
}

/** How much larger it may get, USD million: as far as a total may be missed (FORM-13). */
const TOLERANCE_USD_MILLION = 1;

/** Whether a correction leaves more of the total unexplained than it found. */
export function explainsLess({ before, after }: MovedUnexplained): boolean {
  return Math.abs(after) - Math.abs(before) > TOLERANCE_USD_MILLION;
}
