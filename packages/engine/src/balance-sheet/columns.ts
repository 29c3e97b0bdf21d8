import { itemAt } from '../foundation/index.js';
import {
  ACCOUNTING_CLASSES,
  type Book,
  GROUPS,
  type Position,
  PRINCIPAL_KINDS,
  RATE_INDICES,
  type TextColumn,
} from './book.js';

/** Text columns of a Book, in the fixed order of its identity. */
export const TEXT_COLUMNS = [
  'group',
  'product',
  'accountingClass',
  'principal',
  'behaviour',
  'rateIndex',
] as const;
export type TextColumnName = (typeof TEXT_COLUMNS)[number];

/** Float64 columns of a Book, in the fixed order of its identity. */
export const NUMBER_COLUMNS = [
  'notionalUsdMillion',
  'carryingUsdMillion',
  'rate',
  'couponRate',
  'premium',
  'resetMonth',
  'firstPrincipalMonth',
  'maturityMonth',
  'noteRate',
  'discountSpread',
  'reinvestTenorMonths',
  'reinvestSpread',
  'ageMonths',
] as const;
export type NumberColumnName = (typeof NUMBER_COLUMNS)[number];

/** Codes are 16 bits wide. */
export const MAX_DISTINCT_NAMES = 65_536;

/** Where the cells of a new Book come from; rows count from 0 in id order. */
export interface CellSource {
  readonly id: readonly string[];
  readonly side: (row: number) => number;
  readonly floats: (row: number) => number;
  readonly text: (column: TextColumnName, row: number) => string;
  readonly number: (column: NumberColumnName, row: number) => number;
}

/**
 * Positions to columns. Rows stand in id order (UTF-16 code units) whatever the order given, so
 * that every sum over rows, and with it every Outcome, is the same to the last bit for every
 * permutation of the positions (BOOK-2). Ids must be unique: the parser checks it.
 * @throws RangeError when a text column has more than 65,536 distinct names.
 */
export function bookFromPositions(positions: readonly Position[]): Book {
  const sorted = [...positions].sort((a, b) => compareIds(a.id, b.id));
  return bookFromCells({
    id: sorted.map((position) => position.id),
    side: (row) => sideCode(itemAt(sorted, row)),
    floats: (row) => (itemAt(sorted, row).floats ? 1 : 0),
    text: (column, row) => itemAt(sorted, row)[column],
    number: (column, row) => itemAt(sorted, row)[column],
  });
}

/** Columns back to positions, in row order: the inverse of `bookFromPositions`. */
export function positionsFromBook(book: Book): Position[] {
  return book.id.map((_, row) => positionAt(book, row));
}

/** One row as a position; a row outside the Book throws RangeError. */
export function positionAt(book: Book, row: number): Position {
  return {
    id: itemAt(book.id, row),
    side: itemAt(book.side, row) === 1 ? 'asset' : 'liability',
    group: member(GROUPS, textAt(book.group, row)),
    product: textAt(book.product, row),
    accountingClass: member(ACCOUNTING_CLASSES, textAt(book.accountingClass, row)),
    principal: member(PRINCIPAL_KINDS, textAt(book.principal, row)),
    behaviour: textAt(book.behaviour, row),
    rateIndex: member(RATE_INDICES, textAt(book.rateIndex, row)),
    notionalUsdMillion: itemAt(book.notionalUsdMillion, row),
    carryingUsdMillion: itemAt(book.carryingUsdMillion, row),
    rate: itemAt(book.rate, row),
    couponRate: itemAt(book.couponRate, row),
    premium: itemAt(book.premium, row),
    floats: itemAt(book.floats, row) === 1,
    resetMonth: itemAt(book.resetMonth, row),
    firstPrincipalMonth: itemAt(book.firstPrincipalMonth, row),
    maturityMonth: itemAt(book.maturityMonth, row),
    noteRate: itemAt(book.noteRate, row),
    discountSpread: itemAt(book.discountSpread, row),
    reinvestTenorMonths: itemAt(book.reinvestTenorMonths, row),
    reinvestSpread: itemAt(book.reinvestSpread, row),
    ageMonths: itemAt(book.ageMonths, row),
  };
}

/** The text of a row; a row outside the column throws RangeError. */
export function textAt(column: TextColumn, row: number): string {
  const code = column.codes[row];
  const name = code === undefined ? undefined : column.names[code];
  if (name === undefined) throw new RangeError(`row ${row} is outside the column`);
  return name;
}

/** Row of a position id, or undefined when the Book has no such position. */
export function rowOf(book: Book, id: string): number | undefined {
  const row = book.id.indexOf(id);
  return row === -1 ? undefined : row;
}

/** The named rows of a Book in id order, as a new Book. */
export function bookOfRows(book: Book, rows: readonly number[]): Book {
  const sorted = [...rows].sort((a, b) => compareIds(itemAt(book.id, a), itemAt(book.id, b)));
  const from = (row: number): number => itemAt(sorted, row);
  return bookFromCells({
    id: sorted.map((row) => itemAt(book.id, row)),
    side: (row) => itemAt(book.side, from(row)),
    floats: (row) => itemAt(book.floats, from(row)),
    text: (column, row) => textAt(book[column], from(row)),
    number: (column, row) => itemAt(book[column], from(row)),
  });
}

/** A Book with one row more, at its place in id order. The id must be new. */
export function bookWithPosition(book: Book, position: Position): Book {
  const place = book.id.findIndex((id) => compareIds(position.id, id) < 0);
  const at = place === -1 ? book.id.length : place;
  const from = (row: number): number => (row < at ? row : row - 1);
  return bookFromCells({
    id: [...book.id.slice(0, at), position.id, ...book.id.slice(at)],
    side: (row) => (row === at ? sideCode(position) : itemAt(book.side, from(row))),
    floats: (row) => (row === at ? (position.floats ? 1 : 0) : itemAt(book.floats, from(row))),
    text: (column, row) => (row === at ? position[column] : textAt(book[column], from(row))),
    number: (column, row) => (row === at ? position[column] : itemAt(book[column], from(row))),
  });
}

/** The Book with its rows in id order: itself when they already are. */
export function bookInIdOrder(book: Book): Book {
  const sorted = book.id.every((id, row) => row === 0 || itemAt(book.id, row - 1) < id);
  return sorted ? book : bookOfRows(book, [...book.id.keys()]);
}

/** A text column from its cells; names stand in order of first appearance. */
export function textColumn(rows: number, cell: (row: number) => string): TextColumn {
  const codeOf = new Map<string, number>();
  const codes = new Uint16Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const name = cell(row);
    const code = codeOf.get(name) ?? codeOf.size;
    if (code >= MAX_DISTINCT_NAMES) {
      throw new RangeError(`a text column has more than ${MAX_DISTINCT_NAMES} distinct names`);
    }
    codeOf.set(name, code);
    codes[row] = code;
  }
  return { names: [...codeOf.keys()], codes };
}

/**
 * A Book from a source of cells, for rows that are no objects. Nothing is checked.
 * @throws RangeError when a text column has more than 65,536 distinct names.
 */
export function bookFromCells(cells: CellSource): Book {
  const rows = cells.id.length;
  const text = (column: TextColumnName): TextColumn =>
    textColumn(rows, (row) => cells.text(column, row));
  const number = (column: NumberColumnName): Float64Array =>
    fill(new Float64Array(rows), (row) => cells.number(column, row));
  return {
    id: cells.id,
    side: fill(new Int8Array(rows), cells.side),
    group: text('group'),
    product: text('product'),
    accountingClass: text('accountingClass'),
    principal: text('principal'),
    behaviour: text('behaviour'),
    rateIndex: text('rateIndex'),
    notionalUsdMillion: number('notionalUsdMillion'),
    carryingUsdMillion: number('carryingUsdMillion'),
    rate: number('rate'),
    couponRate: number('couponRate'),
    premium: number('premium'),
    floats: fill(new Uint8Array(rows), cells.floats),
    resetMonth: number('resetMonth'),
    firstPrincipalMonth: number('firstPrincipalMonth'),
    maturityMonth: number('maturityMonth'),
    noteRate: number('noteRate'),
    discountSpread: number('discountSpread'),
    reinvestTenorMonths: number('reinvestTenorMonths'),
    reinvestSpread: number('reinvestSpread'),
    ageMonths: number('ageMonths'),
  };
}

function fill<C extends Float64Array | Int8Array | Uint8Array>(
  column: C,
  cell: (row: number) => number,
): C {
  for (let row = 0; row < column.length; row += 1) column[row] = cell(row) + 0;
  return column;
}

function sideCode(position: Position): number {
  return position.side === 'asset' ? 1 : -1;
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A Book holds only names of the closed lists: anything else is a programmer error. */
function member<T extends string>(names: readonly T[], name: string): T {
  const found = names.find((candidate) => candidate === name);
  if (found === undefined) throw new RangeError(`"${name}" is not one of ${names.join(', ')}`);
  return found;
}
