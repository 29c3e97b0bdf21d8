import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import type { Files } from './effects.js';

/** The real file system. */
export const nodeFiles: Files = {
  isFolder: async (path) => (await kindOf(path)) === 'folder',
  isFile: async (path) => (await kindOf(path)) === 'file',
  folderNames: (path) => namesIn(path, (entry) => entry.isDirectory()),
  fileNames: (path) => namesIn(path, (entry) => entry.isFile()),
  readText,
  readBytes,
  prepareFolder,
  writeWhole,
  writeNew,
};

async function kindOf(path: string): Promise<'file' | 'folder' | 'other'> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}

async function namesIn(
  path: string,
  isWanted: (entry: Dirent) => boolean,
): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter(isWanted)
      .map(({ name }) => name)
      .toSorted();
  } catch {
    return [];
  }
}

/** Reads no more than the limit and one byte, however large the file is or grows meanwhile. */
async function readBytes(path: string, limitBytes: number): Promise<Result<Uint8Array>> {
  try {
    const file = await open(path, 'r');
    try {
      const buffer = Buffer.alloc(Math.min(limitBytes, (await file.stat()).size) + 1);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      if (bytesRead > limitBytes) return tooLarge(path, limitBytes);
      return ok(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    return fail(issue('FILE_UNREADABLE', path, 'a readable file', reasonOf(error)));
  }
}

async function readText(path: string, limitBytes: number): Promise<Result<string>> {
  const bytes = await readBytes(path, limitBytes);
  return bytes.ok ? decode(path, bytes.value) : bytes;
}

function tooLarge(path: string, limitBytes: number): Result<never> {
  const limit = `at most ${limitBytes / 1_000_000} MB`;
  return fail(issue('FILE_TOO_LARGE', path, limit, 'a larger file'));
}

/** One byte-order mark of UTF-8 before the text is dropped; any other mark is named. */
function decode(path: string, bytes: Uint8Array): Result<string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.startsWith('\uFEFF')) {
      return fail(issue('FILE_MARK', path, 'one byte-order mark or none', 'two before the text'));
    }
    return ok(text);
  } catch {
    const mark = /^(?:255,254|254,255)$/.test(bytes.subarray(0, 2).join());
    const got = mark ? 'UTF-16: it begins with that byte-order mark' : 'other bytes';
    return fail(issue('FILE_NOT_UTF8', path, 'UTF-8 text', got));
  }
}

async function prepareFolder(path: string): Promise<Result<string>> {
  const probe = join(path, `.almfes-${randomUUID()}.tmp`);
  try {
    await makeFolder(path);
    await writeFile(probe, '', { flag: 'wx' });
    return ok(path);
  } catch (error) {
    return fail(issue('FOLDER_UNWRITABLE', path, 'a writable folder', reasonOf(error)));
  } finally {
    await remove(probe);
  }
}

/**
 * Makes the folder and what is missing above it, one at a time: `mkdir` with `recursive` never
 * returns where a file system refuses new folders as "no such file" (/proc does).
 */
async function makeFolder(path: string): Promise<void> {
  if ((await kindOf(path)) === 'folder') return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  await mkdir(path);
}

async function writeWhole(path: string, text: string | Iterable<string>): Promise<Result<string>> {
  const temporary = join(dirname(path), `.${basename(path)}-${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, path);
    return ok(path);
  } catch (error) {
    return fail(issue('FILE_UNWRITABLE', path, 'a writable file', reasonOf(error)));
  } finally {
    await remove(temporary);
  }
}

/** The file is made by one call that fails where anything has its name, a broken link too. */
async function writeNew(path: string, text: string): Promise<Result<string>> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(text);
      return ok(path);
    } catch (error) {
      await remove(path);
      throw error;
    } finally {
      await file.close();
    }
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const reason = isThere ? 'a file of that name is there' : reasonOf(error);
    return fail(issue('FILE_UNWRITABLE', path, 'a new file', reason));
  }
}

/** What cannot be removed was never made, or has its final name by now. */
async function remove(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch {
    return;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'a read-only file system',
  ENOSPC: 'a full disk',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a file where a folder should be',
  EEXIST: 'a file where a folder should be',
  EISDIR: 'a folder where a file should be',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return REASONS[code] ?? code;
}
