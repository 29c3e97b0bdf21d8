import { isUtf8 } from 'node:buffer';
import { fail, issue, ok, type Result } from '@almfes/engine';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'latin-1', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Bytes of the mark at the front that are no text. */
  readonly markBytes: number;
}

/** First bytes of files that are no text, and what they are. */
const OTHER_FILES: readonly (readonly [string, string])[] = [
  ['1f8b', 'a gzip archive'],
  ['504b0304', 'a zip archive or a workbook'],
  ['28b52ffd', 'a zstd archive'],
  ['50415231', 'a Parquet file'],
  ['d0cf11e0', 'a workbook of the old .xls form'],
  ['fffe0000', 'UTF-32 text'],
  ['0000feff', 'UTF-32 text'],
  ['25504446', 'a PDF'],
];

const WHAT = 'text in UTF-8, UTF-16 or a stated encoding';

/**
 * The encoding of a text file by its first bytes (rule TAPE-3): a mark, or UTF-16 by its zero
 * bytes, else what was stated, else UTF-8, which `utf8Chunks` then holds every byte to.
 */
export function findEncoding(
  first: Uint8Array,
  { fileName, stated }: { readonly fileName: string; readonly stated: Encoding | undefined },
): Result<FoundEncoding> {
  const hex = Buffer.from(first.subarray(0, 4)).toString('hex');
  const other = OTHER_FILES.find(([start]) => hex.startsWith(start));
  if (other !== undefined) return fail(issue('tape.format', fileName, WHAT, other[1]));
  const marked = markedEncoding(hex) ?? zeroByteEncoding(first);
  if (marked !== undefined && stated !== undefined && stated !== marked.encoding) {
    return fail(issue('tape.encoding', fileName, `${stated}, as stated`, marked.encoding));
  }
  if (marked !== undefined) return ok(marked);
  return ok({ encoding: stated ?? 'utf-8', markBytes: 0 });
}

function markedEncoding(hex: string): FoundEncoding | undefined {
  if (hex.startsWith('efbbbf')) return { encoding: 'utf-8', markBytes: 3 };
  if (hex.startsWith('fffe')) return { encoding: 'utf-16le', markBytes: 2 };
  if (hex.startsWith('feff')) return { encoding: 'utf-16be', markBytes: 2 };
  return undefined;
}

/** Western text in UTF-16 has a zero in nearly every second byte; no other text has. */
function zeroByteEncoding(first: Uint8Array): FoundEncoding | undefined {
  const zeros = [0, 0];
  const length = Math.min(first.length - (first.length % 2), 4096);
  for (let at = 0; at < length; at += 1) {
    if (first[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const most = 0.4 * length;
  if (length === 0) return undefined;
  if (odd > most && even === 0) return { encoding: 'utf-16le', markBytes: 0 };
  if (even > most && odd === 0) return { encoding: 'utf-16be', markBytes: 0 };
  return undefined;
}

/** Turns bytes of an encoding into UTF-8, piece by piece; `undefined` once they do not fit. */
export interface ToUtf8 {
  readonly push: (bytes: Uint8Array, isLast: boolean) => Uint8Array | undefined;
  /** What was expected and what came, once `push` has given `undefined`. */
  readonly problem: () => { readonly expected: string; readonly got: string };
}

/** UTF-8 passes unchanged: it is checked line by line, where the line can be named. */
export function toUtf8(encoding: Encoding): ToUtf8 {
  if (encoding === 'utf-8') {
    return { push: (bytes) => bytes, problem: () => ({ expected: 'UTF-8', got: 'other bytes' }) };
  }
  return encoding === 'latin-1' || encoding === 'windows-1252'
    ? singleByte(encoding)
    : doubleByte(encoding);
}

function doubleByte(encoding: 'utf-16le' | 'utf-16be'): ToUtf8 {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return {
    push: (bytes, isLast) => {
      try {
        return Buffer.from(decoder.decode(bytes, { stream: !isLast }), 'utf8');
      } catch {
        return undefined;
      }
    },
    problem: () => ({ expected: `text in ${encoding}`, got: 'half a character' }),
  };
}

/**
 * Any byte is some character of Latin-1, so that a wrong statement shows only in what the text
 * would be: controls that no table holds, or letters that are UTF-8 taken apart.
 */
function singleByte(encoding: 'latin-1' | 'windows-1252'): ToUtf8 {
  let got = '';
  return {
    push: (bytes) => {
      const text = Buffer.from(bytes).toString('latin1');
      const lines = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
      if (/[\x80-\xff]/.test(text) && lines.length > 0 && isUtf8(lines)) {
        got = 'letters that are whole in UTF-8';
      }
      const controls = encoding === 'latin-1' ? /[\x80-\x9f]/ : /[\x81\x8d\x8f\x90\x9d]/;
      const control = controls.exec(text)?.[0];
      if (control !== undefined) {
        got = `the byte 0x${control.charCodeAt(0).toString(16)}, which is no letter of it`;
      }
      if (got !== '') return undefined;
      return Buffer.from(encoding === 'latin-1' ? text : windowsLetters(text), 'utf8');
    },
    problem: () => ({ expected: `text in ${encoding}, as stated`, got }),
  };
}

/** What Windows-1252 has at 0x80 to 0x9F; Node 20 decodes these bytes as Latin-1. */
const WINDOWS_LETTERS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function windowsLetters(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (byte) => WINDOWS_LETTERS.charAt(byte.charCodeAt(0) - 0x80));
}
