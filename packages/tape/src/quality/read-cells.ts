import { addMonths, dayFromIso, floatAt, isoFromDay, itemAt } from '@almfes/engine';
import type { ColumnRequest } from '../column-request.js';
import {
  type ColumnSource,
  type DateReader,
  dateReader,
  type Sign,
  type TermName,
  type TermSource,
  termOf,
} from '../mapping/index.js';
import type { ReadColumn } from '../read-column.js';
import type { StoredType } from '../tape.js';
import { cellNumber, storedNumber } from './cell-number.js';

/** What became of a cell. */
export const CELL = { good: 0, nothing: 1, unreadable: 2, unknownCode: 3 } as const;

/** Cells of one term, one a row asked. */
export interface TermCells {
  /** A code of `CELL` a row. */
  readonly state: Uint8Array;
  /** Of numbers and dates: in our unit, NaN where nothing is known; else empty. */
  readonly numbers: Float64Array;
  /** Of text and codes: '' where nothing is known; else empty. */
  readonly texts: readonly string[];
  /** The cell of a row as the tape writes it. */
  readonly written: (at: number) => string;
}

/** Columns of a piece of the tape, by `columnKey`. */
export type PieceColumns = ReadonlyMap<string, ReadColumn>;

export function columnKey(name: string, as: ReadColumn['as']): string {
  return `${as} ${name}`;
}

/** How a column is asked of the tape for a term: numbers and days only where the file has them. */
export function columnRequest(
  name: TermName,
  source: ColumnSource,
  stored: StoredType,
): ColumnRequest {
  const { type } = termOf(name);
  const plain = source.codes === undefined;
  const number = type === 'amount' || type === 'rate' || type === 'months';
  if (stored === 'number' && number && plain) return { name: source.column, as: 'number' };
  if (stored === 'date' && type === 'date' && plain) return { name: source.column, as: 'date' };
  return { name: source.column, as: 'text' };
}

interface Reading {
  readonly name: TermName;
  readonly source: ColumnSource;
  readonly valuationDate: number;
}

/** Powers of ten between a column's unit and ours: USD million, decimal. */
const SHIFTS: Readonly<Record<string, number>> = {
  'USD million': 0,
  'USD thousand': 3,
  USD: 6,
  'USD cent': 8,
  decimal: 0,
  'per cent': 2,
  'basis points': 4,
};

const AS_TEXT = ['text', 'number', 'date'] as const;
const AS_NUMBER = ['number', 'date', 'text'] as const;

/** A reader of a term's cells in the named rows of a piece. */
export type CellsReader = (piece: PieceColumns, rows: Uint32Array) => TermCells;

/**
 * A reader of one term by its source (rules TAPE-22 to TAPE-24). The unit, the sign, the codes and
 * what an empty cell stands for are those of the mapping and nothing else.
 */
export function cellsReader(
  name: TermName,
  source: TermSource,
  valuationDate: number,
): CellsReader {
  if ('constant' in source) return constantReader(name, source.constant);
  const reading = { name, source, valuationDate };
  const toNumber = valueReader(reading);
  const isText = termOf(name).type === 'text' || termOf(name).type === 'code';
  const signOf = typeof source.sign === 'object' ? source.sign : undefined;
  return (piece, rows) => {
    const column = columnOf(piece, source.column, isText ? AS_TEXT : AS_NUMBER);
    const cells = isText
      ? textCells(column, rows, reading)
      : numberCells(column, rows, { reading, toNumber });
    if (source.sign === 'reversed') turnOver(cells.numbers);
    return signOf === undefined ? cells : withSign(cells, signOf, piece, rows);
  };
}

/** The column as the term wants it: as text, or as numbers where the file holds numbers. */
export function columnOf(
  piece: PieceColumns,
  name: string,
  wanted: readonly ReadColumn['as'][] = AS_TEXT,
): ReadColumn {
  for (const as of wanted) {
    const column = piece.get(columnKey(name, as));
    if (column !== undefined) return column;
  }
  throw new Error(`the column ${name} was not asked for`);
}

function constantReader(name: TermName, constant: string | number): CellsReader {
  const { type } = termOf(name);
  const isText = type === 'text' || type === 'code';
  const day = type === 'date' ? dayFromIso(String(constant)) : undefined;
  const value = day?.ok === true ? day.value : Number(constant);
  return (_, rows) => ({
    state: new Uint8Array(rows.length),
    numbers: isText ? new Float64Array(0) : new Float64Array(rows.length).fill(value),
    texts: isText ? new Array<string>(rows.length).fill(String(constant)) : [],
    written: () => String(constant),
  });
}

/** A number of a written cell in our unit; NaN when it cannot be read. */
type ValueReader = (written: string) => number;

function valueReader({ name, source, valuationDate }: Reading): ValueReader {
  const { type } = termOf(name);
  const form = { numerals: source.numerals ?? '1234.5', shift: SHIFTS[source.unit ?? ''] ?? 0 };
  if (type === 'amount' || type === 'rate') return (text) => cellNumber(text, form);
  const months: ValueReader = (text) => {
    const factor = source.unit === 'years' || source.unit === 'years left' ? 12 : 1;
    return wholeMonths(cellNumber(text, form) * factor);
  };
  if (type === 'months') return months;
  if (source.pattern === undefined) return (text) => daysAhead(months(text), valuationDate);
  const read = patternReader(source.pattern);
  return (text) => read(text) ?? Number.NaN;
}

/** The mapping was parsed: its pattern is good. */
function patternReader(pattern: string): DateReader {
  const reader = dateReader(pattern, 'pattern');
  if (!reader.ok) throw new Error(reader.issues[0]?.message ?? pattern);
  return reader.value;
}

const MONTH_TOLERANCE = 1e-6;

function wholeMonths(months: number): number {
  const whole = Math.round(months);
  return Math.abs(months - whole) <= MONTH_TOLERANCE ? whole : Number.NaN;
}

function daysAhead(months: number, valuationDate: number): number {
  return Number.isNaN(months) ? Number.NaN : addMonths(valuationDate, months);
}

/** A written cell after the mapping's codes; undefined when it is none of them. */
function translated(source: ColumnSource, written: string): string | undefined {
  const plain = written === '' ? (source.whenEmpty ?? '') : written;
  if (source.codes === undefined || plain === '') return plain;
  return Object.hasOwn(source.codes, plain) ? source.codes[plain] : undefined;
}

/** The cell of a row, as the tape writes it; empty where it holds nothing. */
export function writtenAt(column: ReadColumn, row: number): string {
  if (itemAt(column.present, row) === 0) return '';
  if (column.as === 'number') return String(floatAt(column.values, row));
  if (column.as === 'text') return itemAt(column.names, itemAt(column.codes, row));
  return column.as === 'date'
    ? isoFromDay(itemAt(column.days, row))
    : String(itemAt(column.flags, row));
}

function textCells(column: ReadColumn, rows: Uint32Array, { name, source }: Reading): TermCells {
  const allowed = termOf(name).codes;
  const state = new Uint8Array(rows.length);
  const texts = new Array<string>(rows.length);
  const textAt = onceEach(column, (written) => codeOf(source, written, allowed));
  for (let at = 0; at < rows.length; at += 1) {
    const text = textAt(itemAt(rows, at));
    state[at] = text === undefined ? CELL.unknownCode : text === '' ? CELL.nothing : CELL.good;
    texts[at] = text ?? '';
  }
  const written = (at: number): string => writtenAt(column, itemAt(rows, at));
  return { state, numbers: new Float64Array(0), texts, written };
}

/** A reading of written cells that is made once for each different cell of a column of text. */
function onceEach<T>(column: ReadColumn, read: (written: string) => T): (row: number) => T {
  if (column.as !== 'text') return (row) => read(writtenAt(column, row));
  const { names, codes, present } = column;
  const known = new Array<{ readonly value: T } | undefined>(names.length);
  const empty = read('');
  return (row) => {
    if (itemAt(present, row) === 0) return empty;
    const code = itemAt(codes, row);
    const found = known[code] ?? { value: read(itemAt(names, code)) };
    known[code] = found;
    return found.value;
  };
}

function codeOf(
  source: ColumnSource,
  written: string,
  allowed: readonly string[] | undefined,
): string | undefined {
  const text = translated(source, written);
  return text === undefined || text === '' || allowed?.includes(text) !== false ? text : undefined;
}

interface NumberCell {
  readonly state: number;
  readonly value: number;
}

const NOTHING: NumberCell = { state: CELL.nothing, value: Number.NaN };

function numberCells(
  column: ReadColumn,
  rows: Uint32Array,
  { reading, toNumber }: NumberReading,
): TermCells {
  const state = new Uint8Array(rows.length);
  const numbers = new Float64Array(rows.length);
  const cellAt = numberCellReader(column, reading, toNumber);
  const storedAt = storedNumberReader(column, reading);
  for (let at = 0; at < rows.length; at += 1) {
    const stored = storedAt?.(itemAt(rows, at));
    if (stored !== undefined) {
      numbers[at] = stored;
      continue;
    }
    const cell = cellAt(itemAt(rows, at));
    state[at] = cell.state;
    numbers[at] = cell.value;
  }
  return { state, numbers, texts: [], written: (at) => writtenAt(column, itemAt(rows, at)) };
}

interface NumberReading {
  readonly reading: Reading;
  readonly toNumber: ValueReader;
}

/** An amount or rate that the file holds as a number; undefined where its text must be read. */
function storedNumberReader(
  column: ReadColumn,
  { name, source }: Reading,
): ((row: number) => number | undefined) | undefined {
  const { type } = termOf(name);
  if (column.as !== 'number' || (type !== 'amount' && type !== 'rate')) return undefined;
  if (source.codes !== undefined || (source.numerals ?? '1234.5') !== '1234.5') return undefined;
  const shift = SHIFTS[source.unit ?? ''] ?? 0;
  const { values } = column;
  return (row) => storedNumber(floatAt(values, row), shift);
}

/** Cells of a row: each different text of a piece is read once; days and plain numbers directly. */
function numberCellReader(
  column: ReadColumn,
  { name, source }: Reading,
  toNumber: ValueReader,
): (row: number) => NumberCell {
  const read = (written: string): NumberCell => {
    const text = translated(source, written);
    if (text === undefined) return { state: CELL.unknownCode, value: Number.NaN };
    if (text === '') return NOTHING;
    const value = toNumber(text);
    return { state: Number.isFinite(value) ? CELL.good : CELL.unreadable, value };
  };
  if (column.as === 'date' && termOf(name).type === 'date' && source.codes === undefined) {
    return (row) =>
      itemAt(column.present, row) === 0
        ? read('')
        : { state: CELL.good, value: itemAt(column.days, row) };
  }
  return onceEach(column, read);
}

function turnOver(numbers: Float64Array): void {
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = 0 - floatAt(numbers, at);
}

/** Sign by the code of another column; a cell in neither list makes the amount an unknown code. */
function withSign(
  cells: TermCells,
  sign: Exclude<Sign, 'reversed'>,
  piece: PieceColumns,
  rows: Uint32Array,
): TermCells {
  const column = columnOf(piece, sign.column);
  const positive = new Set(sign.positive);
  const negative = new Set(sign.negative);
  for (let at = 0; at < rows.length; at += 1) {
    if (cells.state[at] !== CELL.good) continue;
    const code = writtenAt(column, itemAt(rows, at));
    if (negative.has(code)) cells.numbers[at] = 0 - floatAt(cells.numbers, at);
    else if (!positive.has(code)) cells.state[at] = CELL.unknownCode;
  }
  return cells;
}
