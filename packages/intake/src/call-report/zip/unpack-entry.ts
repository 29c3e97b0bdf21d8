import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import { Inflate } from 'fflate';
import { crc32 } from './crc32.js';
import type { ZipEntry } from './zip-directory.js';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
/** Packed bytes fed at once: deflate makes at most 1,032 of one, so 16 KiB stay under 17 MiB. */
const PIECE_BYTES = 16 * 2 ** 10;

/**
 * The bytes of one file of a zip. It never holds more than the declared size and one piece: a
 * file that unpacks to more is a bomb. Issues: `zip.truncated`, `zip.damaged`, `zip.bomb`.
 */
export function unpackEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  fileName: string,
): Result<Uint8Array> {
  const path = `${fileName} ${entry.name}`;
  const packed = packedBytes(bytes, entry);
  if (packed === undefined) {
    const expected = `${entry.packedBytes} bytes after its header`;
    return fail(issue('zip.truncated', path, expected, 'fewer, or no header'));
  }
  const unpacked = entry.method === 0 ? stored(packed, entry, path) : inflated(packed, entry, path);
  if (!unpacked.ok) return unpacked;
  if (crc32(unpacked.value) !== entry.crc) {
    return fail(damaged(path, 'another check sum'));
  }
  return unpacked;
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + LOCAL_BYTES > bytes.length) return undefined;
  if (view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE) return undefined;
  const names = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const start = entry.offset + LOCAL_BYTES + names;
  if (start + entry.packedBytes > bytes.length) return undefined;
  return bytes.subarray(start, start + entry.packedBytes);
}

function stored(packed: Uint8Array, entry: ZipEntry, path: string): Result<Uint8Array> {
  if (packed.length === entry.unpackedBytes) return ok(packed);
  return fail(damaged(path, `${packed.length} stored for ${entry.unpackedBytes} bytes`));
}

function inflated(packed: Uint8Array, entry: ZipEntry, path: string): Result<Uint8Array> {
  const whole = new Uint8Array(entry.unpackedBytes);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length <= whole.length) whole.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= whole.length; at += PIECE_BYTES) {
      const end = at + PIECE_BYTES;
      stream.push(packed.subarray(at, end), end >= packed.length);
    }
  } catch (error) {
    return fail(damaged(path, error instanceof Error ? error.message : String(error)));
  }
  if (length > whole.length) {
    const expected = `the ${whole.length} bytes that the zip declares`;
    return fail(issue('zip.bomb', path, expected, 'more: unpacking was stopped'));
  }
  return length === whole.length ? ok(whole) : fail(damaged(path, `${length} bytes unpacked`));
}

function damaged(path: string, got: string): Issue {
  return issue('zip.damaged', path, 'the file that the zip declares, undamaged', got);
}
