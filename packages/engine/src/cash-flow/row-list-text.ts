import { textAt } from '../balance-sheet/index.js';
import { itemAt } from '../foundation/index.js';
import type { FixedParts, Program } from './program.js';

/**
 * The rows of a program as a text: two programs on one market that were compiled with the same
 * `RowVariants` have the same one only if their rows say the same, in every term, model and name,
 * to the last bit (rule EVAL-10). Numbers stand for variants and names, so that it is short.
 */
export function rowListText(): (program: Program) => string {
  const ofVariant = new WeakMap<FixedParts, number>();
  const ofNames = new Map<string, number>();
  let last = 0;
  const numberOf = <K>(
    known: Pick<Map<K, number>, 'get'> & { set: (key: K, value: number) => unknown },
    key: K,
  ): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    last += 1;
    known.set(key, last);
    return last;
  };
  return (program) =>
    program.fixed
      .map(
        (variant, row) =>
          `${numberOf(ofVariant, variant)}:${numberOf(ofNames, namesOf(program, row))}`,
      )
      .join();
}

/** What a row is told by besides the terms of its variant. */
function namesOf({ book, rolloverOf }: Program, row: number): string {
  return JSON.stringify([
    itemAt(book.id, row),
    itemAt(book.side, row),
    textAt(book.group, row),
    textAt(book.product, row),
    textAt(book.accountingClass, row),
    textAt(book.behaviour, row),
    rolloverOf[row] ?? null,
  ]);
}
