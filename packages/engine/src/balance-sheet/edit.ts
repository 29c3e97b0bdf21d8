import { itemAt } from '../foundation/index.js';
import type { Book } from './book.js';
import { type NumberColumnName, type TextColumnName, textAt, textColumn } from './columns.js';

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
