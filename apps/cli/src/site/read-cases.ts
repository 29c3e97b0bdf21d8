import { join } from 'node:path';
import { evaluate, fail, issue, ok, type Result, structuralHedgeAnswer } from '@almfes/engine';
import {
  bundleZip,
  type CaseFolder as CheckedFolder,
  caseValues,
  parseCaseFolder,
} from '@almfes/laboratory';
import { filesOfBundle } from '../bundled.js';
import type { CaseFolder } from '../case-folder.js';
import { readCaseFiles, readJson } from '../case-run.js';
import { caseVersions, citedBy } from '../cited.js';
import { readDisclosure } from '../disclosure-folder.js';
import type { Effects } from '../effect/effects.js';
import { createProgress } from '../progress.js';
import { caseFigures } from './case-figures.js';
import type { SiteCase } from './site-case.js';

const LIMIT_BYTES = 1_000_000;

/** Folders of the library that hold a case: a Study, or a page of a disclosure study. */
export async function caseFolders(effects: Effects): Promise<readonly CaseFolder[]> {
  const parent = join(effects.libraryFolder, 'case');
  const slugs = await effects.files.folderNames(parent);
  return slugs.map((slug) => ({ slug, path: join(parent, slug) }));
}

/** A case read, checked and, when it has a Study, run once. */
export async function readCase(folder: CaseFolder, effects: Effects): Promise<Result<SiteCase>> {
  const { slug, path } = folder;
  const hasPage = await effects.files.isFile(join(path, 'case.md'));
  const hasStudy = await effects.files.isFile(join(path, 'study.json'));
  if (!hasPage && !hasStudy) return fail(issue('case', slug, 'a study.json or a case.md', 'none'));
  const checked = hasPage ? await readPage(folder, hasStudy, effects) : null;
  if (checked?.ok === false) return checked;
  const figures = checked === null ? await readFigures(path, effects) : ok(checked.value.figures);
  if (!figures.ok) return figures;
  const own = checked?.value;
  const cited = hasPage ? await citedBy(`case/${slug}`, effects) : null;
  if (cited?.ok === false) return cited;
  const versions = await caseVersions(slug, effects);
  if (!versions.ok) return versions;
  const whole = {
    slug,
    versions: versions.value,
    figures: figures.value,
    ...(own === undefined ? {} : { page: { front: own.front, prose: own.prose } }),
    ...(cited === null ? {} : { citable: cited.value }),
    ...(own?.case === undefined ? {} : { outcome: evaluate(own.case.study) }),
    ...(own?.hedge === undefined
      ? {}
      : { hedge: structuralHedgeAnswer(own.hedge.hedge, own.hedge.outcome) }),
    valueOf: caseValues(own ?? { figures: figures.value }),
  };
  if (!hasStudy)
    return ok(own?.hedge === undefined ? whole : { ...whole, ...(await zipOf(slug, effects)) });
  const files = await readCaseFiles(folder, effects);
  if (!files.ok) return files;
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  const result = await effects.runCase(files.value, progress);
  if (!result.ok || !hasPage) return result.ok ? ok({ ...whole, result: result.value }) : result;
  return ok({ ...whole, ...(await zipOf(slug, effects)), result: result.value });
}

/** A version without a day in its history is not published: no bundle is offered of it. */
async function zipOf(slug: string, effects: Effects): Promise<Pick<SiteCase, 'bundle'>> {
  const bundle = await filesOfBundle(slug, undefined, effects);
  return bundle.ok ? { bundle: bundleZip(bundle.value) } : {};
}

async function readFigures(path: string, { files }: Effects) {
  const file = await readJson(join(path, 'figures.json'), files);
  return file.ok ? caseFigures(file.value) : file;
}

async function readPage(
  folder: CaseFolder,
  hasStudy: boolean,
  effects: Effects,
): Promise<Result<CheckedFolder>> {
  if (!hasStudy) return readDisclosure(folder, effects);
  const path = join(folder.path, 'case.md');
  const front = await effects.files.readText(path, LIMIT_BYTES);
  if (!front.ok) return front;
  const files = await readCaseFiles(folder, effects);
  return files.ok ? parseCaseFolder({ ...files.value, front: front.value }) : files;
}
