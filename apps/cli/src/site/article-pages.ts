import { type Issue, ok, type Result } from '@almfes/engine';
import {
  type Article,
  anchorOf,
  type Citable,
  figureValue,
  type ProseLookup,
} from '@almfes/laboratory';
import type { ListTable, SitePage } from '@almfes/report';
import { citationSections } from './citation-section.js';
import { figureSections } from './cited-passports.js';
import { STATUSES } from './front-words.js';
import { proseSections } from './prose-sections.js';
import { ratioSections } from './ratio-passports.js';
import { articleAddress } from './site-case.js';
import type { SiteSource } from './site-source.js';
import { versionSections } from './version-section.js';

/** A page an article and the page that lists them; nothing where there is none. */
export function articlePages(
  { articles, citedArticles }: Pick<SiteSource, 'articles' | 'citedArticles'>,
  pageOf: ProseLookup['pageOf'],
): Result<readonly SitePage[]> {
  if (articles.length === 0) return ok([]);
  const made = articles.map((article) => articlePage(article, citedArticles[article.slug], pageOf));
  const issues = made.flatMap((page): readonly Issue[] => (page.ok ? [] : page.issues));
  if (issues.length > 0) return { ok: false, issues };
  return ok([...made.flatMap((page) => (page.ok ? [page.value] : [])), indexPage(articles)]);
}

function articlePage(
  { slug, front, prose, figures, versions }: Article,
  citable: Citable | undefined,
  pageOf: ProseLookup['pageOf'],
): Result<SitePage> {
  const lookup: Pick<ProseLookup, 'valueOf'> = { valueOf: ({ id }) => figureValue(id, figures) };
  const words = proseSections(prose, { ...lookup, pageOf });
  if (!words.ok) return words;
  const version = `${front.version}, ${STATUSES[front.status]}, ${front.licence}`;
  return ok({
    address: articleAddress(slug),
    part: 'Articles',
    kicker: 'Article',
    title: front.title,
    description: front.summary,
    facts: [
      { term: 'Date', text: front.date },
      { term: 'Version', text: version },
      { term: 'Authors', text: [...front.authors, ...(front.contributors ?? [])].join(', ') },
    ],
    sections: [
      ...words.value,
      ...figureSections({ prose, figures }),
      ...ratioSections(prose, {
        ...lookup,
        labelOf: ({ id }) => figures[id]?.label ?? id,
        addressOf: (target) => anchorOf(target),
      }),
      ...citationSections(citable),
      ...versionSections(versions),
    ],
  });
}

function indexPage(articles: readonly Article[]): SitePage {
  const list: ListTable = {
    id: 'articles',
    title: 'Articles',
    columns: [
      { title: 'Article', align: 'start' },
      { title: 'Date', align: 'start' },
    ],
    facets: [],
    rows: articles.map(({ slug, front }) => ({
      cells: [
        { text: front.title, href: articleAddress(slug), note: front.summary },
        { text: front.date },
      ],
      facets: {},
    })),
  };
  return {
    address: 'articles',
    part: 'Articles',
    kicker: '',
    title: 'Articles',
    description: 'Adjacent research: what public figures of other fields say to a treasurer.',
    facts: [],
    sections: [{ id: 'list', title: '', level: 2, blocks: [{ kind: 'list', list }] }],
  };
}
