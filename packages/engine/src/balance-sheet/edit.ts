import { itemAt } from '../foundation/index.js';
import type { Book, Position } from './book.js';
import {
  NUMBER_COLUMNS,
  type NumberColumnName,
  TEXT_COLUMNS,
  type TextColumnName,
  textAt,
  textColumn,
} from './columns.js';

/** New cells of a column, by row. */
export type Cells<T> = ReadonlyMap<number, T>;

/** The Book with some cells of one number column set; the other columns are shared, not copied. */
export function bookWithNumbers(book: Book, name: NumberColumnName, cells: Cells<number>): Book {
  const column = book[name].slice();
  for (const [row, value] of cells) column[row] = value;
  return { ...book, [name]: column };
}

/** The Book with some cells of one text column set. */
export function bookWithTexts(book: Book, name: TextColumnName, cells: Cells<string>): Book {
  const old = book[name];
  const column = textColumn(book.id.length, (row) => cells.get(row) ?? textAt(old, row));
  return { ...book, [name]: column };
}

/** The Book with notional and carrying amount of some rows multiplied by `factor`. */
export function bookWithRowsScaled(book: Book, rows: readonly number[], factor: number): Book {
  const scaled = (column: Float64Array): Cells<number> =>
    new Map(rows.map((row) => [row, itemAt(column, row) * factor]));
  const smaller = bookWithNumbers(book, 'notionalUsdMillion', scaled(book.notionalUsdMillion));
  return bookWithNumbers(smaller, 'carryingUsdMillion', scaled(book.carryingUsdMillion));
}

/** The Book with `amountUsdMillion` added to notional and carrying amount of one row. */
export function bookWithAmountAdded(book: Book, row: number, amountUsdMillion: number): Book {
  const notional = itemAt(book.notionalUsdMillion, row) + amountUsdMillion;
  const carrying = itemAt(book.carryingUsdMillion, row) + amountUsdMillion;
  const more = bookWithNumbers(book, 'notionalUsdMillion', new Map([[row, notional]]));
  return bookWithNumbers(more, 'carryingUsdMillion', new Map([[row, carrying]]));
}

/** New terms of rows, by row; the id of a row stays. */
export type RowTerms = ReadonlyMap<number, Partial<Omit<Position, 'id'>>>;

/** The Book with some terms of some rows set; columns that no row sets are shared, not copied. */
export function bookWithTerms(book: Book, rows: RowTerms): Book {
  let edited = book;
  for (const name of NUMBER_COLUMNS) {
    const cells = cellsOf(rows, (terms) => terms[name]);
    if (cells.size > 0) edited = bookWithNumbers(edited, name, cells);
  }
  for (const name of TEXT_COLUMNS) {
    const cells = cellsOf(rows, (terms) => terms[name]);
    if (cells.size > 0) edited = bookWithTexts(edited, name, cells);
  }
  const sides = cellsOf(rows, ({ side }) => side);
  const floats = cellsOf(rows, (terms) => terms.floats);
  if (sides.size > 0) edited = { ...edited, side: edited.side.slice() };
  if (floats.size > 0) edited = { ...edited, floats: edited.floats.slice() };
  for (const [row, side] of sides) edited.side[row] = side === 'asset' ? 1 : -1;
  for (const [row, value] of floats) edited.floats[row] = value ? 1 : 0;
  return edited;
}

function cellsOf<T>(
  rows: RowTerms,
  term: (terms: Partial<Omit<Position, 'id'>>) => T | undefined,
): Map<number, T> {
  const cells = new Map<number, T>();
  for (const [row, terms] of rows) {
    const value = term(terms);
    if (value !== undefined) cells.set(row, value);
  }
  return cells;
}
