interface Asked {
  /** The column's name, exactly as the file has it. */
  readonly name: string;
  /** Cells, without the blanks around them, that hold nothing; the empty cell always does. */
  readonly nothing?: readonly string[];
  /** True when a cell that holds nothing is refused. */
  readonly required?: boolean;
}

export interface TextRequest extends Asked {
  readonly as: 'text';
}

/** A finite number, as decimal digits with or without an exponent. */
export interface NumberRequest extends Asked {
  readonly as: 'number';
  /**
   * What the written number is multiplied by, 1 when absent: 0.01 for per cent, 1e-6 for dollars.
   * A scale of 1/n for whole n divides by n, so that 5.25 per cent is exactly 0.0525.
   */
  readonly scale?: number;
  /** '.' when absent. */
  readonly decimalMark?: '.' | ',';
  /** Between groups of three digits; none when absent. */
  readonly groupMark?: ',' | '.' | ' ' | "'";
  /** A rate: `5.25%` is read as 0.0525 whatever the scale; without it a % sign does not fit. */
  readonly percentSign?: boolean;
  /** `(12)` and `12-` are read as -12. */
  readonly accounting?: boolean;
  /** A currency sign or code that may stand before or after the digits. */
  readonly currency?: string;
}

export interface DateRequest extends Asked {
  readonly as: 'date';
  /** Of dates written out (rule TAPE-23), 'YYYY-MM-DD' when absent; days of a file need none. */
  readonly pattern?: string;
}

export interface BooleanRequest extends Asked {
  readonly as: 'boolean';
  /** Cells that say yes and no, in any case; true, yes, y, 1 and false, no, n, 0 when absent. */
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
}

/** One column as the caller wants to read it. */
export type ColumnRequest = TextRequest | NumberRequest | DateRequest | BooleanRequest;
