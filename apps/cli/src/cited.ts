import { join } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import {
  type CaseVersion,
  type Citable,
  citableArticle,
  citableCase,
  citableIssue,
  type FolderFile,
  parseArticle,
  parseCaseHistory,
  parseCasePage,
  parseEntries,
  parseIssue,
} from '@almfes/laboratory';
import { readJson } from './case-run.js';
import type { Effects } from './effect/effects.js';
import { sha256 } from './effect/sha256.js';

const LIMIT_BYTES = 10_000_000;
const WHAT = /^(case|article|weekly)\/([A-Za-z0-9-]+)$/;

/** What `case/SLUG`, `article/SLUG` or `weekly/WEEK` names, as it is cited, or why it cannot be. */
export async function citedBy(what: string, effects: Effects): Promise<Result<Citable>> {
  const [, kind, name = ''] = WHAT.exec(what) ?? [];
  if (kind === 'case') return citedCase(name, effects);
  if (kind === 'article') return citedArticle(name, effects);
  if (kind === 'weekly') return citedIssue(name, effects);
  const expected = 'case/SLUG, article/SLUG or weekly/WEEK, such as case/svb-2022';
  return fail(issue('CITED_UNKNOWN', what, expected, what));
}

/** One case of the library, from all files of its folder. */
export async function citedCase(slug: string, effects: Effects): Promise<Result<Citable>> {
  const read = await caseFolderFiles(slug, effects);
  if (!read.ok) return read;
  const files = read.value;
  const page = files.find(({ name }) => name === 'case.md');
  if (page === undefined) {
    return fail(issue('CITED_UNKNOWN', slug, 'a case with its case.md', 'none'));
  }
  const front = parseCasePage(page.text);
  if (!front.ok) return front;
  const versions = await caseVersions(slug, effects);
  if (!versions.ok) return versions;
  return ok(
    citableCase({ slug, front: front.value.front, versions: versions.value, files }, sha256),
  );
}

/** Versions of the history.json of a case, the first first; none where it has no such file. */
export async function caseVersions(
  slug: string,
  { files, libraryFolder }: Pick<Effects, 'files' | 'libraryFolder'>,
): Promise<Result<readonly CaseVersion[]>> {
  const path = join(libraryFolder, 'case', slug, 'history.json');
  if (!(await files.isFile(path))) return ok([]);
  const history = await readJson(path, files);
  return history.ok ? parseCaseHistory(history.value) : history;
}

/** Every file of a case folder of the library, by name. */
export async function caseFolderFiles(
  slug: string,
  { files, libraryFolder }: Pick<Effects, 'files' | 'libraryFolder'>,
): Promise<Result<FolderFile[]>> {
  const home = join(libraryFolder, 'case', slug);
  const found: FolderFile[] = [];
  for (const name of await files.fileNames(home)) {
    if (!/\.(json|md)$/.test(name)) continue;
    const text = await files.readText(join(home, name), LIMIT_BYTES);
    if (!text.ok) return text;
    found.push({ name, text: text.value });
  }
  if (found.length > 0) return ok(found);
  return fail(issue('CITED_UNKNOWN', slug, 'a case of the library', 'none'));
}

/** An article of the library, from its page, figures and history. */
async function citedArticle(slug: string, effects: Effects): Promise<Result<Citable>> {
  const home = join(effects.libraryFolder, 'article', slug);
  const files: FolderFile[] = [];
  for (const name of ['article.md', 'figures.json', 'history.json']) {
    const text = await effects.files.readText(join(home, name), LIMIT_BYTES);
    if (text.ok) files.push({ name, text: text.value });
    else if (name !== 'history.json') {
      return fail(issue('CITED_UNKNOWN', slug, `an article with its ${name}`, 'none'));
    }
  }
  const figures = await readJson(join(home, 'figures.json'), effects.files);
  if (!figures.ok) return figures;
  const isDated = files.some(({ name }) => name === 'history.json');
  const history = isDated ? await readJson(join(home, 'history.json'), effects.files) : null;
  if (history?.ok === false) return history;
  const text = files.find(({ name }) => name === 'article.md')?.text ?? '';
  const found = parseArticle({ slug, text, figures: figures.value, history: history?.value });
  return found.ok ? ok(citableArticle({ ...found.value, files }, sha256)) : found;
}

async function citedIssue(week: string, effects: Effects): Promise<Result<Citable>> {
  const { files, libraryFolder } = effects;
  const home = join(libraryFolder, 'weekly');
  const folder = (await files.folderNames(home)).find(
    (each) => each.toLowerCase() === week.toLowerCase(),
  );
  const path = join(home, folder ?? week, 'issue.md');
  const page = await files.readText(path, LIMIT_BYTES);
  if (!page.ok) return page;
  const tracker = join(home, 'tracker');
  const texts: { name: string; text: string }[] = [];
  for (const name of await files.fileNames(tracker)) {
    if (!name.endsWith('.yaml')) continue;
    const text = await files.readText(join(tracker, name), LIMIT_BYTES);
    if (text.ok) texts.push({ name, text: text.value });
  }
  const entries = parseEntries(texts);
  if (!entries.ok) return entries;
  const found = parseIssue({ name: 'issue.md', text: page.value }, entries.value);
  if (!found.ok) return found;
  const { entryIds } = found.value;
  const selected = entries.value.filter(({ id }) => entryIds.includes(id));
  return ok(citableIssue(found.value, { page: page.value, entries: selected }, sha256));
}
