import { fail, floatAt, type Issue, issue, itemAt, ok, type Result } from '@almfes/engine';
import type { DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import type { ColumnRequest } from '../column-request.js';
import { type RefusedCell, refusedCellIssue } from '../refused-cell.js';
import type { ReadOptions, ScanTotals, TapeRows } from '../tape.js';
import { type CellSql, cellSql, cellsFrom } from './cell-sql.js';
import { chunkFloats, chunkItems, chunkText } from './chunk-items.js';
import { codedTexts } from './coded-texts.js';
import { type ColumnFiller, columnFiller } from './column-filler.js';
import type { StoredTape } from './stored-tape.js';

/** Share of the rows, and of the balance, above which a load is refused (rule TAPE-12). */
export const LARGEST_REFUSED_SHARE = 0.01;

/** Rows of one piece of a scan. */
const PIECE_ROWS = 1 << 17;
const MASK_BITS = 30;
const SHOWN_ISSUES = 20;

/** What a scan works with, and the piece in hand. */
interface Scan {
  readonly tape: StoredTape;
  readonly cells: readonly CellSql[];
  readonly fillers: readonly ColumnFiller[];
  readonly without: ReadonlySet<number>;
  readonly mostRefusedShare: number;
  /** Index of the balance among the columns; -1 when none is stated. */
  readonly balance: number;
  readonly places: Int32Array;
  /** Of each place of the piece: 1 when a cell is refused. */
  readonly isRefused: Uint8Array;
  readonly balances: Float64Array;
  readonly totals: Totals;
  /** The first reasons of the whole scan, for the issue that refuses the load. */
  readonly firstRefused: RefusedCell[];
}

interface Totals {
  readRows: number;
  refusedRows: number;
  withoutRows: number;
  readBalance: number;
  refusedBalance: number;
}

interface RefusedPlace {
  readonly place: number;
  readonly cell: number;
  readonly text: string;
}

export interface ScanRequest {
  readonly columns: readonly ColumnRequest[];
  readonly visit: (rows: TapeRows) => void | Promise<void>;
  readonly options: ReadOptions;
  /** Pieces share the names of their texts: for a reader that joins them. */
  readonly keepsNames: boolean;
}

/** Streams the rows of a tape as typed columns, piece by piece (rules TAPE-7 to TAPE-12). */
export async function scanRows(
  tape: StoredTape,
  { columns, visit, options, keepsNames }: ScanRequest,
): Promise<Result<ScanTotals>> {
  const cells = cellsOf(tape, columns);
  if (!cells.ok) return cells;
  const balance = balanceColumn(tape, columns, options.balance);
  if (!balance.ok) return balance;
  const scan = await newScan(tape, cells.value, { balance: balance.value, options, keepsNames });
  const rowsOfFile = tape.rowCount + tape.refused.length;
  for await (const { answer, ...window } of answersOf(scan)) {
    const piece = pieceOf(scan, { ...window, refused: await fillPiece(scan, window, answer) });
    if (scan.totals.refusedRows > scan.mostRefusedShare * rowsOfFile) {
      return fail(...refusedLoad(scan, window.first + window.rows));
    }
    await visit(piece);
  }
  if (refusedShare(scan) > scan.mostRefusedShare) {
    return fail(...refusedLoad(scan, tape.rowCount));
  }
  return ok(totalsOf(scan));
}

/** The requests against the columns of the tape, or an issue for each that cannot be met. */
export function cellsOf(
  tape: StoredTape,
  columns: readonly ColumnRequest[],
): Result<readonly CellSql[]> {
  const cells: CellSql[] = [];
  const issues: Issue[] = [];
  for (const [index, request] of columns.entries()) {
    const cell = cellSql(request, { ...tape, index });
    if (cell.ok) cells.push(cell.value);
    else issues.push(...cell.issues);
  }
  if (cells.length === 0 && issues.length === 0) {
    issues.push(issue('tape.columns', tape.fileName, 'at least one column', 'none'));
  }
  return issues.length > 0 ? fail(...issues) : ok(cells);
}

function balanceColumn(
  { fileName }: StoredTape,
  columns: readonly ColumnRequest[],
  name: string | undefined,
): Result<number> {
  if (name === undefined) return ok(-1);
  const found = columns.findIndex((column) => column.as === 'number' && column.name === name);
  if (found >= 0) return ok(found);
  const expected = 'one of the numbers that are read';
  return fail(issue('tape.balance', fileName, expected, JSON.stringify(name)));
}

interface ScanTerms extends Pick<ScanRequest, 'options' | 'keepsNames'> {
  readonly balance: number;
}

async function newScan(
  tape: StoredTape,
  cells: readonly CellSql[],
  { balance, options, keepsNames }: ScanTerms,
): Promise<Scan> {
  const capacity = Math.min(PIECE_ROWS, tape.rowCount);
  const fillers: ColumnFiller[] = [];
  for (const cell of cells) {
    const coded = cell.request.as === 'text' ? await codedTexts(tape.database, cell) : undefined;
    fillers.push(columnFiller(cell, { capacity, keepsNames }, coded));
  }
  const { mostRefusedShare = LARGEST_REFUSED_SHARE, without = new Set() } = options;
  const refusedRows = tape.refused.length;
  return {
    ...{ tape, cells, fillers, without, balance, mostRefusedShare },
    places: new Int32Array(capacity),
    isRefused: new Uint8Array(capacity),
    balances: new Float64Array(balance < 0 ? 0 : capacity),
    totals: {
      ...{ readRows: 0, refusedRows, withoutRows: 0 },
      ...{ readBalance: 0, refusedBalance: 0 },
    },
    firstRefused: tape.refused.slice(0, SHOWN_ISSUES),
  };
}

interface Window {
  readonly first: number;
  readonly rows: number;
}

/** Stored row, masks of the refused cells, the values, and the refused cells as written. */
function pieceQuery({ cells, fillers }: Scan, { first, rows }: Window): string {
  const masks: string[] = [];
  for (let start = 0; start < cells.length; start += MASK_BITS) {
    const bits = cells
      .slice(start, start + MASK_BITS)
      .map(({ refused }, bit) => `case when ${refused} then ${1 << bit} else 0 end`);
    masks.push(`cast(${bits.join(' + ')} as integer)`);
  }
  const values = fillers.map(({ query }) => query);
  const texts = cells.map(({ refused, text }) => {
    return `case when ${refused} then coalesce(${text}, '') else '' end`;
  });
  const window = `tape where rowid >= ${first} and rowid < ${first + rows}`;
  return `select ${[`cast(stored - ${first} as integer)`, ...masks, ...values, ...texts].join(', ')}
    from ${cellsFrom(cells, window)}`;
}

interface Answer extends Window {
  readonly answer: DuckDBResult;
}

/** Piece after piece: the reader makes one on its own threads while the last is looked at. */
async function* answersOf(scan: Scan): AsyncGenerator<Answer> {
  const windows = windowsOf(scan.tape.rowCount);
  const ask = async (at: number): Promise<Answer | undefined> => {
    const window = windows[at];
    if (window === undefined) return undefined;
    return { ...window, answer: await scan.tape.database.answer(pieceQuery(scan, window)) };
  };
  let next = ask(0);
  try {
    for (let at = 1; at <= windows.length; at += 1) {
      const answer = await next;
      next = ask(at);
      // Whoever takes the next piece is told what went wrong with it, not the whole process.
      next.catch(() => undefined);
      if (answer !== undefined) yield answer;
    }
  } finally {
    await next.catch(() => undefined);
  }
}

function windowsOf(rowCount: number): readonly Window[] {
  return Array.from({ length: Math.ceil(rowCount / PIECE_ROWS) }, (_, piece) => {
    const first = piece * PIECE_ROWS;
    return { first, rows: Math.min(PIECE_ROWS, rowCount - first) };
  });
}

/** Fills one piece; chunks may come in any order, since each row carries its place. */
async function fillPiece(
  scan: Scan,
  window: Window,
  answer: DuckDBResult,
): Promise<readonly RefusedPlace[]> {
  const refused: RefusedPlace[] = [];
  scan.isRefused.fill(0);
  let seen = 0;
  for (;;) {
    const chunk = await answer.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    seen += chunk.rowCount;
    takeChunk(scan, chunk, refused);
  }
  if (seen !== window.rows) throw new Error(`the reader gave ${seen} of ${window.rows} rows`);
  return refused.toSorted((a, b) => a.place - b.place || a.cell - b.cell);
}

function takeChunk(scan: Scan, chunk: DuckDBDataChunk, refused: RefusedPlace[]): void {
  const { cells, fillers, places, balances } = scan;
  const rows = chunk.rowCount;
  const masks = Math.ceil(cells.length / MASK_BITS);
  const items = chunkItems(chunk, 0);
  for (let k = 0; k < rows; k += 1) places[k] = itemAt(items, k);
  for (let mask = 0; mask < masks; mask += 1) {
    const bits = chunkItems(chunk, 1 + mask);
    for (let k = 0; k < rows; k += 1) {
      if (itemAt(bits, k) === 0) continue;
      noteRefused(scan, chunk, { k, mask, bits: itemAt(bits, k), refused });
    }
  }
  fillers.forEach((filler, index) => {
    filler.take(chunk, 1 + masks + index, { places, rows });
  });
  if (scan.balance < 0) return;
  const amounts = chunkFloats(chunk, 1 + masks + scan.balance);
  for (let k = 0; k < rows; k += 1) {
    const amount = floatAt(amounts, k);
    balances[itemAt(places, k)] = Number.isNaN(amount) ? 0 : Math.abs(amount);
  }
}

interface RefusedBits {
  readonly k: number;
  readonly mask: number;
  readonly bits: number;
  readonly refused: RefusedPlace[];
}

function noteRefused(
  { cells, isRefused, places }: Scan,
  chunk: DuckDBDataChunk,
  { k, mask, bits, refused }: RefusedBits,
): void {
  const place = itemAt(places, k);
  const texts = 1 + Math.ceil(cells.length / MASK_BITS) + cells.length;
  isRefused[place] = 1;
  for (let bit = 0; bit < MASK_BITS; bit += 1) {
    if ((bits & (1 << bit)) === 0) continue;
    const cell = MASK_BITS * mask + bit;
    refused.push({ place, cell, text: chunkText(chunk, texts + cell, k) });
  }
}

/** The filled piece in the order of the file; counts and sums go into the totals in that order. */
function pieceOf(
  scan: Scan,
  { first, rows, refused }: Window & { readonly refused: readonly RefusedPlace[] },
): TapeRows {
  const { tape, without, isRefused, totals, fillers } = scan;
  const kept = new Uint32Array(rows);
  const row = new Float64Array(rows);
  let keptRows = 0;
  for (let place = 0; place < rows; place += 1) {
    const rowOfFile = tape.numbers.rowOfFile(first + place);
    const balance = scan.balance < 0 ? 0 : floatAt(scan.balances, place);
    if (without.has(rowOfFile)) totals.withoutRows += 1;
    else if (isRefused[place] === 1) {
      totals.refusedRows += 1;
      totals.refusedBalance += balance;
    } else {
      totals.readBalance += balance;
      kept[keptRows] = place;
      row[keptRows] = rowOfFile;
      keptRows += 1;
    }
  }
  totals.readRows += keptRows;
  const columns = fillers.map((filler) => filler.give(kept.subarray(0, keptRows)));
  const reasons = refused
    .map((one) => reasonOf(scan, one, tape.numbers.rowOfFile(first + one.place)))
    .filter((reason) => !without.has(reason.row));
  scan.firstRefused.push(...reasons.slice(0, SHOWN_ISSUES - scan.firstRefused.length));
  return { rowCount: keptRows, row: row.slice(0, keptRows), columns, refused: reasons };
}

function reasonOf({ cells }: Scan, { cell, text }: RefusedPlace, row: number): RefusedCell {
  const { request, expected } = itemAt(cells, cell);
  const got = text === '' ? 'nothing' : shown(text);
  return { row, column: request.name, code: 'tape.cell', expected, got };
}

function shown(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 60)}…" (${text.length} long)` : `"${text}"`;
}

/** The greater of the shares of rows and of balance. */
function refusedShare({ tape, totals }: Scan): number {
  const rows = tape.rowCount + tape.refused.length;
  const balance = totals.readBalance + totals.refusedBalance;
  const ofRows = rows === 0 ? 0 : totals.refusedRows / rows;
  return Math.max(ofRows, balance === 0 ? 0 : totals.refusedBalance / balance);
}

function refusedLoad(
  { tape, totals, mostRefusedShare, firstRefused, balance }: Scan,
  seenRows: number,
): readonly [Issue, ...Issue[]] {
  const share = `${(100 * mostRefusedShare).toFixed(2)}%`;
  const expected = `at most ${share} of the rows and of the balance that do not fit`;
  const ofBalance =
    balance < 0
      ? ''
      : `, ${totals.refusedBalance} of ${totals.readBalance + totals.refusedBalance} of balance`;
  const rows = seenRows + tape.refused.length;
  const got = `${totals.refusedRows} of the first ${rows} rows${ofBalance}`;
  return [
    issue('tape.refused', tape.fileName, expected, got),
    ...firstRefused.map((cell) => refusedCellIssue(tape.fileName, cell)),
  ];
}

function totalsOf({ totals, balance }: Scan): ScanTotals {
  const { readRows, refusedRows, withoutRows, readBalance, refusedBalance } = totals;
  const counts = { readRows, refusedRows, withoutRows };
  return balance < 0 ? counts : { ...counts, readBalance, refusedBalance };
}
