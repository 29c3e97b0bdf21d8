import { type Issue, issue, ok, type Result, read } from '@almfes/engine';
import { type Entry, entryName, type ProseLookup, trackerPictures } from '@almfes/laboratory';
import {
  type PageSection,
  partSection,
  SITE_STYLE,
  type SiteFrame,
  type SitePage,
} from '@almfes/report';
import type { SiteContent } from '../effect/effects.js';
import { articlePages } from './article-pages.js';
import { casePages } from './case-pages.js';
import { contributionsPage } from './contributions-page.js';
import { dataAddress, dataPage } from './data-passports.js';
import { FEEDS, feedFiles } from './feed-files.js';
import { figureRows, REPRODUCTION } from './figure-rows.js';
import { homePage } from './home-page.js';
import { LEAGUE_DOCUMENT, leagueFacts, leagueRowAddress } from './league-links.js';
import { leagueFile, leaguePages } from './league-pages.js';
import { libraryPage } from './library-page.js';
import { linkedTables, type RowAddress } from './linked-tables.js';
import { linkedWords } from './linked-words.js';
import {
  articleAddress,
  bundlePath,
  caseAddress,
  caseTitle,
  entryAddress,
  figuresAddress,
} from './site-case.js';
import { contributionAddress } from './site-contribution.js';
import { documentPages } from './site-documents.js';
import type { SiteSource } from './site-source.js';
import { sitemap } from './sitemap.js';
import { trackerPage, weeklyPages } from './weekly-pages.js';

/** Every page and file of the site, or why a page cannot be filled, with file and line. */
export async function siteContent(source: SiteSource): Promise<Result<SiteContent>> {
  const { baseAddress, cases, contributions, league } = source;
  const lookup = { pageOf: pageLookup(source), ruleAddress: ruleLookup(source.documents) };
  const issues: Issue[] = [];
  const ofCases: SitePage[] = [];
  for (const each of cases) {
    const made = await casePages(each, { ...lookup, contributions });
    if (made.ok) ofCases.push(...made.value);
    else issues.push(...made.issues);
  }
  const others = await otherPages(source);
  const pages = [...(others.ok ? others.value : []), ...ofCases];
  const feeds = feedFiles(source);
  issues.push(...[others, feeds].flatMap((made) => (made.ok ? [] : made.issues)));
  const map = baseAddress === '' ? [] : [sitemap(pages, baseAddress)];
  const bundles = cases.flatMap((each) =>
    each.bundle === undefined ? [] : [{ path: bundlePath(each), content: each.bundle }],
  );
  const tables = league.map((each) => ({ path: leagueFile(each), content: each.text }));
  const files = [...map, ...(feeds.ok ? feeds.value : []), ...bundles, ...tables];
  return read.resultOf({ frame: frameOf(source, pages), pages, files }, issues);
}

/** Every page but those of the cases (SITE-15), or why one cannot be filled. */
export async function otherPages(source: SiteSource): Promise<Result<readonly SitePage[]>> {
  const { cases, contributions, data, documents, entries, league } = source;
  const pageOf = pageLookup(source);
  const ofArticles = articlePages(source, pageOf);
  const ofWeeks = weeklyPages(source);
  const tracker = trackerPage(entries, await trends(entries));
  const pages = [
    homePage(source),
    libraryPage(cases),
    ...(ofArticles.ok ? ofArticles.value : []),
    ...(ofWeeks.ok ? ofWeeks.value : []),
    ...(tracker === null ? [] : [tracker]),
    ...documentPages(linkedDocuments(source)).map((page) =>
      withFacts(page, { contributions: contributions.length, league }),
    ),
    ...leaguePages(league, ruleLookup(documents)),
    ...dataPage(data),
    ...contributionsPage(contributions, pageOf),
  ];
  const issues = [ofArticles, ofWeeks].flatMap((made) => (made.ok ? [] : made.issues));
  return read.resultOf(pages, issues);
}

/** How to contribute leads to what was contributed, and the league to every bank. */
function withFacts(
  page: SitePage,
  told: { readonly contributions: number; readonly league: SiteSource['league'] },
): SitePage {
  if (page.address === 'league') {
    return { ...page, facts: [...page.facts, ...leagueFacts(told.league)] };
  }
  if (page.address !== 'contribute' || told.contributions === 0) return page;
  const text = `${told.contributions} received`;
  const queue = { term: 'Contributions', text, href: contributionAddress() };
  return { ...page, facts: [...page.facts, queue] };
}

/** Numbers of pages that tell results lead to where they come from (SITE-14, SITE-15). */
function linkedDocuments({ documents, league, cases }: SiteSource): SiteSource['documents'] {
  const rows: Record<string, RowAddress> = {
    [LEAGUE_DOCUMENT]: leagueRowAddress(league),
    [REPRODUCTION]: figureRows(cases),
  };
  return documents.map((each) => {
    const { path, text } = each;
    if (!path.startsWith('docs/validation/') && path !== REPRODUCTION) return each;
    return { ...each, text: linkedWords(linkedTables(text, rows[path])) };
  });
}

/** Where the field is moving, as pictures; none where there is no entry. */
async function trends(entries: readonly Entry[]): Promise<readonly PageSection[]> {
  if (entries.length === 0) return [];
  const part = { id: 'trends', title: 'Trends', tables: [], pictures: trackerPictures(entries) };
  const { id, title, html } = await partSection(part);
  return [{ id, title, level: 2, blocks: [{ kind: 'html', html }] }];
}

/** Pages that words may name; what the library does not hold is an issue. */
function pageLookup({ cases, leftOut, articles, entries }: SiteSource): ProseLookup['pageOf'] {
  const titles = new Map([
    ...leftOut.map((slug) => [`case ${slug}`, slug] as const),
    ...cases.map((each) => [`case ${each.slug}`, caseTitle(each)] as const),
    ...articles.map(({ slug, front }) => [`article ${slug}`, front.title] as const),
    ...entries.map((entry) => [`entry ${entry.id}`, entryName(entry)] as const),
  ]);
  const addresses = { case: caseAddress, article: articleAddress, entry: entryAddress };
  return ({ kind, id }) => {
    const title = titles.get(`${kind} ${id}`);
    if (title !== undefined) return ok({ title, address: `page:${addresses[kind](id)}` });
    return { ok: false, issues: [issue('unknown-page', '', `a ${kind} of the library`, id)] };
  };
}

/** The place of every rule of the method pages, by its name (SITE-5). */
function ruleLookup(documents: SiteSource['documents']): (rule: string) => string | undefined {
  const places = documents.flatMap(({ address, text }) =>
    [...text.matchAll(/^- \*\*([A-Z]+-\d+)\*\*/gm)].map(
      ([, rule = '']) => [rule, `${address}#${rule.toLowerCase()}`] as const,
    ),
  );
  const byRule = new Map(places);
  return (rule) => byRule.get(rule);
}

const NAVIGATION = [
  { part: 'Library', href: 'library' },
  { part: 'League', href: 'league' },
  { part: 'Weekly', href: 'weekly' },
  { part: 'Tracker', href: 'tracker' },
  { part: 'Articles', href: 'articles' },
  { part: 'Method', href: 'method' },
  { part: 'Contribute', href: 'contribute' },
];

function frameOf(source: SiteSource, pages: readonly SitePage[]): SiteFrame {
  const addresses = pages.map(({ address }) => address);
  return {
    name: 'ALMFES',
    navigation: NAVIGATION.filter(({ href }) => addresses.includes(href)),
    style: SITE_STYLE,
    documents: Object.fromEntries([
      ...source.documents.map(({ path, address }) => [path, address]),
      ...source.data.map(({ path }) => [path, dataAddress(path)]),
      ...source.cases.flatMap(({ slug }) => [
        [`library/case/${slug}/case.md`, caseAddress(slug)],
        [`library/case/${slug}/figures.json`, figuresAddress(slug)],
      ]),
    ]),
    addresses,
    feeds: source.weekly.length === 0 ? [] : FEEDS,
    baseAddress: source.baseAddress,
  };
}
