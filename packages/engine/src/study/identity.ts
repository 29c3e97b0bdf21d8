import {
  type Book,
  bookInIdOrder,
  NUMBER_COLUMNS,
  TEXT_COLUMNS,
  textAt,
} from '../balance-sheet/index.js';
import { contentHash, type HashFunction } from '../foundation/index.js';
import type { Study } from './study.js';

/**
 * The identity of a Study: hash of the canonical JSON (RFC 8785) of the Study with the hash of
 * its canonical columns in the place of the book (STUDY-1). 64 hex digits when `hash` is SHA-256.
 */
export function studyHash(study: Study, hash: HashFunction): string {
  return contentHash({ ...study, book: bookHash(study.book, hash) }, hash);
}

/**
 * The identity of a Book (STUDY-2): each column is hashed as the JSON array of its cells, rows in
 * id order, text as text; then the list of [column, hash] in the fixed column order is hashed.
 * Column by column, so that no text longer than one column is ever built.
 */
export function bookHash(book: Book, hash: HashFunction): string {
  const rows = bookInIdOrder(book);
  const columns: [string, string][] = [
    ['id', contentHash(rows.id, hash)],
    ['side', contentHash([...rows.side], hash)],
    ['floats', contentHash([...rows.floats], hash)],
  ];
  for (const name of TEXT_COLUMNS) {
    const cells = rows.id.map((_, row) => textAt(rows[name], row));
    columns.push([name, contentHash(cells, hash)]);
  }
  for (const name of NUMBER_COLUMNS) {
    columns.push([name, contentHash([...rows[name]], hash)]);
  }
  return contentHash(columns, hash);
}
