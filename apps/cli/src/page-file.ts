import { dirname } from 'node:path';
import { shownPath } from './case-folder.js';
import { complaint } from './complaint.js';
import type { Effects } from './effect/effects.js';

/** Whether a page can be written there; said before anything is computed for it. */
export async function folderIsReady(file: string, effects: Effects): Promise<boolean> {
  if (await effects.files.isFolder(file)) {
    effects.stderr(complaintOfFile('a folder where a file should be', file, effects));
    return false;
  }
  const prepared = await effects.files.prepareFolder(dirname(file));
  if (prepared.ok) return true;
  effects.stderr(complaintOfFile(prepared.issues[0]?.got, dirname(file), effects));
  return false;
}

/** Writes the page and says where on stderr; false after the complaint when it cannot. */
export async function writePage(html: string, path: string, effects: Effects): Promise<boolean> {
  return writeFileWhole({ text: html, path, what: 'Report' }, effects);
}

interface WrittenFile {
  readonly text: string | Iterable<string>;
  readonly path: string;
  readonly what: string;
}

/** The same for any text: `what` is told with where it is. */
export async function writeFileWhole(
  { text, path, what }: WrittenFile,
  effects: Effects,
): Promise<boolean> {
  const written = await effects.files.writeWhole(path, text);
  if (!written.ok) {
    effects.stderr(complaintOfFile(written.issues[0]?.got, path, effects));
    return false;
  }
  effects.stderr(`${what} written to ${shownPath(path, effects.workingFolder)}\n`);
  return true;
}

function complaintOfFile(reason = 'unknown error', path: string, effects: Effects): string {
  return complaint(`cannot write to ${shownPath(path, effects.workingFolder)}: ${reason}`);
}
