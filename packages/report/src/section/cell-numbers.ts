import { type Finding, finding, type MarkedNumber, type Origin } from '@almfes/engine';
import type { DocumentTable } from '../document.js';

const WHOLE = /^[±+−]?[\d.,]*\d(e[+−]\d+)?$/;

/** The numbers of a cell: the whole of it where it is one, else those in its words. */
export function cellNumbers(text: string, origin: Origin | undefined): readonly MarkedNumber[] {
  if (origin === undefined) return [];
  if (WHOLE.test(text)) return [{ at: 0, length: text.length, origin }];
  return finding(text, origin).numbers;
}

/** A table with the numbers of its cells, by the origin of each cell. */
export function withNumbers(
  table: DocumentTable,
  originOf: (row: number, column: number) => Origin | undefined,
): DocumentTable {
  const numbers = table.rows.map((row, at) =>
    row.map((text, column) => cellNumbers(text, originOf(at, column))),
  );
  return { ...table, numbers };
}

/** Sentences with the numbers that stand beside them, where any do. */
export function withMarks(
  texts: readonly string[],
  numbers: readonly (readonly MarkedNumber[])[] = [],
): Finding[] {
  return texts.map((text, at) => ({ text, numbers: numbers[at] ?? [] }));
}
