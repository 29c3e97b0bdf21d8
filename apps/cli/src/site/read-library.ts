import { join } from 'node:path';
import { type Issue, ok, type Result, read } from '@almfes/engine';
import {
  type Article,
  type Entry,
  type NamedText,
  parseArticle,
  parseEntries,
  parseIssue,
  type WeeklyIssue,
} from '@almfes/laboratory';
import { readJson } from '../case-run.js';
import type { Effects } from '../effect/effects.js';

const LIMIT_BYTES = 5_000_000;

type Surroundings = Pick<Effects, 'files' | 'libraryFolder'>;

/** The articles of the library, or what is wrong with them, each issue with its folder. */
export async function readArticles(effects: Surroundings): Promise<Result<readonly Article[]>> {
  const parent = join(effects.libraryFolder, 'article');
  const articles: Article[] = [];
  const issues: Issue[] = [];
  for (const slug of await effects.files.folderNames(parent)) {
    const text = await effects.files.readText(join(parent, slug, 'article.md'), LIMIT_BYTES);
    const figures = await readJson(join(parent, slug, 'figures.json'), effects.files);
    if (!text.ok || !figures.ok) {
      issues.push(...[text, figures].flatMap((each) => (each.ok ? [] : each.issues)));
      continue;
    }
    const found = parseArticle({ slug, text: text.value, figures: figures.value });
    if (found.ok) articles.push(found.value);
    else issues.push(...found.issues.map((each) => inFolder(slug, each)));
  }
  return read.resultOf(articles, issues);
}

/** The tracker and the issues of the series. */
export async function readSeries(
  effects: Surroundings,
): Promise<Result<{ entries: readonly Entry[]; weekly: readonly WeeklyIssue[] }>> {
  const parent = join(effects.libraryFolder, 'weekly');
  const entries = parseEntries(await textsIn(join(parent, 'tracker'), effects));
  if (!entries.ok) return entries;
  const weekly: WeeklyIssue[] = [];
  const issues: Issue[] = [];
  for (const week of await effects.files.folderNames(parent)) {
    const path = join(parent, week, 'issue.md');
    if (!(await effects.files.isFile(path))) continue;
    const text = await effects.files.readText(path, LIMIT_BYTES);
    if (!text.ok) return text;
    const found = parseIssue({ name: `${week}/issue.md`, text: text.value }, entries.value);
    if (found.ok) weekly.push(found.value);
    else issues.push(...found.issues);
  }
  return issues.length > 0 ? { ok: false, issues } : ok({ entries: entries.value, weekly });
}

async function textsIn(folder: string, { files }: Surroundings): Promise<NamedText[]> {
  const names = (await files.fileNames(folder)).filter((name) => /\.(ya?ml|json)$/.test(name));
  const texts: NamedText[] = [];
  for (const name of names) {
    const text = await files.readText(join(folder, name), LIMIT_BYTES);
    if (text.ok) texts.push({ name, text: text.value });
  }
  return texts;
}

function inFolder(slug: string, found: Issue): Issue {
  return { ...found, path: `${slug}/${found.path}` };
}
