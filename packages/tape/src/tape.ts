import type { Result } from '@almfes/engine';
import type { ColumnRequest, NumberRequest, TextRequest } from './column-request.js';
import type { ReadColumn } from './read-column.js';
import type { RefusedCell } from './refused-cell.js';
import type { RowCondition } from './row-condition.js';

export const TAPE_FORMATS = ['csv', 'parquet', 'xlsx', 'jsonl'] as const;
export type TapeFormat = (typeof TAPE_FORMATS)[number];

/**
 * What the file itself says of a column. CSV, XLSX and JSON Lines are kept as `text`, as written;
 * `other` (lists, structures, bytes) cannot be read and is refused when it is asked for.
 */
export type StoredType = 'text' | 'number' | 'date' | 'boolean' | 'other';

export interface TapeColumn {
  readonly name: string;
  readonly type: StoredType;
}

/**
 * A bank's own file, opened and checked for structure (rules TAPE-1 to TAPE-19). Rows are told by
 * their number in the file: in CSV the header is row 1, in a sheet as the sheet counts, in JSON
 * Lines and Parquet the first row is 1. Nothing here is query text; every call works offline, on a
 * private copy that `close` removes.
 */
export interface Tape {
  /** The file's name without its folder, as it stands in issues. */
  readonly fileName: string;
  readonly format: TapeFormat;
  readonly columns: readonly TapeColumn[];
  /** Rows with one cell a column; those in `refused` are not among them. */
  readonly rowCount: number;
  /** Rows that could not be cut into cells, in the order of the file: one entry a row. */
  readonly refused: readonly RefusedCell[];
  /** Typed columns of every row whose asked cells all fit; the others are quarantined. */
  readonly read: (
    columns: readonly ColumnRequest[],
    options?: ReadOptions,
  ) => Promise<Result<TapeRows>>;
  /** The same in pieces, in the order of the file: memory stays bounded whatever the file holds. */
  readonly scan: (
    columns: readonly ColumnRequest[],
    visit: (rows: TapeRows) => void | Promise<void>,
    options?: ReadOptions,
  ) => Promise<Result<ScanTotals>>;
  /** One column as it would be read: counts, extremes, sum. */
  readonly summary: (column: ColumnRequest) => Promise<Result<ColumnSummary>>;
  /** The most frequent cells as written, most frequent first, then by text. */
  readonly frequent: (request: ColumnsAsked) => Promise<Result<readonly FrequentValue[]>>;
  /** Rows that share all cells of a key, as written; rows with an empty key are left out. */
  readonly duplicates: (request: ColumnsAsked) => Promise<Result<Duplicates>>;
  /** How many rows meet a condition, and the first of them with the cells it looked at. */
  readonly find: (where: RowCondition, most: number) => Promise<Result<FoundRows>>;
  /** Sums and counts by group, in the order of the groups' names. */
  readonly totals: (request: TotalsRequest) => Promise<Result<readonly GroupTotal[]>>;
  /** Cells of rows, by their number in the file, as a line of CSV; rows not stored are left out. */
  readonly rowTexts: (rows: readonly number[]) => Promise<Result<ReadonlyMap<number, string>>>;
  /** Closes the reader and removes its private folder. May be called twice. */
  readonly close: () => Promise<void>;
}

export interface ReadOptions {
  /** Rows, by their number in the file, to leave out: quarantined by a rule of the caller. */
  readonly without?: ReadonlySet<number>;
  /** Share of all rows above which the load is refused; LARGEST_REFUSED_SHARE by default. */
  readonly mostRefusedShare?: number;
  /** A number among the columns asked: its refused share (absolute amounts) is held to the same. */
  readonly balance?: string;
}

/** Typed columns of the same rows, in the order in which they were asked. */
export interface TapeRows {
  readonly rowCount: number;
  /** Number in the file of each row. */
  readonly row: Float64Array;
  readonly columns: readonly ReadColumn[];
  /** Cells that do not fit, of rows that are in none of the columns; more than one a row. */
  readonly refused: readonly RefusedCell[];
}

/** What a reading came to: read + refused + without = rows of the file. */
export interface ScanTotals {
  readonly readRows: number;
  /** Rows with a cell that does not fit, and rows that could not be cut into cells. */
  readonly refusedRows: number;
  readonly withoutRows: number;
  /** Sum of absolute balances read, and refused as far as they could be read; of `balance`. */
  readonly readBalance?: number;
  readonly refusedBalance?: number;
}

export interface ColumnSummary {
  readonly rows: number;
  /** Cells that hold nothing. */
  readonly absent: number;
  /** Cells that hold something that does not fit the request. */
  readonly unfit: number;
  /** Different cells among those that fit. */
  readonly distinct: number;
  /** Of numbers (scaled) and dates (days); absent when no cell fits. */
  readonly least?: number;
  /** A hundredth of the cells lie below, between two cells in proportion; likewise p99. */
  readonly p01?: number;
  readonly median?: number;
  readonly p99?: number;
  readonly most?: number;
  /** Of numbers. */
  readonly sum?: number;
}

export interface ColumnsAsked {
  readonly columns: readonly string[];
  /** How many to show. */
  readonly most: number;
}

export interface FrequentValue {
  /** One cell a column asked, as written; null where there is nothing. */
  readonly cells: readonly (string | null)[];
  readonly rows: number;
}

export interface Duplicates {
  /** Keys that stand in more than one row. */
  readonly keys: number;
  /** Rows with such a key. */
  readonly rows: number;
  readonly examples: readonly { readonly cells: readonly string[]; readonly rows: number[] }[];
}

export interface FoundRows {
  readonly count: number;
  readonly examples: readonly FoundRow[];
}

export interface FoundRow {
  readonly row: number;
  /** The cells the condition looked at, as written. */
  readonly cells: readonly { readonly column: string; readonly value: string | null }[];
}

export interface TotalsRequest {
  readonly amounts: readonly NumberRequest[];
  readonly by: readonly TextRequest[];
  /** More groups than this are an issue, never a cut list. */
  readonly mostGroups: number;
}

export interface GroupTotal {
  readonly by: readonly (string | null)[];
  readonly rows: number;
  /** One an amount, over the cells that fit. */
  readonly sums: readonly number[];
  /** One an amount: cells that hold nothing or do not fit, which are in no sum. */
  readonly unread: readonly number[];
}
