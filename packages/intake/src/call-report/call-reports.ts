import type { Issue } from '@almfes/engine';
import type { FieldName } from './field/fields.js';

/** The form a bank files: 031 with foreign offices, 041 without, 051 the short one. */
export type CallReportForm = '031' | '041' | '051';

/** A filer, as the list of institutions (POR) of the quarter names it. */
export interface Institution {
  /** The Federal Reserve's identifier, the key of every schedule. */
  readonly idrssd: number;
  readonly name: string;
  readonly city: string;
  readonly state: string;
  readonly form: CallReportForm;
  /** ISO date on which the report in the zip was submitted; absent: the file does not say. */
  readonly submittedOn?: string;
}

/** A filer whose report cannot be used, and why. */
export interface RefusedReport {
  readonly idrssd: number;
  readonly name: string;
  readonly issues: readonly Issue[];
}

/** All Call Reports of one quarter, in columns. */
export interface CallReports {
  /** Last day of the quarter, YYYY-MM-DD. */
  readonly quarterEnd: string;
  readonly fileName: string;
  /** Ascending IDRSSD; row i of every column is institutions[i]. */
  readonly institutions: readonly Institution[];
  /** USD million, a ratio as decimal, a count or an election as filed; NaN: not reported. */
  readonly columns: Readonly<Record<FieldName, Float64Array>>;
  /** Place in the field's list of codes of the code that was read; NOT_REPORTED where none was. */
  readonly codePlaces: Readonly<Record<FieldName, Uint8Array>>;
  /** Schedules of the dictionary that are not in the zip, or the parts that are not. */
  readonly missingSchedules: readonly string[];
  readonly refused: readonly RefusedReport[];
}

/** The code place of a field that a bank does not report. */
export const NOT_REPORTED = 255;

/** One bank's Call Report. */
export interface CallReport {
  readonly institution: Institution;
  readonly quarterEnd: string;
  readonly fileName: string;
  /** USD million, a ratio as decimal, a count or an election as filed; undefined: not reported. */
  readonly amount: (name: FieldName) => number | undefined;
  /** The MDRM code that was read, such as RCON2170; undefined when not reported. */
  readonly codeOf: (name: FieldName) => string | undefined;
}
