import { join } from 'node:path';
import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import type { CaseFiles } from '@almfes/intake';
import {
  type CaseCheck,
  type CheckedTexts,
  checkCaseFolder,
  inFileOrder,
} from '@almfes/laboratory';
import { type CaseFolder, findCase, shownPath } from '../case-folder.js';
import {
  readCaseFiles,
  readCurves,
  readGiltCurves,
  readJson,
  readQuarterEnds,
  sisterSlugs,
} from '../case-run.js';
import { complaint } from '../complaint.js';
import type { Effects, Progress } from '../effect/effects.js';
import { jsonText } from '../json-text.js';
import { createProgress } from '../progress.js';
import { refused } from '../refused.js';
import type { ExitCode } from './exit-code.js';
import { writeExpected } from './write-expected.js';

export interface CheckCaseOptions {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly writeExpected?: boolean;
}

const FILES = [
  'case.md',
  'figures.json',
  'study.json',
  'changes.json',
  'expected.json',
  // How a structural hedge is read (STRUCT-12).
  'structural-hedge.json',
  // Versions with their hashes (CITE-1): written by the command that cites.
  'history.json',
];
const NEEDED = ['case.md', 'figures.json'];
const LIMIT_BYTES = 10_000_000;
const FOLDER_LIMIT_BYTES = 50_000_000;

/** `almfes case check`: one folder, or every case of the library. */
export async function checkCaseCommand(
  slugOrPath: string | undefined,
  options: CheckCaseOptions,
  effects: Effects,
): Promise<ExitCode> {
  const all = options.all === true;
  if (all === (slugOrPath !== undefined)) {
    effects.stderr(complaint('name one case or folder, or ask for every one with --all'));
    return 2;
  }
  const folders = await foldersOf(slugOrPath, effects);
  const curves = await readCurves(effects);
  if (!folders.ok || !curves.ok) {
    const issues = [folders, curves].flatMap((each) => (each.ok ? [] : each.issues));
    return refused('nothing was checked', issues, options, effects);
  }
  if (options.writeExpected === true) {
    const unwritten = await writeAll(folders.value, all, effects);
    if (unwritten !== null) {
      effects.stderr(complaint(unwritten));
      return 2;
    }
  }
  const quarterEnds = await readQuarterEnds(effects);
  const later = quarterEnds.ok ? { quarterEnds: quarterEnds.value } : {};
  const gilts = await readGiltCurves(effects);
  const giltCurves = gilts.ok ? { giltCurves: gilts.value } : {};
  const around = { curves: curves.value, ...later, ...giltCurves };
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  const checks: CaseCheck[] = [];
  for (const [index, folder] of folders.value.entries()) {
    progress(folder.slug, index, folders.value.length);
    checks.push(await checkFolder(folder, around, effects));
  }
  const checked = await withSteps(folders.value, checks, { effects, progress });
  effects.stdout(options.json === true ? jsonText(toJson(checked)) : checksText(checked));
  return checked.every(({ issues }) => issues.length === 0) ? 0 : 1;
}

/** Writes expected.json of one folder; why it cannot, or null. */
async function writeAll(
  folders: readonly CaseFolder[],
  all: boolean,
  effects: Effects,
): Promise<string | null> {
  if (all) return 'expected.json is written for one case at a time: name it';
  for (const folder of folders) {
    const written = await writeExpected(folder, effects);
    if (!written.ok) return written.issues.map(({ message }) => message).join('; ');
  }
  return null;
}

/** Adds why one of the five steps cannot be made, in every folder with a plan (FORM-25). */
async function withSteps(
  folders: readonly CaseFolder[],
  checks: readonly CaseCheck[],
  { effects, progress }: { readonly effects: Effects; readonly progress: Progress },
): Promise<readonly CaseCheck[]> {
  const cases: CaseFiles[] = [];
  for (const [index, folder] of folders.entries()) {
    // What was refused before it was read is not read now.
    const isPlanned = await effects.files.isFile(join(folder.path, 'changes.json'));
    if (!isPlanned || checks[index]?.figures === 0) continue;
    const files = await readCaseFiles(folder, effects);
    if (files.ok) cases.push(files.value);
  }
  const found = await effects.checkSteps(cases, (done, total) =>
    progress('the five steps', done, total),
  );
  return checks.map((check) => {
    const more = found[cases.findIndex(({ slug }) => slug === check.slug)] ?? [];
    return { ...check, issues: inFileOrder([...check.issues, ...more]) };
  });
}

async function foldersOf(
  slugOrPath: string | undefined,
  effects: Effects,
): Promise<Result<readonly CaseFolder[]>> {
  if (slugOrPath !== undefined) {
    const found = await findCase(slugOrPath, effects, 'figures.json');
    return found.ok ? ok([found.value]) : found;
  }
  const parent = join(effects.libraryFolder, 'case');
  const slugs = await effects.files.folderNames(parent);
  return ok(slugs.map((slug) => ({ slug, path: join(parent, slug) })));
}

async function checkFolder(
  folder: CaseFolder,
  around: Pick<CheckedTexts, 'curves' | 'giltCurves' | 'quarterEnds'>,
  effects: Effects,
): Promise<CaseCheck> {
  const { slug, path } = folder;
  const read = await textsOf(folder, effects);
  if (!read.ok) return { slug, figures: 0, measures: 0, issues: read.issues };
  const texts = read.value;
  const found = checkCaseFolder({
    ...{ slug, texts, ...around },
    sisters: await sistersOf(texts['changes.json'], effects),
    pageOf: await pagesOf(slug, effects),
  });
  const isCopy = path !== join(effects.libraryFolder, 'case', slug);
  const parent = join(effects.libraryFolder, 'case');
  if (!isCopy || !(await effects.files.folderNames(parent)).includes(slug)) return found;
  const shown = shownPath(path, effects.workingFolder);
  const twice = issue('duplicate-slug', shown, 'a name no case of the library has', slug);
  return { ...found, issues: [twice, ...found.issues] };
}

/** The files of a folder as texts; one that does not belong there or is too large is refused. */
async function textsOf(
  { path }: CaseFolder,
  { files, folders }: Pick<Effects, 'files' | 'folders'>,
): Promise<Result<Readonly<Record<string, string>>>> {
  const found = await folders.found(path);
  if (!found.ok) return found;
  const total = found.value.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > FOLDER_LIMIT_BYTES) return fail(folderTooLarge(total));
  const names = found.value.map(({ name }) => name);
  const strange = names
    .filter((name) => !FILES.includes(name))
    .map((name) => issue('file-unknown', name, `one of ${FILES.join(', ')}`, name));
  const missing = NEEDED.filter((name) => !names.includes(name)).map((name) =>
    issue('file-missing', name, 'a file', 'none'),
  );
  const links = found.value
    .filter(({ isPlain }) => !isPlain)
    .map(({ name }) => issue('plain-file', name, 'a plain file', 'a link or a device'));
  if (links.length > 0) return fail(...links);
  const issues: Issue[] = [...strange, ...missing];
  const texts: Record<string, string> = {};
  for (const name of FILES) {
    if (!names.includes(name)) continue;
    const text = await files.readText(join(path, name), LIMIT_BYTES);
    if (text.ok) texts[name] = text.value;
    else issues.push(...text.issues);
  }
  return issues.length > 0 ? fail(...issues) : ok(texts);
}

function folderTooLarge(bytes: number): Issue {
  const megabytes = (count: number) => `${Math.ceil(count / 1_000_000)} MB`;
  const expected = `at most ${megabytes(FOLDER_LIMIT_BYTES)} in all`;
  return issue('FOLDER_TOO_LARGE', 'the folder', expected, megabytes(bytes));
}

/** Files of the sisters; what cannot be read is left for the parser to miss. */
async function sistersOf(
  changes: string | undefined,
  { files, libraryFolder }: Pick<Effects, 'files' | 'libraryFolder'>,
): Promise<CaseFiles['sisters']> {
  const sisters: CaseFiles['sisters'][number][] = [];
  for (const slug of sisterSlugs(jsonOrNull(changes))) {
    const at = (name: string) => join(libraryFolder, 'case', slug, name);
    const [figures, study, own] = await Promise.all([
      readJson(at('figures.json'), files),
      readJson(at('study.json'), files),
      readJson(at('changes.json'), files),
    ]);
    if (!figures.ok || !study.ok || !own.ok) continue;
    sisters.push({ slug, figures: figures.value, study: study.value, changes: own.value });
  }
  return sisters;
}

function jsonOrNull(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** Cases and articles that a reference may lead to; an entry of the tracker is checked there. */
async function pagesOf(
  slug: string,
  { files, libraryFolder }: Pick<Effects, 'files' | 'libraryFolder'>,
): Promise<CheckedTexts['pageOf']> {
  const cases = [slug, ...(await files.folderNames(join(libraryFolder, 'case')))];
  const articles = await files.folderNames(join(libraryFolder, 'article'));
  return ({ kind, id }) => {
    const known = kind === 'entry' || (kind === 'case' ? cases : articles).includes(id);
    if (known) return ok({ title: id, address: `#${kind}-${id}` });
    return fail(issue(`unknown-${kind}`, '', `a ${kind} of the library`, id));
  };
}

function toJson(checks: readonly CaseCheck[]): object {
  return { schema: 'almfes/case-check/1', ...totals(checks), checks };
}

function totals(checks: readonly CaseCheck[]) {
  const sum = (of: (check: CaseCheck) => number) =>
    checks.reduce((all, check) => all + of(check), 0);
  return {
    cases: checks.length,
    figures: sum(({ figures }) => figures),
    measures: sum(({ measures }) => measures),
    failures: sum(({ issues }) => issues.length),
  };
}

const MENDED_BY =
  '  If the Study was meant to change: almfes case check FOLDER --write-expected writes ' +
  'expected.json anew.';

function checksText(checks: readonly CaseCheck[]): string {
  const lines = checks.flatMap(({ slug, issues }) => [
    `${slug}: ${issues.length === 0 ? 'ok' : counted(issues.length, 'failure')}`,
    ...issues.map(
      ({ code, path, expected, got }) => `  ${path}: ${code}: expected ${expected}, got ${got}`,
    ),
    ...(issues.some(({ code }) => code.startsWith('expected-')) ? [MENDED_BY] : []),
  ]);
  const { cases, figures, measures, failures } = totals(checks);
  const last = [
    counted(cases, 'case'),
    counted(figures, 'figure'),
    counted(measures, 'measure'),
    counted(failures, 'failure'),
  ].join(', ');
  return `${[...lines, last].join('\n')}\n`;
}

function counted(count: number, noun: string): string {
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${digits} ${noun}${count === 1 ? '' : 's'}`;
}
