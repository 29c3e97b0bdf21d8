import { open, rm, stat, symlink } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import {
  columnSummary,
  duplicateKeys,
  frequentValues,
  groupTotals,
} from './database/aggregates.js';
import { findRows } from './database/find-rows.js';
import { type LoadedRows, loadCsv } from './database/load-csv.js';
import { loadJsonLines } from './database/load-json-lines.js';
import { loadParquet } from './database/load-parquet.js';
import {
  type Database,
  type DatabaseLimits,
  DEFAULT_LIMITS,
  openDatabase,
} from './database/open-database.js';
import { readRows } from './database/read-rows.js';
import { rowTexts } from './database/row-texts.js';
import { LARGEST_REFUSED_SHARE, scanRows } from './database/scan-rows.js';
import type { StoredTape } from './database/stored-tape.js';
import { withinMemory } from './database/within-memory.js';
import { type PrivateFolder, privateFolder } from './private-folder.js';
import { refusedCellIssue } from './refused-cell.js';
import { exceltsWorkbook } from './sheet/excelts-workbook.js';
import { writeSheet } from './sheet/write-sheet.js';
import { TAPE_FORMATS, type Tape, type TapeFormat } from './tape.js';
import { copyText, type TextOptions } from './text/copy-text.js';

export interface TapeRequest extends TextOptions {
  readonly file: string;
  /** By the ending of the file's name when absent: csv, txt, tsv, parquet, xlsx, jsonl, ndjson. */
  readonly format?: TapeFormat;
  /** Of a workbook: the sheet; needed when more than one has cells. */
  readonly sheet?: string;
  /** Share of the rows above which the load is refused; LARGEST_REFUSED_SHARE when absent. */
  readonly mostRefusedShare?: number;
  readonly limits?: DatabaseLimits;
  /** Folder in which the private folder is made; the system's own for such when absent. */
  readonly temporaryFolder?: string;
}

/**
 * Opens a bank's own file (rules TAPE-1 to TAPE-13): its rows are copied into a private folder and
 * every later call reads that copy. Issues name file, row and column; whatever goes wrong, nothing
 * is left behind. `close` the tape when it is no longer needed.
 */
export async function openTape(request: TapeRequest): Promise<Result<Tape>> {
  const fileName = basename(request.file);
  const format = request.format ?? formatOf(fileName);
  if (format === undefined) {
    const expected = `a stated format (${TAPE_FORMATS.join(', ')}) or an ending that tells it`;
    return fail(issue('tape.format', fileName, expected, `"${extname(fileName)}"`));
  }
  const readable = await readableFile(request.file, fileName);
  if (!readable.ok) return readable;
  let folder: PrivateFolder | undefined;
  try {
    folder = await privateFolder(request.temporaryFolder);
    const opened = await load(request, { fileName, format, folder });
    if (!opened.ok) await folder.remove();
    return opened;
  } catch (error) {
    await folder?.remove();
    const code = systemCode(error);
    if (code === '') throw error;
    return fail(issue('tape.copy', fileName, 'a folder and room for a private copy', code));
  }
}

const ENDINGS: Readonly<Record<string, TapeFormat>> = {
  ...{ '.csv': 'csv', '.txt': 'csv', '.tsv': 'csv', '.parquet': 'parquet', '.xlsx': 'xlsx' },
  ...{ '.jsonl': 'jsonl', '.ndjson': 'jsonl' },
};

function formatOf(fileName: string): TapeFormat | undefined {
  return ENDINGS[extname(fileName).toLowerCase()];
}

async function readableFile(file: string, fileName: string): Promise<Result<void>> {
  const refused = (expected: string, got: string) => {
    return fail(issue('tape.file', fileName, expected, got));
  };
  try {
    const found = await stat(file);
    if (!found.isFile()) return refused('a file', found.isDirectory() ? 'a folder' : 'no file');
    if (found.size === 0) return refused('a file with rows', 'an empty file');
    await (await open(file, 'r')).close();
    return ok(undefined);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return refused('a file', 'nothing there');
    if (code === 'EACCES') return refused('a file that may be read', 'no permission');
    return refused('a file that can be read', code === '' ? String(error) : code);
  }
}

/** What the system calls an error, such as ENOSPC; empty when it is none of its. */
function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : '';
}

interface Loading {
  readonly fileName: string;
  readonly format: TapeFormat;
  readonly folder: PrivateFolder;
}

async function load(request: TapeRequest, loading: Loading): Promise<Result<Tape>> {
  const { fileName, format, folder } = loading;
  const limits = request.limits ?? DEFAULT_LIMITS;
  const prepared = await prepare(request, loading);
  if (!prepared.ok) return prepared;
  const database = await openDatabase({ folder, limits, files: [folder.path('input')] });
  try {
    const loaded = await prepared.value(database);
    const checked = loaded.ok ? checkRefused(loaded.value, request, fileName) : loaded;
    if (!checked.ok) {
      database.close();
      return checked;
    }
    await rm(folder.path('input'), { force: true });
    return ok(tapeOf({ fileName, folder, database, ...checked.value }, format));
  } catch (error) {
    database.close();
    throw error;
  }
}

type LoadInto = (database: Database) => Promise<Result<LoadedRows>>;

/** Puts the rows of the file into the private folder; gives what then loads them. */
async function prepare(request: TapeRequest, loading: Loading): Promise<Result<LoadInto>> {
  const { fileName, format, folder } = loading;
  const path = folder.path('input');
  if (format === 'parquet') {
    await symlink(resolve(request.file), path);
    return ok((database) => loadParquet(database, { path, fileName }));
  }
  const { encoding, delimiter } = request;
  const options = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
  const copy = { from: request.file, to: path, fileName };
  const copied = await (format === 'xlsx'
    ? writeSheet({ ...copy, sheet: request.sheet, readWorkbook: exceltsWorkbook })
    : copyText({ ...copy, format, options }));
  if (!copied.ok) return copied;
  const clean = { path, fileName, ...copied.value };
  return ok(async (database) => {
    if (format !== 'jsonl') return loadCsv({ ...clean, database });
    const lines = await loadJsonLines({ ...clean, database });
    if (!lines.ok) return lines;
    const refused = [...copied.value.refused, ...lines.value.refused];
    return ok({ ...lines.value, refused: refused.toSorted((a, b) => a.row - b.row) });
  });
}

/** Rows that cannot be cut into cells are held to the threshold before anything is read. */
function checkRefused(
  loaded: LoadedRows,
  { mostRefusedShare = LARGEST_REFUSED_SHARE }: TapeRequest,
  fileName: string,
): Result<LoadedRows> {
  const { refused, rowCount } = loaded;
  const rows = rowCount + refused.length;
  if (rows === 0) return fail(issue('tape.empty', fileName, 'at least one row', 'none'));
  if (refused.length <= mostRefusedShare * rows) return ok(loaded);
  const share = `${(100 * mostRefusedShare).toFixed(2)}%`;
  const expected = `at most ${share} of the rows that cannot be cut into cells`;
  const got = `${refused.length} of ${rows}`;
  const shown = refused.slice(0, 20).map((cell) => refusedCellIssue(fileName, cell));
  return fail(issue('tape.refused', fileName, expected, got), ...shown);
}

function tapeOf(stored: StoredTape, format: TapeFormat): Tape {
  const { fileName, columns, rowCount, refused } = stored;
  const within = <T>(work: () => Promise<Result<T>>) => withinMemory(fileName, work);
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    stored.database.close();
    await stored.folder.remove();
  };
  return {
    ...{ fileName, format, rowCount, refused },
    columns: columns.map(({ name, type }) => ({ name, type })),
    read: (asked, options = {}) => within(() => readRows(stored, asked, options)),
    scan: (asked, visit, options = {}) =>
      within(() => scanRows(stored, { columns: asked, visit, options, keepsNames: false })),
    summary: (asked) => within(() => columnSummary(stored, asked)),
    frequent: (asked) => within(() => frequentValues(stored, asked)),
    duplicates: (asked) => within(() => duplicateKeys(stored, asked)),
    find: (where, most) => within(() => findRows(stored, where, most)),
    totals: (asked) => within(() => groupTotals(stored, asked)),
    rowTexts: (rows) => within(async () => ok(await rowTexts(stored, rows))),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
