import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { fail, issue, ok, type Result } from '@almfes/engine';
import type { RefusedCell } from '../refused-cell.js';
import { type RowNumbers, rowNumbers } from '../row-number.js';
import { checkHeader, newRecord, recordCells } from './csv-layout.js';
import { type CutRecord, cutRecord } from './cut-record.js';
import { type Encoding, toUtf8 } from './encoding.js';

const CHUNK_BYTES = 4 << 20;
/** A row longer than this is refused: no contract has a million characters. */
export const MOST_RECORD_BYTES = 1 << 20;
/** Raw text that is kept of a refused row, and of all together. */
const MOST_RAW_CHARACTERS = 10_000;
const MOST_REFUSED_BYTES = 64 << 20;
/** Each is looked for through the megabytes that follow. */
const MOST_UNCLOSED_QUOTES = 1000;

export interface CopyRequest {
  readonly from: string;
  readonly to: string;
  readonly fileName: string;
  readonly encoding: Encoding;
  readonly markBytes: number;
  /** Undefined: JSON Lines, a line is one cell without quotes, and there is no header. */
  readonly delimiter: string | undefined;
}

export interface CopiedRecords {
  /** Names of the columns; empty for JSON Lines. */
  readonly header: readonly string[];
  readonly rows: number;
  readonly numbers: RowNumbers;
  readonly refused: readonly RefusedCell[];
}

interface Copying extends CopyRequest {
  header: readonly string[] | undefined;
  line: number;
  rows: number;
  refusedBytes: number;
  unclosedQuotes: number;
  readonly numbers: RowNumbers;
  readonly refused: RefusedCell[];
  /** Inside a row that is too long: bytes are passed over up to the next line end. */
  skipping: boolean;
  readonly record: CutRecord;
}

/**
 * Copies a text file into one that has nothing but good rows: UTF-8, no mark, no header, no empty
 * lines, one line feed after each row (rules TAPE-3 to TAPE-6). The others come back with their
 * line and text. Issues end the copying: a wrong encoding, a header that names nothing.
 */
export async function copyRecords(request: CopyRequest): Promise<Result<CopiedRecords>> {
  const state: Copying = {
    ...request,
    header: request.delimiter === undefined ? [] : undefined,
    ...{ line: 1, rows: 0, refusedBytes: 0, unclosedQuotes: 0, skipping: false },
    ...{ numbers: rowNumbers(), refused: [], record: newRecord() },
  };
  const from = await open(request.from, 'r');
  try {
    const to = await open(request.to, 'wx', 0o600);
    try {
      const copied = await copyChunks(state, from, to);
      if (!copied.ok) return copied;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
  const { header, rows, numbers, refused } = state;
  if (header === undefined) {
    return fail(issue('tape.empty', request.fileName, 'a header and rows', 'an empty file'));
  }
  return ok({ header, rows, numbers, refused });
}

async function copyChunks(state: Copying, from: FileHandle, to: FileHandle) {
  const decoder = toUtf8(state.encoding);
  const input = Buffer.allocUnsafe(CHUNK_BYTES);
  let carry: Uint8Array = new Uint8Array(0);
  let position = state.markBytes;
  for (let isLast = false; !isLast; ) {
    const { bytesRead } = await from.read(input, 0, CHUNK_BYTES, position);
    position += bytesRead;
    isLast = bytesRead === 0;
    const text = decoder.push(input.subarray(0, bytesRead), isLast);
    if (text === undefined) {
      const { expected, got } = decoder.problem();
      return fail(issue('tape.encoding', state.fileName, expected, got));
    }
    // One byte more than the text: the last row may lack its line end.
    const bytes = Buffer.allocUnsafe(carry.length + text.length + 1);
    bytes.set(carry, 0);
    bytes.set(text, carry.length);
    const filled = bytes.subarray(0, carry.length + text.length);
    const wrong = wrongUtf8(filled, state, isLast);
    if (wrong !== undefined) return wrong;
    const cut = cutChunk(state, { bytes, filled, isLast });
    if (!cut.ok) return cut;
    await writeAll(to, bytes.subarray(0, cut.value.written));
    carry = filled.slice(cut.value.next);
  }
  return ok(undefined);
}

async function writeAll(to: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    at += (await to.write(bytes, at, bytes.length - at)).bytesWritten;
  }
}

/** Whole lines must be UTF-8: a character never spans a line end. */
function wrongUtf8(filled: Uint8Array, state: Copying, isLast: boolean) {
  const end = isLast ? filled.length : filled.lastIndexOf(10) + 1;
  if (isUtf8(filled.subarray(0, end))) return undefined;
  let { line } = state;
  for (let at = 0; at < end; line += 1) {
    const lineEnd = filled.indexOf(10, at);
    const next = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
    const bytes = filled.subarray(at, next);
    if (!isUtf8(bytes)) return fail(wrongBytes(bytes, line, state.fileName));
    at = next;
  }
  throw new Error('bytes that are not UTF-8 stand in no line');
}

function wrongBytes(bytes: Uint8Array, line: number, fileName: string) {
  const text = Buffer.from(bytes).toString('utf8');
  const first = Buffer.byteLength(text.slice(0, text.indexOf('\uFFFD')), 'utf8');
  const got = `the byte 0x${(bytes[first] ?? 0).toString(16)} at byte ${first + 1} of the line`;
  const expected = 'UTF-8; state the encoding when it is latin-1 or windows-1252';
  return issue('tape.encoding', `${fileName} row ${line}`, expected, got);
}

interface Chunk {
  readonly bytes: Buffer;
  readonly filled: Uint8Array;
  readonly isLast: boolean;
}

interface CutChunk {
  readonly written: number;
  /** Where the first record begins that is not yet whole. */
  readonly next: number;
}

/** Cuts the records of a chunk and moves the good ones to its front, each with a line feed. */
function cutChunk(state: Copying, { bytes, filled, isLast }: Chunk): Result<CutChunk> {
  const { record } = state;
  const terms = { delimiter: state.delimiter?.charCodeAt(0) ?? -1, isLast };
  let at = state.skipping ? skipLine(state, filled) : 0;
  let written = 0;
  while (at < filled.length) {
    cutRecord(filled, at, terms, record);
    const { next } = record;
    const isUnclosed = record.problem === 'a quote that is not closed';
    if (next < 0 || isUnclosed) {
      if (next < 0 && !isLast && filled.length - at <= MOST_RECORD_BYTES) break;
      if (state.header === undefined) {
        const header = readHeader(state, filled.subarray(at), state.line);
        if (!header.ok) return header;
      }
      if (isUnclosed) state.unclosedQuotes += 1;
      at = refuseFirstLine(state, filled, at, isLast);
    } else {
      const { end } = record;
      const kept = takeRecord(state, filled, at);
      if (!kept.ok) return kept;
      if (kept.value) {
        if (written !== at) bytes.copyWithin(written, at, end);
        written += end - at;
        bytes[written] = 10;
        written += 1;
      }
      at = record.next;
    }
    const problem = tooManyRefused(state);
    if (problem !== undefined) return fail(problem);
  }
  return ok({ written, next: at });
}

function tooManyRefused({ fileName, refused, refusedBytes, unclosedQuotes }: Copying) {
  const by = `by line ${refused.at(-1)?.row ?? 0}`;
  if (unclosedQuotes > MOST_UNCLOSED_QUOTES) {
    const got = `${unclosedQuotes} quotes that are not closed ${by}`;
    return issue('tape.refused', fileName, 'rows of cells', got);
  }
  if (refusedBytes <= MOST_REFUSED_BYTES) return undefined;
  const got = `${refused.length} rows that cannot be cut ${by}`;
  return issue('tape.refused', fileName, 'rows of cells', got);
}

/** True when the record is a good row; moves the count of lines past it either way. */
function takeRecord(state: Copying, filled: Uint8Array, at: number): Result<boolean> {
  const { record, line } = state;
  state.line += 1 + record.innerLines;
  if (record.end === at) return ok(false);
  if (state.header === undefined) return readHeader(state, filled.subarray(at, record.end), line);
  const problem = problemOf(state, record.end - at);
  if (problem === undefined) {
    state.numbers.add(state.rows, line);
    state.rows += 1;
    return ok(true);
  }
  refuse(state, { ...problem, row: line, raw: filled.subarray(at, record.end) });
  return ok(false);
}

interface Problem {
  readonly code: string;
  readonly expected: string;
  readonly got: string;
}

function problemOf({ record, header, delimiter }: Copying, length: number): Problem | undefined {
  if (record.problem !== undefined) {
    return { code: 'tape.row', expected: 'a row of cells', got: record.problem };
  }
  if (length > MOST_RECORD_BYTES) return tooLong(length);
  const columns = header?.length ?? 0;
  if (delimiter === undefined || record.cells === columns) return undefined;
  return { code: 'tape.ragged', expected: `${columns} cells`, got: `${record.cells} cells` };
}

function tooLong(length: number): Problem {
  const expected = `at most ${MOST_RECORD_BYTES} bytes`;
  return { code: 'tape.row-length', expected, got: `${length} bytes or more` };
}

function readHeader(state: Copying, bytes: Uint8Array, line: number): Result<boolean> {
  const { fileName, record, delimiter = ',' } = state;
  const path = `${fileName} row ${line}`;
  if (record.problem !== undefined || bytes.length > MOST_RECORD_BYTES) {
    const got = record.problem ?? `more than ${MOST_RECORD_BYTES} bytes`;
    return fail(issue('tape.header', path, 'a row of column names', got));
  }
  const cells = recordCells(Buffer.from(bytes).toString('utf8'), delimiter);
  const header = checkHeader(cells, { fileName, row: line });
  if (!header.ok) return header;
  state.header = header.value;
  return ok(false);
}

/**
 * A quote that is not closed, or a row too long to hold, spoils only the line it begins on:
 * cutting goes on at the next line. Returns where.
 */
function refuseFirstLine(state: Copying, filled: Uint8Array, at: number, isLast: boolean): number {
  const found = filled.indexOf(10, at);
  const end = found < 0 ? filled.length : found;
  const problem: Problem =
    state.record.problem === undefined || end - at > MOST_RECORD_BYTES
      ? tooLong(end - at)
      : { code: 'tape.row', expected: 'a row of cells', got: state.record.problem };
  refuse(state, { ...problem, row: state.line, raw: filled.subarray(at, end) });
  state.skipping = found < 0 && !isLast;
  if (!state.skipping) state.line += 1;
  return found < 0 ? filled.length : found + 1;
}

/** Where the next line begins; the end of the bytes when it is not among them. */
function skipLine(state: Copying, filled: Uint8Array): number {
  const found = filled.indexOf(10);
  if (found < 0) return filled.length;
  state.skipping = false;
  state.line += 1;
  return found + 1;
}

function refuse(
  state: Copying,
  { row, raw, code, expected, got }: Problem & { readonly row: number; readonly raw: Uint8Array },
): void {
  const text = Buffer.from(raw.subarray(0, 4 * MOST_RAW_CHARACTERS)).toString('utf8');
  const rawText = text.slice(0, MOST_RAW_CHARACTERS);
  state.refusedBytes += 200 + rawText.length;
  state.refused.push({ row, column: '', code, expected, got, rawText });
}
