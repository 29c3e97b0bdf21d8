import { basename, join } from 'node:path';
import { type CaseResult, fail, issue, ok, type Result } from '@almfes/engine';
import type { CaseFiles } from '@almfes/intake';
import { repeatedKeys } from '@almfes/laboratory';
import { type CaseFolder, findCase } from './case-folder.js';
import type { Effects, Files } from './effect/effects.js';
import { jsonFault } from './json-fault.js';
import { readLatest } from './library-data.js';
import { createProgress } from './progress.js';
import { refused } from './refused.js';

const LIMIT_BYTES = 10_000_000;

/** Finds, reads and runs a case; null after the complaint, as JSON too for `json`, if it cannot. */
export async function runCaseNamed(
  slugOrPath: string,
  options: { readonly json?: boolean },
  effects: Effects,
): Promise<CaseResult | null> {
  const found = await findCase(slugOrPath, effects);
  const result = found.ok ? await runFolder(found.value, effects) : found;
  if (result.ok) return result.value;
  const slug = found.ok ? found.value.slug : slugOrPath;
  refused(`the case ${slug} cannot be run`, result.issues, options, effects);
  return null;
}

async function runFolder(folder: CaseFolder, effects: Effects): Promise<Result<CaseResult>> {
  const read = await readCaseFiles(folder, effects);
  if (!read.ok) return read;
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  return effects.runCase(read.value, progress);
}

type Surroundings = Pick<Effects, 'files' | 'libraryFolder'>;

/** Everything a case is parsed from: its own files, its sisters' and the library's curves. */
export async function readCaseFiles(
  folder: CaseFolder,
  surroundings: Surroundings,
): Promise<Result<CaseFiles>> {
  const own = await readFolder(folder, surroundings);
  if (!own.ok) return own;
  const sisters: FolderFiles[] = [];
  for (const slug of sisterSlugs(own.value.changes)) {
    const path = join(surroundings.libraryFolder, 'case', slug);
    const sister = await readFolder({ slug, path }, surroundings);
    if (!sister.ok) return sister;
    sisters.push(sister.value);
  }
  const curves = await readCurves(surroundings);
  if (!curves.ok) return curves;
  const quarterEnds = await readQuarterEnds(surroundings);
  const later = quarterEnds.ok ? { quarterEnds: quarterEnds.value } : {};
  return ok({ ...own.value, sisters, curves: curves.value, ...later });
}

type FolderFiles = CaseFiles['sisters'][number];

async function readFolder(
  { slug, path }: CaseFolder,
  { files }: Surroundings,
): Promise<Result<FolderFiles>> {
  const figures = await readJson(join(path, 'figures.json'), files);
  if (!figures.ok) return figures;
  const study = await readJson(join(path, 'study.json'), files);
  if (!study.ok) return study;
  const changes = await readJson(join(path, 'changes.json'), files);
  if (!changes.ok) return changes;
  return ok({ slug, figures: figures.value, study: study.value, changes: changes.value });
}

/** Cases named beside this one; what is no slug is left for the parser to refuse. */
export function sisterSlugs(changes: unknown): string[] {
  if (typeof changes !== 'object' || changes === null || !('sisters' in changes)) return [];
  const { sisters } = changes;
  if (!Array.isArray(sisters)) return [];
  return sisters.filter((slug) => typeof slug === 'string' && /^[a-z0-9-]+$/.test(slug));
}

/** Par yields of the latest vintage in the library. */
export async function readCurves({ files, libraryFolder }: Surroundings): Promise<Result<string>> {
  const folder = join(libraryFolder, 'data', 'us-treasury-par');
  const vintage = (await files.folderNames(folder)).at(-1) ?? '';
  return files.readText(join(folder, vintage, 'us-treasury-par.csv'), LIMIT_BYTES);
}

/** Markets of the quarter ends of the latest vintage: what came after a case. */
export function readQuarterEnds(surroundings: Surroundings): Promise<Result<string>> {
  return readLatest('quarter-end-market', 'quarter-end-market.csv', surroundings);
}

/** Gilt curves of the month ends of the latest vintage: what a structural hedge is valued on. */
export function readGiltCurves(surroundings: Surroundings): Promise<Result<string>> {
  return readLatest('boe-gilt-month-end', 'boe-gilt-month-end.csv', surroundings);
}

/** The value of one JSON file, or an issue that names the file. */
export async function readJson(
  path: string,
  files: Files,
  limitBytes = LIMIT_BYTES,
): Promise<Result<unknown>> {
  const text = await files.readText(path, limitBytes);
  if (!text.ok) return text;
  try {
    const value: unknown = JSON.parse(text.value);
    const twice = repeatedKeys({ name: basename(path), text: text.value });
    return twice.length > 0 ? fail(...twice) : ok(value);
  } catch (error) {
    const { where, reason } = jsonFault(error instanceof Error ? error.message : '', text.value);
    return fail(issue('JSON_SYNTAX', `${basename(path)}${where}`, 'JSON', reason));
  }
}
