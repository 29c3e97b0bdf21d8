import type { Numerals } from '../mapping/index.js';
import type { StoredType } from '../tape.js';

/** What one column of a tape holds (rule TAPE-27). */
export interface ColumnProfile {
  readonly name: string;
  readonly stored: StoredType;
  readonly rows: number;
  /** Cells that hold nothing. */
  readonly absent: number;
  /** Different cells among those that fit. */
  readonly distinct: number;
  /** As what the cells can be read; text when neither numbers nor dates fit nine in ten. */
  readonly reads: 'text' | 'number' | 'date';
  /** Filled cells that cannot be read so. */
  readonly unfit: number;
  /** Of numbers: how they are written. */
  readonly numerals?: Numerals;
  /** Of dates: every pattern that fits equally well; more than one when the days are few. */
  readonly patterns?: readonly string[];
  /** Of numbers as written, of dates in days since 1970-01-01; absent when no cell fits. */
  readonly range?: ProfileRange;
  /** The most frequent cells, most frequent first. */
  readonly examples: readonly CellCount[];
}

export interface ProfileRange {
  readonly least: number;
  /** A hundredth of the cells lie below; likewise above p99. */
  readonly p01: number;
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

export interface CellCount {
  readonly cell: string;
  readonly rows: number;
}

export interface TapeProfile {
  readonly fileName: string;
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}
