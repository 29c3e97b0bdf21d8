import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import { nearNames } from '@almfes/intake';
import { isSlug, MANIFEST } from '@almfes/laboratory';
import type { Effects } from './effect/effects.js';

/** Words of commands to come: a case can never bear these names. */
const RESERVED = ['new', 'check', 'run', 'bundle', 'run-bundle'];

const PROPOSAL_LIMIT_BYTES = 1_000_000;

export interface CaseFolder {
  readonly slug: string;
  readonly path: string;
}

type Surroundings = Pick<Effects, 'files' | 'libraryFolder' | 'workingFolder'>;

/** The cases of the library by name, sorted: the folders that hold the file named. */
export async function listCases(
  { files, libraryFolder }: Surroundings,
  holds = 'study.json',
): Promise<CaseFolder[]> {
  const parent = join(libraryFolder, 'case');
  const folders = (await files.folderNames(parent)).map((slug) => ({
    slug,
    path: join(parent, slug),
  }));
  const complete = await Promise.all(folders.map(({ path }) => files.isFile(join(path, holds))));
  return folders.filter((_, index) => complete[index]);
}

/** A slug names a case of the library; anything with a slash or a leading dot is a folder. */
export async function findCase(
  slugOrPath: string,
  surroundings: Surroundings,
  holds = 'study.json',
): Promise<Result<CaseFolder>> {
  if (RESERVED.includes(slugOrPath)) return reserved(slugOrPath);
  if (isPath(slugOrPath)) return findFolder(slugOrPath, surroundings, holds);
  const cases = await listCases(surroundings, holds);
  const found = cases.find(({ slug }) => slug === slugOrPath);
  if (found !== undefined) return ok(found);
  const { files, workingFolder } = surroundings;
  const isFolder = slugOrPath !== '' && (await files.isFolder(resolve(workingFolder, slugOrPath)));
  return unknownCase(slugOrPath, isFolder ? [`./${slugOrPath}`] : namesNear(slugOrPath, cases));
}

function isPath(text: string): boolean {
  return /[/\\]/.test(text) || text.startsWith('.') || isAbsolute(text);
}

async function findFolder(
  path: string,
  { files, workingFolder }: Surroundings,
  holds: string,
): Promise<Result<CaseFolder>> {
  const folder = resolve(workingFolder, path);
  if (!(await files.isFolder(folder))) {
    const text = `'${path}' is not a case folder: there is no such folder`;
    return fail(issue('CASE_FOLDER_MISSING', path, 'a folder with a case', 'no folder', text));
  }
  if (!(await files.isFile(join(folder, holds)))) {
    if (await files.isFile(join(folder, MANIFEST))) {
      const text = `'${path}' is a bundle, not a case folder: almfes case run-bundle ${path}`;
      return fail(issue('CASE_FOLDER_BUNDLE', path, 'a folder with a case', 'a bundle', text));
    }
    const text = `'${path}' is not a case folder: it holds no ${holds}`;
    return fail(issue('CASE_FOLDER_EMPTY', path, `a folder with a ${holds}`, 'none', text));
  }
  return ok({ slug: await nameOf(folder, files), path: folder });
}

/** The folder's own name, or that which a contribution gives to the case in it (CONTRIB-3). */
async function nameOf(folder: string, files: Effects['files']): Promise<string> {
  const name = basename(folder);
  const proposal = join(dirname(folder), 'contribution.json');
  if (name !== 'case' || !(await files.isFile(proposal))) return name;
  const text = await files.readText(proposal, PROPOSAL_LIMIT_BYTES);
  const given = text.ok ? /"case": *"([^"]*)"/.exec(text.value)?.[1] : undefined;
  return given !== undefined && isSlug(given) ? given : name;
}

function reserved(word: string): Result<CaseFolder> {
  const text = `'${word}' is a reserved word, not a case; almfes case --list names the cases`;
  return fail(issue('CASE_NAME_RESERVED', word, 'a case', 'a reserved word', text));
}

function namesNear(typed: string, cases: readonly CaseFolder[]): readonly string[] {
  return nearNames(
    typed,
    cases.map(({ slug }) => slug),
  );
}

function unknownCase(typed: string, near: readonly string[]): Result<CaseFolder> {
  const hint =
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'almfes case --list names them';
  const text = `there is no case '${typed}' in the library; ${hint}`;
  return fail(issue('CASE_UNKNOWN', typed, 'a case of the library', typed, text));
}

/** A path as short as it can be told from the working folder. */
export function shownPath(path: string, workingFolder: string): string {
  const near = relative(workingFolder, path);
  return near.startsWith('..') || near === '' ? path : near;
}
