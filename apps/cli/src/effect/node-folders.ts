import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import type { FoundFile } from '@almfes/laboratory';

/** A file to be written. */
export interface NewText {
  readonly path: string;
  readonly text: string;
}

/** Whole folders, as the commands need them. */
export interface Folders {
  /** Every file below a folder with its size, in order of the names; no link is followed. */
  readonly found: (path: string) => Promise<Result<readonly FoundFile[]>>;
  /** All files are written or none is; folders that are missing are made. */
  readonly writeTogether: (files: readonly NewText[]) => Promise<Result<number>>;
  /** The file appears whole or not at all. */
  readonly writeBytes: (path: string, bytes: Uint8Array) => Promise<Result<string>>;
}

const MOST_FILES = 1000;

/** The real file system. */
export const nodeFolders: Folders = { found, writeTogether, writeBytes };

async function found(path: string): Promise<Result<readonly FoundFile[]>> {
  const files: FoundFile[] = [];
  const waiting = [''];
  try {
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      for (const entry of await readdir(join(path, folder), { withFileTypes: true })) {
        const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) waiting.push(name);
        else files.push(await foundFile(path, name));
        if (files.length + waiting.length > MOST_FILES) return tooMany(path);
      }
    }
  } catch (error) {
    return fail(issue('FOLDER_UNREADABLE', path, 'a readable folder', reasonOf(error)));
  }
  return ok(files.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

async function foundFile(path: string, name: string): Promise<FoundFile> {
  const entry = await lstat(join(path, name));
  return { name, bytes: entry.size, isPlain: entry.isFile() };
}

function tooMany(path: string): Result<never> {
  return fail(issue('FOLDER_TOO_LARGE', path, `at most ${MOST_FILES} files`, 'more'));
}

/**
 * Every text is first written beside its place; only when all are there do they take their names.
 * If one cannot, those that have are put back as they were.
 */
async function writeTogether(files: readonly NewText[]): Promise<Result<number>> {
  const staged = files.map(({ path }) => ({
    path,
    temporary: join(dirname(path), `.${basename(path)}-${randomUUID()}.tmp`),
  }));
  const before: { path: string; old: Buffer | null }[] = [];
  try {
    for (const [index, { temporary }] of staged.entries()) {
      await mkdir(dirname(temporary), { recursive: true });
      await writeFile(temporary, files[index]?.text ?? '', { flag: 'wx' });
    }
    for (const { path, temporary } of staged) {
      before.push({ path, old: await contentOf(path) });
      await rename(temporary, path);
    }
    return ok(files.length);
  } catch (error) {
    for (const { path, old } of before) await putBack(path, old);
    return fail(issue('FILE_UNWRITABLE', 'the files', 'all written', reasonOf(error)));
  } finally {
    for (const { temporary } of staged) await rm(temporary, { force: true }).catch(() => undefined);
  }
}

async function writeBytes(path: string, bytes: Uint8Array): Promise<Result<string>> {
  const temporary = join(dirname(path), `.${basename(path)}-${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    await rename(temporary, path);
    return ok(path);
  } catch (error) {
    return fail(issue('FILE_UNWRITABLE', path, 'a writable file', reasonOf(error)));
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function putBack(path: string, old: Buffer | null): Promise<void> {
  if (old === null) await rm(path, { force: true });
  else await writeFile(path, old);
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
