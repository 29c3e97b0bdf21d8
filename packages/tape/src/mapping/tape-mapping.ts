import type { TapeKind, TermName } from './term.js';

/** Units in which a column may stand, by type of term (rule TAPE-22). */
export const UNITS = {
  amount: ['USD', 'USD cent', 'USD thousand', 'USD million'],
  rate: ['per cent', 'decimal', 'basis points'],
  months: ['months', 'years'],
  /** A date given as the time left from the valuation date. */
  date: ['months left', 'years left'],
} as const;
export type AmountUnit = (typeof UNITS.amount)[number];
export type RateUnit = (typeof UNITS.rate)[number];
export type MonthsUnit = (typeof UNITS.months)[number];
export type DateUnit = (typeof UNITS.date)[number];
export type Unit = AmountUnit | RateUnit | MonthsUnit | DateUnit;

/** How numbers are written, by the number 1234.5; plain where a mapping says nothing. */
export const NUMERALS = ['1234.5', '1,234.5', '1.234,5', '1 234,5', '1234,5'] as const;
export type Numerals = (typeof NUMERALS)[number];

/**
 * Sign of an amount: turned over throughout, or by the codes of another column. A cell of that
 * column outside both lists is an unknown code. Absent: as it stands.
 */
export type Sign = 'reversed' | SignColumn;

export interface SignColumn {
  readonly column: string;
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

/** A value that every row has, in our own unit: USD million, decimal, YYYY-MM-DD, months. */
export interface ConstantSource {
  readonly constant: string | number;
}

/** A column of the tape and how its cells are read. */
export interface ColumnSource {
  readonly column: string;
  readonly unit?: Unit;
  /** Of a date written out: a pattern such as `MM/DD/YYYY` (`date-pattern.ts`). */
  readonly pattern?: string;
  readonly numerals?: Numerals;
  readonly sign?: Sign;
  /** Their code -> our code or text; a cell that is none of them is an unknown code. */
  readonly codes?: Readonly<Record<string, string>>;
  /** What an empty cell stands for, written as the tape would write it. Absent: nothing. */
  readonly whenEmpty?: string;
}

export type TermSource = ConstantSource | ColumnSource;

/** Holds for a row whose cell of the column is, or is not, one of the texts. */
export type KindCondition =
  | { readonly column: string; readonly in: readonly string[] }
  | { readonly column: string; readonly notIn: readonly string[] };

/** How rows of one kind are read. */
export interface RowMapping {
  readonly kind: TapeKind;
  /** All must hold; a row belongs to the first row mapping that fits. Empty: every row. */
  readonly when: readonly KindCondition[];
  /** The amount that is compared with the ledger. */
  readonly balance: TermName;
  readonly terms: Readonly<Partial<Record<TermName, TermSource>>>;
}

/** Rows that are left out on purpose, with the reason; they are counted and shown. */
export interface LeftOut {
  /** All must hold. */
  readonly when: readonly KindCondition[];
  readonly reason: string;
}

/** A load above one of these is refused (rule TAPE-34). */
export interface LoadLimits {
  /** Share of the rows that may be quarantined. */
  readonly quarantinedRows: number;
  /** Share of the balance that may be quarantined, over rows whose balance can be read. */
  readonly quarantinedBalance: number;
}

/** A mapping file (rule TAPE-20): columns of a tape to terms. */
export interface TapeMapping {
  readonly version: typeof MAPPING_VERSION;
  readonly title: string;
  readonly limits: LoadLimits;
  /** Tried before `rows`, the first that fits. */
  readonly leaveOut: readonly LeftOut[];
  readonly rows: readonly RowMapping[];
}

export const MAPPING_VERSION = 1;

/** Every column that a mapping reads, each once, in the order of its first use. */
export function columnsOf(mapping: TapeMapping): readonly string[] {
  const columns = new Set<string>();
  for (const { column } of mapping.leaveOut.flatMap(({ when }) => when)) columns.add(column);
  for (const rows of mapping.rows) {
    for (const { column } of rows.when) columns.add(column);
    for (const source of Object.values(rows.terms)) {
      if ('constant' in source) continue;
      columns.add(source.column);
      if (typeof source.sign === 'object') columns.add(source.sign.column);
    }
  }
  return [...columns];
}
