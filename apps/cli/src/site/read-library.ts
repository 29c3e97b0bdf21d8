import { join } from 'node:path';
import { type Issue, ok, type Result, read } from '@almfes/engine';
import { type Article, type Citable, parseArticle, type WeeklyIssue } from '@almfes/laboratory';
import { readJson } from '../case-run.js';
import { citedBy } from '../cited.js';
import type { Effects } from '../effect/effects.js';
import { readSeries, type WeeklySeries, weeklyFolder } from '../weekly-library.js';

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
    const path = join(parent, slug, 'history.json');
    const hasHistory = await effects.files.isFile(path);
    const history = hasHistory ? await readJson(path, effects.files) : ok(undefined);
    if (!text.ok || !figures.ok || !history.ok) {
      issues.push(...[text, figures, history].flatMap((each) => (each.ok ? [] : each.issues)));
      continue;
    }
    const files = { slug, text: text.value, figures: figures.value, history: history.value };
    const found = parseArticle(files);
    if (found.ok) articles.push(found.value);
    else issues.push(...found.issues.map((each) => inFolder(slug, each)));
  }
  return read.resultOf(articles, issues);
}

/** The tracker and the issues of the series; none where the library has no series. */
export async function readWeekly(effects: Surroundings): Promise<Result<WeeklySeries>> {
  if (!(await effects.files.isFolder(join(effects.libraryFolder, 'weekly')))) {
    return ok({ entries: [], issues: [] });
  }
  const folder = await weeklyFolder(effects);
  return folder.ok ? readSeries(folder.value, effects) : folder;
}

/** How each article is cited, by its name. */
export async function readCitedArticles(
  articles: readonly Article[],
  effects: Effects,
): Promise<Result<Readonly<Record<string, Citable>>>> {
  const cited: [string, Citable][] = [];
  for (const { slug } of articles) {
    const found = await citedBy(`article/${slug}`, effects);
    if (!found.ok) return found;
    cited.push([slug, found.value]);
  }
  return ok(Object.fromEntries(cited));
}

/** How each issue is cited, by its week. */
export async function readCitedIssues(
  weekly: readonly WeeklyIssue[],
  effects: Effects,
): Promise<Result<Readonly<Record<string, Citable>>>> {
  const cited: [string, Citable][] = [];
  for (const { front } of weekly) {
    const found = await citedBy(`weekly/${front.week}`, effects);
    if (!found.ok) return found;
    cited.push([front.week, found.value]);
  }
  return ok(Object.fromEntries(cited));
}

function inFolder(slug: string, found: Issue): Issue {
  return { ...found, path: `${slug}/${found.path}` };
}
