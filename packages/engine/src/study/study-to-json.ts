import { NUMBER_COLUMNS, TEXT_COLUMNS, textAt } from '../balance-sheet/index.js';
import type { Study } from './study.js';

/**
 * The JSON form of a Study: plain objects and arrays, the book as one array a column (text as
 * text, `side` as 1 or -1, `floats` as 1 or 0). `parseStudy` of it gives the Study back.
 */
export function studyToJson(study: Study): unknown {
  const { book } = study;
  const columns: Record<string, readonly (string | number)[]> = {
    id: [...book.id],
    side: [...book.side],
    floats: [...book.floats],
  };
  for (const name of TEXT_COLUMNS) {
    columns[name] = book.id.map((_, row) => textAt(book[name], row));
  }
  for (const name of NUMBER_COLUMNS) columns[name] = [...book[name]];
  return { ...study, book: columns };
}
