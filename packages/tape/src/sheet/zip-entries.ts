import { crc32, inflateRawSync } from 'node:zlib';
import { fail, issue, ok, type Result } from '@almfes/engine';

/** A part of a workbook with its checked bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ZipLimits {
  /** Of all kept parts together, unpacked. */
  readonly mostBytes: number;
  readonly mostEntries: number;
  /** Parts that are not kept are not unpacked. */
  readonly keep: (name: string) => boolean;
}

interface Listed {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The kept parts of a zip (rule TAPE-11): sizes are first taken as the directory declares them and
 * refused when they are too great; then each part is unpacked up to that size and no further, and
 * must have it and its checksum. A zip bomb is declared, or caught at its first byte too many.
 */
export function zipEntries(
  bytes: Uint8Array,
  fileName: string,
  limits: ZipLimits,
): Result<readonly ZipEntry[]> {
  const refuse = (expected: string, got: string) => {
    return fail(issue('tape.zip', fileName, expected, got));
  };
  const listed = directory(bytes);
  if (listed === undefined) return refuse('a whole workbook (.xlsx)', whatElse(bytes));
  if (listed.length > limits.mostEntries) {
    return refuse(`at most ${limits.mostEntries} parts`, String(listed.length));
  }
  const kept = listed.filter(({ name }) => limits.keep(name));
  const declared = kept.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const most = `at most ${limits.mostBytes} bytes unpacked; save larger sheets as CSV`;
  if (declared > limits.mostBytes) return refuse(most, `${declared} declared`);
  const names = new Set(kept.map(({ name }) => name));
  if (names.size !== kept.length) return refuse('parts with names of their own', 'one name twice');
  const entries: ZipEntry[] = [];
  for (const part of kept) {
    const unpacked = unpack(bytes, part);
    if (typeof unpacked === 'string') {
      return fail(issue('tape.zip', `${fileName} part ${part.name}`, partOf(part), unpacked));
    }
    entries.push({ name: part.name, bytes: unpacked });
  }
  return ok(entries);
}

/** First bytes of a compound file: workbooks before 2007, and all that have a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function whatElse(bytes: Uint8Array): string {
  if (!COMPOUND.every((byte, at) => bytes[at] === byte)) return 'no zip archive';
  return 'a compound file: a workbook with a password, or an old one (.xls)';
}

const partOf = ({ unpacked }: Listed): string => `${unpacked} bytes, as declared`;

/** The directory at the end of the archive, or undefined when it is not whole. */
function directory(bytes: Uint8Array): readonly Listed[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const listed: Listed[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8');
    listed.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return listed;
}

function endRecord(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

/** The bytes of a part, or what is wrong with it. */
function unpack(bytes: Uint8Array, part: Listed): Uint8Array | string {
  const { offset, packed, unpacked, method, flags, checksum } = part;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((flags & 1) !== 0) return 'an encrypted part';
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return 'no such part';
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) return 'a truncated part';
  const raw = bytes.subarray(start, start + packed);
  const found = method === 0 ? raw : method === 8 ? inflate(raw, unpacked) : 'an unknown packing';
  if (typeof found === 'string') return found;
  if (found.length !== unpacked) return `${found.length} bytes`;
  return crc32(found) === checksum ? found : 'bytes with another checksum';
}

function inflate(raw: Uint8Array, unpacked: number): Uint8Array | string {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'more bytes' : 'bytes that cannot be unpacked';
  }
}

/** A zip of checked parts, not packed: what a library opens holds nothing else. */
export function plainZip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const text = Buffer.from(name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(text.length, 22);
    locals.push(signature(LOCAL), fields, text, Buffer.from(bytes));
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    central.push(signature(DIRECTORY), Buffer.from([20, 0]), fields, more, text);
    offset += 30 + text.length + bytes.length;
  }
  const listing = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listing, signature(END), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
