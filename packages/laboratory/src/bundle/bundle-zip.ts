import { fail, issue, ok, type Result } from '@almfes/engine';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { FolderFile } from '../folder-file.js';

/** The first day that a zip can tell: the same bytes come of the same files. */
const NO_TIME = new Date(1980, 0, 1);
const MOST_FILES = 500;
const MOST_BYTES = 100_000_000;

/** The files as a zip: in the order of their names, without a time (rule CITE-7). */
export function bundleZip(files: readonly FolderFile[]): Uint8Array {
  const named = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const entries = named.map(({ name, text }) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: NO_TIME, os: 3 });
}

/**
 * The files of a zip; what it would unfold to is known before it is unfolded. Refused: no zip, more
 * than 500 files or 100 MB, a name twice or one that leads out, text that is not UTF-8.
 */
export function unzipBundle(bytes: Uint8Array): Result<readonly FolderFile[]> {
  let count = 0;
  let total = 0;
  const names: string[] = [];
  try {
    const found = unzipSync(bytes, {
      filter: ({ originalSize, name }) => {
        count += 1;
        total += originalSize;
        if (!name.endsWith('/')) names.push(name);
        return !name.endsWith('/') && count <= MOST_FILES && total <= MOST_BYTES;
      },
    });
    if (count > MOST_FILES || total > MOST_BYTES) {
      const got = `${count} files of ${total} bytes`;
      return fail(issue('BUNDLE_TOO_LARGE', 'the bundle', `${MOST_FILES} files, 100 MB`, got));
    }
    const lost = names.find((name, at) => !Object.hasOwn(found, name) || names.indexOf(name) < at);
    if (lost !== undefined) {
      return fail(issue('BUNDLE_NAME', lost, 'each name once', 'a name that is taken'));
    }
    return texts(Object.entries(found));
  } catch {
    return fail(issue('BUNDLE_UNREADABLE', 'the bundle', 'a zip', 'other bytes'));
  }
}

function texts(entries: readonly (readonly [string, Uint8Array])[]): Result<FolderFile[]> {
  const files: FolderFile[] = [];
  for (const [name, bytes] of entries) {
    if (!isInside(name)) {
      return fail(issue('BUNDLE_NAME', name, 'a name inside the bundle', 'a way out of it'));
    }
    const text = strFromU8(bytes);
    if (strToU8(text).some((byte, index) => byte !== bytes[index])) {
      return fail(issue('BUNDLE_TEXT', name, 'UTF-8 text', 'other bytes'));
    }
    files.push({ name, text });
  }
  return ok(files);
}

function isInside(name: string): boolean {
  const steps = name.split('/');
  return !name.includes('\\') && steps.every((each) => !['', '.', '..'].includes(each));
}
