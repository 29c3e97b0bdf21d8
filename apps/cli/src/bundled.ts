import { join } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import { bundleFiles, type FolderFile, HEDGE_FILE } from '@almfes/laboratory';
import { findCase } from './case-folder.js';
import { readCaseFiles } from './case-run.js';
import { caseFolderFiles, citedCase } from './cited.js';
import type { Effects } from './effect/effects.js';
import { sha256 } from './effect/sha256.js';

const LIMIT_BYTES = 100_000_000;
const DATA = ['us-treasury-par', 'quarter-end-market'];
/** What a structural hedge is valued on. */
const HEDGE_DATA = [...DATA, 'boe-gilt-month-end'];

/** The files of the bundle of a case (CITE-6); `date` where its version has no day of its own. */
export async function filesOfBundle(
  slug: string,
  date: string | undefined,
  effects: Effects,
): Promise<Result<readonly FolderFile[]>> {
  const citable = await citedCase(slug, effects);
  if (!citable.ok) return citable;
  const day = citable.value.date ?? date;
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    const expected = 'a day YYYY-MM-DD: this version has none in its history.json';
    return fail(issue('option', '--date', expected, date ?? 'nothing'));
  }
  const folder = await findCase(slug, effects);
  const read = folder.ok ? await readCaseFiles(folder.value, effects) : null;
  const sisters = read?.ok === true ? read.value.sisters.map((each) => each.slug) : [];
  const caseFiles: FolderFile[] = [];
  for (const each of [slug, ...sisters]) {
    const own = await caseFolderFiles(each, effects);
    if (!own.ok) return own;
    caseFiles.push(...own.value.map(({ name, text }) => ({ name: `case/${each}/${name}`, text })));
  }
  const hasHedge = caseFiles.some(({ name }) => name === `case/${slug}/${HEDGE_FILE}`);
  const dataFiles = await latestData(hasHedge ? HEDGE_DATA : DATA, effects);
  if (!dataFiles.ok) return dataFiles;
  const request = { citable: citable.value, date: day, caseFiles, dataFiles: dataFiles.value };
  return ok(bundleFiles({ ...request, programVersion: effects.version }, sha256));
}

/** The vintage that a case is run with, and its passports. */
async function latestData(
  sources: readonly string[],
  { files, libraryFolder }: Effects,
): Promise<Result<FolderFile[]>> {
  const found: FolderFile[] = [];
  for (const source of sources) {
    const home = join(libraryFolder, 'data', source);
    const vintage = (await files.folderNames(home)).at(-1);
    if (vintage === undefined) continue;
    for (const name of await files.fileNames(join(home, vintage))) {
      const text = await files.readText(join(home, vintage, name), LIMIT_BYTES);
      if (!text.ok) return text;
      found.push({ name: `data/${source}/${vintage}/${name}`, text: text.value });
    }
  }
  return ok(found);
}
