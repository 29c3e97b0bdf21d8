import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';

/** A row of a CSV file and where it stands: rows are counted from 1, the header is row 1. */
export interface CsvRow {
  readonly row: number;
  /** One cell a column, without the blanks around it. */
  readonly cells: readonly string[];
}

const MOST_ROWS = 10_000;

/**
 * The rows below a header of exactly the given columns, in their order (rule EST-14). Cells are
 * plain: no quotes. Empty lines at the end are allowed. Issues: `csv.header`, `csv.cells`,
 * `csv.quote`, `csv.empty`, `csv.too-long`, each with its row.
 */
export function csvTable(text: string, columns: readonly string[]): Result<readonly CsvRow[]> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const header = (lines[0] ?? '').trim();
  if (header !== columns.join(',')) {
    return fail(issue('csv.header', 'row 1', columns.join(','), header));
  }
  if (lines.length < 2) return fail(issue('csv.empty', 'row 2', 'at least one row', 'none'));
  if (lines.length > MOST_ROWS) {
    const got = `${lines.length} rows`;
    return fail(issue('csv.too-long', 'file', `at most ${MOST_ROWS} rows`, got));
  }
  const rows = lines.slice(1).map((line, index): CsvRow => {
    return { row: index + 2, cells: line.split(',').map((cell) => cell.trim()) };
  });
  const issues = rows.flatMap((row) => rowIssues(row, columns.length));
  return issues.length > 0 ? fail(...issues) : ok(rows);
}

function rowIssues({ row, cells }: CsvRow, width: number): readonly Issue[] {
  const place = `row ${row}`;
  if (cells.some((cell) => cell.includes('"'))) {
    return [issue('csv.quote', place, 'plain cells without quotes', 'a quote')];
  }
  if (cells.length === width) return [];
  return [issue('csv.cells', place, `${width} cells`, String(cells.length))];
}

/** The place of a cell, for issues. */
export function cellPlace(row: number, column: string): string {
  return `row ${row}, column ${column}`;
}

const DECIMAL = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;

export interface CellLimits {
  readonly min: number;
  readonly max: number;
  /** What a good cell holds, in words. */
  readonly expected: string;
}

/** A number within limits, or `csv.number` at the cell. */
export function numberCell(cell: string, place: string, limits: CellLimits): Result<number> {
  const value = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
  if (value >= limits.min && value <= limits.max) return ok(value);
  return fail(issue('csv.number', place, limits.expected, cell === '' ? 'nothing' : cell));
}
