import { fail, type Issue, issue, itemAt, ok, type Result } from '@almfes/engine';
import { strFromU8 } from 'fflate';

/** A schedule as text: tab-separated, row 1 the MDRM codes, one row a bank below. */
export interface ScheduleText {
  readonly bytes: Uint8Array;
  /** The zip and the file in it, for issues. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly keyColumn: number;
  /** Where the second line begins. */
  readonly start: number;
}

/** One row: its number in the file, its bank, and where its cells stand. */
export interface ScheduleRow {
  /** Lines are counted from 1, the codes are line 1. */
  readonly line: number;
  readonly idrssd: number;
  /** Cell i is bytes[bounds[2 i], bounds[2 i + 1]). */
  readonly bounds: Int32Array;
}

const TAB = 9;
const NEW_LINE = 10;
const CARRIAGE_RETURN = 13;
const KEY = 'IDRSSD';
const MOST_COLUMNS = 2000;
/** An item of free text may break over lines; no real one breaks over more. */
const MOST_LINES_OF_A_ROW = 200;

/** The header. Issues: `call-report.encoding`, `call-report.key` without the column IDRSSD. */
export function parseScheduleHeader(bytes: Uint8Array, path: string): Result<ScheduleText> {
  const encoding = encodingIssue(bytes, path);
  if (encoding !== undefined) return fail(encoding);
  const mark = hasMark(bytes) ? 3 : 0;
  const end = lineEnd(bytes, mark);
  const header = strFromU8(bytes.subarray(mark, end)).replace(/\r$/, '');
  const columns = header.split('\t').map((cell) => cell.replaceAll('"', '').trim());
  const keyColumn = columns.indexOf(KEY);
  if (keyColumn < 0 || columns.length > MOST_COLUMNS) {
    const expected = `a header of at most ${MOST_COLUMNS} codes with the key column ${KEY}`;
    const got = columns.slice(0, 3).join(', ');
    return fail(issue('call-report.key', `${path} row 1`, expected, `${columns.length}: ${got}`));
  }
  return ok({ bytes, path, columns, keyColumn, start: end + 1 });
}

/** A file in UTF-16 or with zero bytes is no text that can be read byte by byte. */
function encodingIssue(bytes: Uint8Array, path: string): Issue | undefined {
  const wide = bytes.length > 1 && bytes[0] === 0xff && bytes[1] === 0xfe;
  const wideSwapped = bytes.length > 1 && bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!wide && !wideSwapped && !bytes.subarray(0, 4096).includes(0)) return undefined;
  const got = wide || wideSwapped ? 'UTF-16' : 'zero bytes';
  return issue('call-report.encoding', path, 'text in ASCII or UTF-8', got);
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

interface RowHandlers {
  readonly row: (row: ScheduleRow) => void;
  /** A row of a known bank that has too few or too many cells. */
  readonly ragged: (idrssd: number, issue: Issue) => void;
}

/**
 * Every row of a schedule in order. The row of descriptions, whose key is blank, is passed over.
 * A row with another number of cells than the header is ragged (`call-report.cells`), unless the
 * lines below complete it: free text may hold line breaks. A key that is no number stops the
 * reading with `call-report.key`. The bounds of a row are overwritten by the next.
 */
export function readScheduleRows(text: ScheduleText, handlers: RowHandlers): Result<null> {
  const { bytes, path, columns } = text;
  const bounds = new Int32Array(2 * columns.length);
  let line = 2;
  let at = text.start;
  while (at < bytes.length) {
    const span = rowSpan(text, at, bounds);
    const key = cellText(bytes, bounds, text.keyColumn);
    const described = line === 2 && key === '';
    if (!described && !blank(bytes, at, span.end)) {
      if (!/^\d{1,9}$/.test(key)) return fail(keyIssue(path, line, key));
      const idrssd = Number(key);
      if (span.cells === columns.length) handlers.row({ line, idrssd, bounds });
      else handlers.ragged(idrssd, cellsIssue(text, line, span.cells));
    }
    at = span.end + 1;
    line += span.lines;
  }
  return ok(null);
}

function keyIssue(path: string, line: number, key: string): Issue {
  const place = `${path} row ${line} column ${KEY}`;
  return issue('call-report.key', place, 'an IDRSSD, a whole number', key === '' ? 'nothing' : key);
}

function cellsIssue({ path, columns }: ScheduleText, line: number, cells: number): Issue {
  return issue('call-report.cells', `${path} row ${line}`, `${columns.length} cells`, `${cells}`);
}

interface RowSpan {
  /** The line break that ends the row. */
  readonly end: number;
  readonly cells: number;
  readonly lines: number;
}

/** The row that begins at `at`: its line, and the lines below that complete it. */
function rowSpan(text: ScheduleText, at: number, bounds: Int32Array): RowSpan {
  const { bytes, columns } = text;
  bounds.fill(0);
  bounds[0] = at;
  const first = markCells(bytes, { at, cell: 0 }, bounds);
  let last = first;
  let lines = 1;
  while (last.cells < columns.length && lines < MOST_LINES_OF_A_ROW) {
    if (!continues(bytes, last.end + 1)) break;
    last = markCells(bytes, { at: last.end + 1, cell: last.cells - 1 }, bounds);
    lines += 1;
  }
  return last.cells === columns.length ? { ...last, lines } : { ...first, lines: 1 };
}

/** Marks the cells of one line, the first of which is under way. */
function markCells(
  bytes: Uint8Array,
  from: { readonly at: number; readonly cell: number },
  bounds: Int32Array,
): { readonly end: number; readonly cells: number } {
  let { at, cell } = from;
  while (at < bytes.length) {
    const byte = itemAt(bytes, at);
    if (byte === NEW_LINE) break;
    if (byte === TAB) {
      bounds[2 * cell + 1] = at;
      cell += 1;
      bounds[2 * cell] = at + 1;
    }
    at += 1;
  }
  bounds[2 * cell + 1] = at > 0 && bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
  return { end: at, cells: cell + 1 };
}

/** A line that begins with a number and a tab is a row of its own; any other goes on. */
function continues(bytes: Uint8Array, at: number): boolean {
  if (at >= bytes.length) return false;
  let digits = at;
  while (digits < bytes.length && itemAt(bytes, digits) >= 48 && itemAt(bytes, digits) <= 57) {
    digits += 1;
  }
  return digits === at || bytes[digits] !== TAB;
}

function blank(bytes: Uint8Array, at: number, end: number): boolean {
  return end === at || (end === at + 1 && bytes[at] === CARRIAGE_RETURN);
}

/** The text of a cell, without the blanks around it. */
export function cellText(bytes: Uint8Array, bounds: Int32Array, column: number): string {
  return strFromU8(
    bytes.subarray(itemAt(bounds, 2 * column), itemAt(bounds, 2 * column + 1)),
  ).trim();
}

function lineEnd(bytes: Uint8Array, at: number): number {
  const found = bytes.indexOf(NEW_LINE, at);
  return found < 0 ? bytes.length : found;
}
