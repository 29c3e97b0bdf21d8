import { readFile, writeFile } from 'node:fs/promises';
import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import type { RefusedCell } from '../refused-cell.js';
import { rowNumbers } from '../row-number.js';
import type { CopiedText } from '../text/copy-text.js';
import { checkHeader } from '../text/csv-layout.js';
import {
  cellAddress,
  cellText,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type WorkbookReader,
} from './sheet-cell.js';
import { plainZip, zipEntries } from './zip-entries.js';

/** What a workbook may hold unpacked; a larger one takes more memory than a tape should. */
export const MOST_WORKBOOK_BYTES = 64 << 20;

const SHOWN_CELLS = 20;

/** Parts with cells and what they need; no macros, links, pictures, comments or embedded files. */
const KEPT_PARTS = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^xl\/(_rels\/)?workbook\.xml(\.rels)?$/,
  /^xl\/(sharedStrings|styles)\.xml$/,
  /^xl\/worksheets\/[^/]+\.xml$/,
];

export interface SheetRequest {
  readonly from: string;
  readonly to: string;
  readonly fileName: string;
  readonly sheet: string | undefined;
  readonly readWorkbook: WorkbookReader;
  readonly mostBytes?: number;
}

/**
 * Writes the rows of one sheet as clean CSV (rule TAPE-11): the sizes of the archive are checked
 * before and while it is unpacked, and formulas and merged cells are issues that name the cell.
 */
export async function writeSheet(request: SheetRequest): Promise<Result<CopiedText>> {
  const { from, to, fileName, mostBytes = MOST_WORKBOOK_BYTES } = request;
  const entries = zipEntries(await readFile(from), fileName, {
    mostBytes,
    mostEntries: 10_000,
    keep: (name) => KEPT_PARTS.some((part) => part.test(name)),
  });
  if (!entries.ok) return entries;
  const declared = entries.value.find(({ bytes }) => Buffer.from(bytes).includes('<!DOCTYPE'));
  if (declared !== undefined) {
    const path = `${fileName} part ${declared.name}`;
    return fail(issue('tape.workbook', path, 'cells', 'a document type declaration'));
  }
  const sheets = await sheetsOf(plainZip(entries.value), request);
  if (!sheets.ok) return sheets;
  const sheet = chooseSheet(sheets.value, request);
  if (!sheet.ok) return sheet;
  const table = sheetTable(sheet.value, fileName);
  if (!table.ok) return table;
  await writeFile(to, table.value.text, { flag: 'wx', mode: 0o600 });
  return ok(table.value);
}

async function sheetsOf(
  bytes: Uint8Array,
  { fileName, readWorkbook }: SheetRequest,
): Promise<Result<readonly Sheet[]>> {
  try {
    return ok(await readWorkbook(bytes));
  } catch (error) {
    const got = error instanceof Error ? error.message.slice(0, 200) : String(error);
    return fail(issue('tape.workbook', fileName, 'a workbook of sheets', got));
  }
}

function chooseSheet(sheets: readonly Sheet[], { fileName, sheet }: SheetRequest): Result<Sheet> {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const quoted = (list: readonly Sheet[]): string =>
    list.map(({ name }) => JSON.stringify(name)).join(', ');
  if (sheet !== undefined) {
    const found = sheets.find(({ name }) => name === sheet);
    if (found !== undefined && found.rows.length > 0) return ok(found);
    const got = found === undefined ? JSON.stringify(sheet) : 'a sheet without cells';
    return fail(issue('tape.sheet', fileName, `one of the sheets ${quoted(filled)}`, got));
  }
  const [first, ...others] = filled;
  if (first === undefined) {
    return fail(issue('tape.empty', fileName, 'a sheet with cells', 'none'));
  }
  if (others.length === 0) return ok(first);
  return fail(issue('tape.sheet', fileName, 'a stated sheet', `cells in ${quoted(filled)}`));
}

interface SheetTable extends CopiedText {
  readonly text: string;
}

function sheetTable({ name, merged, rows }: Sheet, fileName: string): Result<SheetTable> {
  const path = `${fileName} sheet ${JSON.stringify(name)}`;
  const issues = cellIssues(path, { merged, rows });
  if (issues.length > 0) return fail(...issues);
  const [top, ...below] = rows;
  if (top === undefined) throw new Error('a chosen sheet has rows');
  const columns = headerColumns(top);
  const cells = columns.map((column) => textAt(top, column));
  const header = checkHeader(cells, { fileName: path, row: top.row });
  if (!header.ok) return header;
  const numbers = rowNumbers();
  const refused: RefusedCell[] = [];
  const lines: string[] = [];
  for (const row of below) {
    const outside = [...row.cells.keys()].find((column) => !columns.includes(column));
    if (outside !== undefined) {
      refused.push(outsideCell(row, outside));
      continue;
    }
    numbers.add(lines.length, row.row);
    lines.push(`${columns.map((column) => quoted(textAt(row, column))).join(',')}\n`);
  }
  if (lines.length + refused.length === 0) {
    return fail(issue('tape.empty', path, 'at least one row', 'none'));
  }
  const text = lines.join('');
  return ok({ header: header.value, rows: lines.length, numbers, refused, delimiter: ',', text });
}

/** From the first to the last column of the header row. */
function headerColumns({ cells }: SheetRow): readonly number[] {
  const found = [...cells.keys()];
  const first = Math.min(...found);
  return Array.from({ length: Math.max(...found) - first + 1 }, (_, index) => first + index);
}

function textAt({ cells }: SheetRow, column: number): string {
  const cell = cells.get(column);
  return cell === undefined ? '' : cellText(cell);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function outsideCell(row: SheetRow, column: number): RefusedCell {
  const expected = 'cells in columns of the header alone';
  const got = `a cell in ${cellAddress(row.row, column)}`;
  const rawText = [...row.cells.keys()].map((each) => quoted(textAt(row, each))).join(',');
  return { row: row.row, column: '', code: 'tape.ragged', expected, got, rawText };
}

/** Cells whose value is not in the sheet itself, the first of them by address. */
function cellIssues(path: string, sheet: Pick<Sheet, 'merged' | 'rows'>): Issue[] {
  const found = sheet.merged.map((range) => {
    const expected = 'one value in each cell';
    return issue('tape.merged', `${path} cell ${range}`, expected, `merged cells ${range}`);
  });
  for (const { row, cells } of sheet.rows) {
    for (const [column, cell] of cells) {
      const got = unwritten(cell);
      if (got === undefined) continue;
      const at = `${path} row ${row} cell ${cellAddress(row, column)}`;
      found.push(issue('tape.formula', at, 'a value', got));
    }
  }
  if (found.length <= SHOWN_CELLS) return found;
  const more = `${found.length - SHOWN_CELLS} more such cells`;
  return [...found.slice(0, SHOWN_CELLS), issue('tape.formula', path, 'values in all cells', more)];
}

function unwritten(cell: SheetCell): string | undefined {
  if (cell.is === 'formula') return `the formula =${cell.formula} (last result ${cell.result})`;
  return cell.is === 'error' ? `the error ${cell.error}` : undefined;
}
