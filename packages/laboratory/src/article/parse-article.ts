import { type Figure, type Issue, issue, ok, type Result, read } from '@almfes/engine';
import { parseFiguresFile } from '@almfes/intake';
import { markupIssues, passportIssues, semanticVersion, slugText } from '../case/index.js';
import { type CaseVersion, parseCaseHistory } from '../citation/index.js';
import { frontOf, type PlacedReference, type Prose, parseProse } from '../prose/index.js';

/** What stands before the prose of an article (rule ARTICLE-1). */
export interface ArticleFront {
  readonly title: string;
  readonly summary: string;
  readonly date: string;
  /** Semantic version 2.0.0. */
  readonly version: string;
  readonly status: 'draft' | 'in-review' | 'published';
  readonly licence: 'CC-BY-4.0';
  readonly authors: readonly string[];
  /** People whose corrections were accepted (rule CONTRIB-15); absent where there are none. */
  readonly contributors?: readonly string[];
}

/** Adjacent research: prose and the public figures it tells, without a Study. */
export interface Article {
  readonly slug: string;
  readonly front: ArticleFront;
  readonly prose: Prose;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Versions of its history.json, the first first; empty where it has none. */
  readonly versions: readonly CaseVersion[];
}

export interface ArticleFiles {
  readonly slug: string;
  /** Text of article.md. */
  readonly text: string;
  /** figures.json, of unknown shape. */
  readonly figures: unknown;
  /** history.json, of unknown shape; absent where the article has none. */
  readonly history?: unknown;
}

const FILE = 'article.md';

/** Sections that no article is without, wherever they stand (rule ARTICLE-2). */
export const ARTICLE_SECTIONS = [
  'What public data cannot tell',
  'What would change our mind',
  'The lesson',
] as const;

type Required = Omit<ArticleFront, 'contributors'> & { readonly schema: string };

const readFront = read.objectWith<Required, { readonly contributors: readonly string[] }>(
  {
    schema: read.oneOf(['almfes/article-front/1'] as const),
    title: read.title,
    summary: read.text({ min: 10, max: 300 }),
    date: read.isoDate,
    version: semanticVersion,
    status: read.oneOf(['draft', 'in-review', 'published'] as const),
    licence: read.oneOf(['CC-BY-4.0'] as const),
    authors: read.list(slugText, 20, 1),
  },
  { contributors: read.list(read.title, 100, 1) },
);

/** article.md alone: front matter and prose, with every issue of either by its line. */
export function parseArticlePage(
  text: string,
): Result<{ readonly front: ArticleFront; readonly prose: Prose }> {
  const split = frontOf(text, FILE);
  if (!split.ok) return split;
  const found: Issue[] = [];
  const front = readFront(split.value.form.value, '', found);
  const issues = found.map(split.value.form.placed);
  const prose = parseProse(split.value);
  if (!prose.ok) issues.push(...prose.issues);
  if (front === undefined || !prose.ok) return { ok: false, issues };
  const { schema: _schema, ...rest } = front;
  return read.resultOf({ front: rest, prose: prose.value }, issues);
}

/**
 * An article, or every issue with file and line or pointer (rules ARTICLE-1 to ARTICLE-4): front
 * matter, prose, sections, passports, and whether prose names figures that exist. Never throws.
 */
export function parseArticle(files: ArticleFiles): Result<Article> {
  const { slug, text, figures: file, history } = files;
  const page = parseArticlePage(text);
  const issues: Issue[] = page.ok ? [] : [...page.issues];
  const figures = parseFiguresFile(file);
  if (!figures.ok) issues.push(...figures.issues);
  issues.push(...markupIssues(file, 'figures.json#'));
  const versions = history === undefined ? ok([]) : parseCaseHistory(history);
  if (!versions.ok) issues.push(...versions.issues.map(inHistory));
  if (!page.ok || !figures.ok || !versions.ok) return { ok: false, issues };
  const { front, prose } = page.value;
  const last = versions.value.at(-1)?.version ?? front.version;
  if (last !== front.version) {
    issues.push(issue('version', 'history.json', `${front.version} as its last version`, last));
  }
  issues.push(...passportIssues(figures.value));
  issues.push(...missingSections(prose));
  for (const each of prose.references) {
    issues.push(...referenceIssues(each, front.date, figures.value));
  }
  return read.resultOf(
    { slug, front, prose, figures: figures.value, versions: versions.value },
    issues,
  );
}

function inHistory(found: Issue): Issue {
  return { ...found, path: `history.json#${found.path}` };
}

function missingSections(prose: Prose): Issue[] {
  const titles = prose.sections.map(({ title }) => title);
  return ARTICLE_SECTIONS.filter((title) => !titles.includes(title)).map((title) =>
    issue('section-missing', FILE, `a section '## ${title}'`, 'none'),
  );
}

function referenceIssues(
  { target, line }: PlacedReference,
  date: string,
  figures: Readonly<Record<string, Figure>>,
): Issue[] {
  const at = `${FILE} line ${line}`;
  const targets = target.kind === 'ratio' ? [target.over, target.under] : [target];
  return targets.flatMap((each) => {
    if (each.kind === 'measure' || each.kind === 'discipline') {
      return [issue('unknown-measure', at, 'a figure: an article has no Study', each.id)];
    }
    if (each.kind !== 'figure') return [];
    const figure = Object.hasOwn(figures, each.id) ? figures[each.id] : undefined;
    if (figure === undefined) {
      return [issue('unknown-figure', at, 'an id of figures.json', each.id)];
    }
    if (figure.knownFrom <= date) return [];
    const got = `${each.id}, ${figure.knownFrom}`;
    return [issue('known-after-article', at, `known by ${date}`, got)];
  });
}
