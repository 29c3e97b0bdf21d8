interface OfRows {
  readonly name: string;
  /** 1 where the cell holds something, else 0. */
  readonly present: Uint8Array;
}

export interface NumberColumn extends OfRows {
  readonly as: 'number';
  /** Scaled; NaN where the cell holds nothing. */
  readonly values: Float64Array;
}

export interface TextColumn extends OfRows {
  readonly as: 'text';
  /** Index into `names`; 0 where the cell holds nothing: see `present`. */
  readonly codes: Uint32Array;
  /** Each different cell once, without the blanks around it, in order of first appearance. */
  readonly names: readonly string[];
}

export interface DateColumn extends OfRows {
  readonly as: 'date';
  /** Whole days since 1970-01-01; 0 where the cell holds nothing: see `present`. */
  readonly days: Int32Array;
}

export interface BooleanColumn extends OfRows {
  readonly as: 'boolean';
  /** 1 yes, 0 no; 0 where the cell holds nothing: see `present`. */
  readonly flags: Uint8Array;
}

/** A column of the rows that were read, in typed arrays. */
export type ReadColumn = NumberColumn | TextColumn | DateColumn | BooleanColumn;
