import { type Issue, issue } from '@almfes/engine';

/** Why a row is quarantined: what stands there and what should. */
export interface RefusedCell {
  /** Number in the file: see Tape. */
  readonly row: number;
  /** Empty when the row as a whole is at fault. */
  readonly column: string;
  readonly code: string;
  readonly expected: string;
  readonly got: string;
  /** The row as it stands in the file, where it could not be cut into cells. */
  readonly rawText?: string;
}

/** The same as an Issue with file, row, column, value and expectation. */
export function refusedCellIssue(fileName: string, cell: RefusedCell): Issue {
  return issue(cell.code, cellPath(fileName, cell), cell.expected, cell.got);
}

/** Where a cell stands, for issues: `loans.csv row 12 column "Rate"`. */
export function cellPath(
  fileName: string,
  { row, column }: { readonly row: number; readonly column: string },
): string {
  const place = `${fileName} row ${row}`;
  return column === '' ? place : `${place} column ${JSON.stringify(column)}`;
}
