import { basename, dirname, join, resolve } from 'node:path';
import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import {
  type CheckedFolder,
  type Contribution,
  checkContribution,
  emptyLibrary,
  type FolderFile,
  type HistoryEvent,
  isSlug,
  jsonOf,
  MOST_FILE_BYTES,
  MOST_FOLDER_BYTES,
  parseHistory,
} from '@almfes/laboratory';
import type { Effects } from './effect/effects.js';
import { sha256 } from './effect/sha256.js';

/** A contribution where it stands, read as far as it may be. */
export interface ContributionFolder extends CheckedFolder {
  readonly slug: string;
  readonly path: string;
  /** Whether it is one of the library's, with a history. */
  readonly isReceived: boolean;
}

type Surroundings = Pick<Effects, 'files' | 'folders' | 'libraryFolder' | 'workingFolder'>;

export function contributionPath({ libraryFolder }: Surroundings, slug: string): string {
  return join(libraryFolder, 'contribution', slug);
}

/**
 * A slug names a contribution of the library; anything with a slash or a leading dot a folder,
 * which is no link (rule CONTRIB-3).
 */
export async function findContribution(
  slugOrPath: string,
  surroundings: Surroundings,
): Promise<Result<ContributionFolder>> {
  const isPath = /[/\\]/.test(slugOrPath) || slugOrPath.startsWith('.');
  const path = isPath
    ? resolve(surroundings.workingFolder, slugOrPath)
    : contributionPath(surroundings, slugOrPath);
  const isThere = (isPath || isSlug(slugOrPath)) && (await surroundings.files.isFolder(path));
  if (isThere) {
    const isOwn = (await surroundings.files.folderNames(dirname(path))).includes(basename(path));
    if (isOwn) return readContribution(path, surroundings);
    const words = `'${slugOrPath}' is a link to a folder; name the folder itself`;
    return fail(issue('CONTRIBUTION_LINK', slugOrPath, 'a folder', 'a link', words));
  }
  const hint = isPath ? 'there is no such folder' : 'almfes contribute list names them';
  const text = `there is no contribution '${slugOrPath}'; ${hint}`;
  return fail(issue('CONTRIBUTION_UNKNOWN', slugOrPath, 'a contribution', slugOrPath, text));
}

/**
 * Names and sizes first; a file is only read when it and the folder are within the limits and it is
 * plain, so that no upload can fill the memory (rule CONTRIB-3).
 */
async function readContribution(
  path: string,
  surroundings: Surroundings,
): Promise<Result<ContributionFolder>> {
  const found = await surroundings.folders.found(path);
  if (!found.ok) return found;
  const files: FolderFile[] = [];
  const unread: Issue[] = [];
  const total = found.value.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, bytes, isPlain } of total > MOST_FOLDER_BYTES ? [] : found.value) {
    if (!isPlain || bytes > MOST_FILE_BYTES || name === 'history.json') continue;
    const text = await surroundings.files.readText(join(path, name), MOST_FILE_BYTES);
    if (text.ok) files.push({ name, text: text.value });
    else unread.push(...text.issues.map((each) => ({ ...each, path: name })));
  }
  const slug = basename(path);
  const isReceived = path === contributionPath(surroundings, slug);
  return ok({ slug, path, isReceived, found: found.value, files, unread });
}

/** The contribution without anything it is held against; null where it cannot be read. */
export function contributionOf(
  folder: ContributionFolder,
  { today }: Pick<Effects, 'today'>,
): Contribution | null {
  return checkContribution(folder, emptyLibrary(today())).contribution;
}

/** The history of a received contribution; empty for one that was not handed in yet. */
export async function readHistory(
  folder: ContributionFolder,
  { files }: Pick<Effects, 'files'>,
): Promise<Result<readonly HistoryEvent[]>> {
  if (!folder.found.some(({ name }) => name === 'history.json')) return ok([]);
  const text = await files.readText(join(folder.path, 'history.json'), MOST_FILE_BYTES);
  if (!text.ok) return text;
  const json = jsonOf({ name: 'history.json', text: text.value });
  if (!json.ok) return json;
  const history = parseHistory(json.value, sha256);
  if (history.ok) return history;
  const at = (each: Issue): Issue => ({ ...each, path: `history.json#${each.path}` });
  return { ok: false, issues: history.issues.map(at) };
}
