import { NUMBER_COLUMNS, TEXT_COLUMNS, textAt } from '../balance-sheet/index.js';
import { itemAt } from '../foundation/index.js';
import type { Study } from './study.js';

const ROWS_A_PIECE = 10_000;

/**
 * The JSON text of `studyToJson`, without blanks and in pieces, so that the text of a large book
 * is never one string. The pieces joined are what `parseStudy` reads, once parsed.
 */
export function* studyJsonPieces(study: Study): Generator<string> {
  const { book, ...rest } = study;
  yield `${JSON.stringify(rest).slice(0, -1)},"book":{`;
  const rows = book.id.length;
  yield* column('id', rows, (row) => JSON.stringify(itemAt(book.id, row)));
  yield ',';
  yield* column('side', rows, (row) => String(itemAt(book.side, row)));
  yield ',';
  yield* column('floats', rows, (row) => String(itemAt(book.floats, row)));
  for (const name of TEXT_COLUMNS) {
    yield ',';
    yield* column(name, rows, (row) => JSON.stringify(textAt(book[name], row)));
  }
  for (const name of NUMBER_COLUMNS) {
    yield ',';
    yield* column(name, rows, (row) => JSON.stringify(itemAt(book[name], row)));
  }
  yield '}}\n';
}

function* column(name: string, rows: number, cell: (row: number) => string): Generator<string> {
  yield `"${name}":[`;
  for (let from = 0; from < rows; from += ROWS_A_PIECE) {
    const cells: string[] = [];
    const to = Math.min(rows, from + ROWS_A_PIECE);
    for (let row = from; row < to; row += 1) cells.push(cell(row));
    yield (from === 0 ? '' : ',') + cells.join(',');
  }
  yield ']';
}
