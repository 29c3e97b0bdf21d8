import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import { strFromU8 } from 'fflate';

/** One file of a zip, as its directory declares it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Place of the local header. */
  readonly offset: number;
}

/** What a zip may hold before anything of it is unpacked. */
export const ZIP_LIMITS = {
  fileBytes: 256 * 2 ** 20,
  entries: 500,
  entryBytes: 128 * 2 ** 20,
  totalBytes: 1024 * 2 ** 20,
  /** Unpacked for one packed byte. Real schedules of blanks and CONF reach 115. */
  ratio: 400,
} as const;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

/**
 * The directory of a zip file, from its last bytes; nothing is unpacked. Issues: `zip.too-large`,
 * `zip.not-a-zip`, `zip.truncated`, `zip.unsupported` (encryption, other methods, several disks,
 * zip64), `zip.duplicate`, `zip.bomb` (declared sizes, number or ratio over ZIP_LIMITS).
 */
export function readZipDirectory(bytes: Uint8Array, fileName: string): Result<readonly ZipEntry[]> {
  if (bytes.length > ZIP_LIMITS.fileBytes) {
    const expected = `a file of at most ${ZIP_LIMITS.fileBytes} bytes`;
    return fail(issue('zip.too-large', fileName, expected, `${bytes.length} bytes`));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0, true) !== 0x4b50) {
    return fail(
      issue('zip.not-a-zip', fileName, 'a zip file, which begins with PK', firstOf(bytes)),
    );
  }
  const end = endOfDirectory(view);
  if (end === undefined) return fail(truncated(fileName, 'no directory at the end'));
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint32(end + 4, true) !== 0 || count === 0xffff || start === 0xffffffff) {
    return fail(issue('zip.unsupported', fileName, 'one zip file, no zip64', 'several or zip64'));
  }
  if (start + size > end) return fail(truncated(fileName, 'a directory that is cut'));
  if (count > ZIP_LIMITS.entries) {
    return fail(bomb(fileName, `at most ${ZIP_LIMITS.entries} files`, `${count} files`));
  }
  return readEntries({ bytes, view, fileName, start, end, count });
}

interface Directory {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly fileName: string;
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

function readEntries(directory: Directory): Result<readonly ZipEntry[]> {
  const { bytes, view, fileName, end, count } = directory;
  const entries: ZipEntry[] = [];
  const issues: Issue[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = directory.start;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      return fail(truncated(fileName, `a directory with ${index} of ${count} files`));
    }
    const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
    const name = strFromU8(bytes.subarray(at + ENTRY_BYTES, nameEnd));
    const entry = entryAt(view, at, name);
    issues.push(...entryIssues(entry, view.getUint16(at + 8, true), fileName));
    if (names.has(name)) {
      issues.push(issue('zip.duplicate', `${fileName} ${name}`, 'each name once', 'twice'));
    }
    names.add(name);
    total += entry.unpackedBytes;
    entries.push(entry);
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > ZIP_LIMITS.totalBytes) {
    issues.push(bomb(fileName, `at most ${ZIP_LIMITS.totalBytes} bytes unpacked`, `${total}`));
  }
  return issues.length === 0 ? ok(entries) : fail(...issues);
}

function entryAt(view: DataView, at: number, name: string): ZipEntry {
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    unpackedBytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

function entryIssues(entry: ZipEntry, flags: number, fileName: string): readonly Issue[] {
  const path = `${fileName} ${entry.name}`;
  if ((flags & ENCRYPTED) !== 0) {
    return [issue('zip.unsupported', path, 'a file without password', 'an encrypted one')];
  }
  if (entry.method !== 0 && entry.method !== 8) {
    const expected = 'a stored or deflated file (method 0 or 8)';
    return [issue('zip.unsupported', path, expected, `method ${entry.method}`)];
  }
  const got = `${entry.unpackedBytes} bytes from ${entry.packedBytes}`;
  if (entry.unpackedBytes > ZIP_LIMITS.entryBytes) {
    return [bomb(path, `at most ${ZIP_LIMITS.entryBytes} bytes unpacked`, got)];
  }
  if (entry.unpackedBytes > entry.packedBytes * ZIP_LIMITS.ratio) {
    return [bomb(path, `at most ${ZIP_LIMITS.ratio} bytes for each packed one`, got)];
  }
  return [];
}

/** The last end record whose comment reaches exactly to the end of the file. */
function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

function truncated(path: string, got: string): Issue {
  return issue('zip.truncated', path, 'a whole zip file: it seems cut short', got);
}

function bomb(path: string, expected: string, got: string): Issue {
  return issue('zip.bomb', path, expected, got);
}

function firstOf(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file';
  const first = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `a file that begins with ${first.join(' ')}`;
}
