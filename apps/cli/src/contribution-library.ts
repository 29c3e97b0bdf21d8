import { join, relative } from 'node:path';
import { ok, type Result } from '@almfes/engine';
import type { CaseFiles } from '@almfes/intake';
import {
  type CheckedLibrary,
  type DataSet,
  type FolderFile,
  frontOf,
  HEDGE_FILE,
  type Page,
  parseProse,
  type ToldFolder,
} from '@almfes/laboratory';
import { listCases } from './case-folder.js';
import { readCaseFiles, readCurves, readJson, readQuarterEnds } from './case-run.js';
import type { Effects } from './effect/effects.js';

const LIMIT_BYTES = 10_000_000;
const PROSE_PARTS = ['case', 'article', 'weekly', 'contribution'];

/** The library as a contribution is held against it, its own folder left out. */
export async function readLibrary(
  ownFolder: string,
  effects: Effects,
): Promise<Result<CheckedLibrary>> {
  const cases: CaseFiles[] = [];
  for (const folder of await listCases(effects)) {
    const files = await readCaseFiles(folder, effects);
    if (!files.ok) return files;
    cases.push(files.value);
  }
  const curves = await readCurves(effects);
  if (!curves.ok) return curves;
  const { libraryFolder, files } = effects;
  const slugs = await files.folderNames(join(libraryFolder, 'case'));
  const entries = await readEntries(ownFolder, effects);
  const told = await readTold(effects);
  const quarterEnds = await readQuarterEnds(effects);
  const later = quarterEnds.ok ? { quarterEnds: quarterEnds.value } : {};
  const data = await readDataSets(effects);
  const texts = { curves: curves.value, ...later };
  return ok({ today: effects.today(), cases, told, data, slugs, entries, ...texts });
}

/** Every file of the library's data with a passport, in its latest vintage. */
export async function readDataSets({
  files,
  libraryFolder,
}: Pick<Effects, 'files' | 'libraryFolder'>): Promise<DataSet[]> {
  const sets: DataSet[] = [];
  for (const folder of await files.folderNames(join(libraryFolder, 'data'))) {
    const home = join(libraryFolder, 'data', folder);
    const vintage = (await files.folderNames(home)).at(-1) ?? '';
    for (const file of await files.fileNames(join(home, vintage))) {
      const name = /^(.+)\.csv$/.exec(file)?.[1];
      if (name === undefined) continue;
      const text = await files.readText(join(home, vintage, file), LIMIT_BYTES);
      const passport = await readJson(join(home, vintage, `${name}.passport.json`), files);
      if (!text.ok || !passport.ok) continue;
      sets.push({ name, folder, vintage, text: text.value, passport: passport.value });
    }
  }
  return sets;
}

/** All prose of the library by its path, and what other contributions say. */
async function readEntries(ownFolder: string, effects: Effects): Promise<FolderFile[]> {
  const { libraryFolder, files, folders } = effects;
  const entries: FolderFile[] = [];
  for (const part of PROSE_PARTS) {
    const found = await folders.found(join(libraryFolder, part));
    for (const { name } of found.ok ? found.value : []) {
      const path = join(libraryFolder, part, name);
      const isProse = name.endsWith('.md') || name.endsWith('contribution.json');
      if (!isProse || !relative(ownFolder, path).startsWith('..')) continue;
      const text = await files.readText(path, LIMIT_BYTES);
      if (text.ok) entries.push({ name: `${part}/${name}`, text: text.value });
    }
  }
  return entries;
}

/** Disclosure studies and articles: folders with figures and no Study. */
async function readTold({ files, libraryFolder }: Effects): Promise<ToldFolder[]> {
  const told: ToldFolder[] = [];
  for (const part of ['case', 'article'] as const) {
    for (const slug of await files.folderNames(join(libraryFolder, part))) {
      const home = join(libraryFolder, part, slug);
      if (await files.isFile(join(home, 'study.json'))) continue;
      const figures = await readJson(join(home, 'figures.json'), files);
      const page = await files.readText(join(home, `${part}.md`), LIMIT_BYTES);
      const date = /^(?:decisionDate|date): *"?(\d{4}-\d{2}-\d{2})/m.exec(
        page.ok ? page.value : '',
      );
      if (!figures.ok || date === null) continue;
      const hedge = await readJson(join(home, HEDGE_FILE), files);
      const own = hedge.ok ? { structuralHedge: hedge.value } : {};
      told.push({ part, slug, figures: figures.value, date: date[1] ?? '', ...own });
    }
  }
  return told;
}

/** Pages whose sentences a correction may move: cases, articles and weekly issues. */
export async function readPages({ files, libraryFolder }: Effects): Promise<Page[]> {
  const pages: Page[] = [];
  for (const [part, file] of [
    ['case', 'case.md'],
    ['article', 'article.md'],
    ['weekly', 'issue.md'],
  ] as const) {
    for (const slug of await files.folderNames(join(libraryFolder, part))) {
      const text = await files.readText(join(libraryFolder, part, slug, file), LIMIT_BYTES);
      const fronted = text.ok ? frontOf(text.value, file) : text;
      const prose = fronted.ok ? parseProse(fronted.value) : fronted;
      if (!prose.ok) continue;
      const name = `${part}/${slug}/${file}`;
      pages.push({ name, part, slug, prose: prose.value });
    }
  }
  return pages;
}
