import { type Book, textAt } from '../balance-sheet/index.js';
import { itemAt, type Recent, recall, recent } from '../foundation/index.js';
import type { FixedParts, Program, RowList } from './program.js';

/** Lists of rows told apart on one market: a text of some 10 bytes a row. */
const MOST_LISTS = 64;
const MOST_GROUPS = 500;
const MOST_NAMES = 10_000;

/** A list of rows that no other program has: nothing kept for another is found for it. */
export function newRowList({ group }: Program['book']): RowList {
  return { text: '', byGroup: group.names.map(() => ({})) };
}

/**
 * Tells lists of rows apart by all that is made from them besides rates: the same objects stand
 * for rows that say the same, in every term, model and name, to the last bit, and in the same
 * order (rule EVAL-10). For programs of one market, compiled with the same `RowVariants`.
 */
export function rowLists(): (program: Program) => RowList {
  const numberOfVariant = numbered(recent<FixedParts, number>(MOST_NAMES));
  const lists = recent<string, RowList>(MOST_LISTS);
  const groups = recent<string, object>(MOST_GROUPS);
  const numbersOf = namesNumbered(numbered(recent<string, number>(MOST_NAMES)));
  return (program) => {
    const { names, codes } = program.book.group;
    const numbers = numbersOf(program.book);
    const ofGroup = names.map(() => '');
    const rows = program.fixed.map((variant, row) => {
      const renewed = program.rolloverOf[row] ?? '';
      const told = `${numberOfVariant(variant)}:${itemAt(numbers, row)}:${renewed},`;
      ofGroup[itemAt(codes, row)] += told;
      return told;
    });
    const text = rows.join('');
    const byGroup = () => ofGroup.map((each) => recall(groups, each, () => ({})));
    return recall(lists, text, () => ({ text, byGroup: byGroup() }));
  };
}

/** A number for each key, never given twice: one that was forgotten gets a new one. */
function numbered<K>(known: Recent<K, number>): (key: K) => number {
  let last = 0;
  return (key) =>
    recall(known, key, () => {
      last += 1;
      return last;
    });
}

/** Columns of a Book that name its rows; Changes of amounts share them. */
const NAMES = ['id', 'side', 'group', 'product', 'accountingClass', 'behaviour'] as const;

/** A number for the names of each row: known at once where the last Book had the same columns. */
function namesNumbered(numberOf: (names: string) => number): (book: Book) => readonly number[] {
  let last: { readonly book: Book; readonly numbers: readonly number[] } | undefined;
  return (book) => {
    const known = last;
    if (known !== undefined && NAMES.every((column) => known.book[column] === book[column])) {
      return known.numbers;
    }
    const numbers = book.id.map((_, row) => numberOf(namesOf(book, row)));
    last = { book, numbers };
    return numbers;
  };
}

function namesOf(book: Book, row: number): string {
  return JSON.stringify([
    itemAt(book.id, row),
    itemAt(book.side, row),
    textAt(book.group, row),
    textAt(book.product, row),
    textAt(book.accountingClass, row),
    textAt(book.behaviour, row),
  ]);
}
