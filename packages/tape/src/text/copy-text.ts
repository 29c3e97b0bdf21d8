import { open } from 'node:fs/promises';
import { fail, issue, ok, type Result } from '@almfes/engine';
import { type CopiedRecords, copyRecords } from './copy-records.js';
import { type Delimiter, findDelimiter } from './csv-layout.js';
import { type Encoding, type FoundEncoding, findEncoding, toUtf8 } from './encoding.js';

const SAMPLE_BYTES = 1 << 18;

export interface TextOptions {
  /** By the file's first bytes when absent; Latin-1 is never guessed. */
  readonly encoding?: Encoding;
  /** Of CSV; by its first rows when absent. */
  readonly delimiter?: Delimiter;
}

export interface CopyTextRequest {
  readonly from: string;
  readonly to: string;
  readonly fileName: string;
  readonly format: 'csv' | 'jsonl';
  readonly options: TextOptions;
}

export interface CopiedText extends CopiedRecords {
  readonly delimiter: string;
}

/** Finds out how a text file is written and copies its good rows: see `copyRecords`. */
export async function copyText(request: CopyTextRequest): Promise<Result<CopiedText>> {
  const { from, to, fileName, format, options } = request;
  const first = await firstBytes(from);
  const found = findEncoding(first, { fileName, stated: options.encoding });
  if (!found.ok) return found;
  const delimiter = format === 'csv' ? delimiterOf(first, found.value, request) : ok(undefined);
  if (!delimiter.ok) return delimiter;
  const copy = { from, to, fileName, ...found.value, delimiter: delimiter.value };
  const copied = await copyRecords(copy);
  if (!copied.ok) return copied;
  if (copied.value.rows === 0 && copied.value.refused.length === 0) {
    return fail(issue('tape.empty', fileName, 'at least one row', 'none'));
  }
  return ok({ ...copied.value, delimiter: delimiter.value ?? '' });
}

function delimiterOf(
  first: Uint8Array,
  { encoding, markBytes }: FoundEncoding,
  { fileName, options }: CopyTextRequest,
): Result<Delimiter> {
  if (options.delimiter !== undefined) return ok(options.delimiter);
  const sample = toUtf8(encoding).push(first.subarray(markBytes), false);
  return findDelimiter(sample ?? first, fileName);
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(SAMPLE_BYTES);
    const { bytesRead } = await file.read(bytes, 0, SAMPLE_BYTES, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
