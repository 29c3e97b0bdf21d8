import { instant, mailDate } from './date-text.js';
import { type Edition, editionName, kindLine, SERIES } from './edition.js';
import { entryFacts } from './entry-facts.js';
import { escapeXml } from './escape-xml.js';
import { entryName, gradeLine } from './fill-issue.js';
import { markdownHtml } from './markdown-html.js';

/** Where a feed will stand; null leaves out every address that is not known (WEEK-14). */
export interface FeedPlace {
  /** `https://…/`, with the slash; the issues stand under `weekly/WEEK/`. */
  readonly base: string | null;
  /** Permanent name of the series. */
  readonly urn: string;
}

/** The HTML of an issue as a feed carries it: prose, then its entries with their passports. */
export function editionHtml({ front, markdown, entries }: Edition): string {
  const listed = entries.map((entry) => {
    const facts = entryFacts(entry).map(({ term, text, url }) => {
      const address = url === undefined ? '' : ` <a href="${escapeXml(url)}">${escapeXml(url)}</a>`;
      return `<li><strong>${escapeXml(term)}:</strong> ${escapeXml(text)}${address}</li>`;
    });
    return `<h3>${escapeXml(entryName(entry))}</h3>\n<ul>${facts.join('')}</ul>`;
  });
  return [
    `<p><em>${escapeXml(front.question)}</em></p>`,
    `<p>${escapeXml(kindLine(front, entries))}</p>`,
    markdownHtml(markdown),
    '<h2>The entries</h2>',
    `<p>${escapeXml(gradeLine(entries))}</p>`,
    ...listed,
  ].join('\n');
}

function addressOf({ base }: FeedPlace, edition: Edition): string | undefined {
  return base === null ? undefined : `${base}weekly/${edition.front.week}/`;
}

/** Newest issue first, whatever the order given. */
function inOrder(editions: readonly Edition[]): Edition[] {
  return [...editions].sort((one, other) => (one.front.week < other.front.week ? 1 : -1));
}

function updatedDay(editions: readonly Edition[]): number {
  return Math.max(...editions.map(({ versionDay }) => versionDay));
}

/** Techniques and processes of an issue, each once. */
function tagsOf({ entries }: Edition): string[] {
  const tags = entries.flatMap(({ almProcess, technique }) => [almProcess, technique]);
  return [...new Set(tags)].sort();
}

const tag = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

/** RSS 2.0 with the whole text; throws when there is no issue. */
export function rssFeed(editions: readonly Edition[], place: FeedPlace): string {
  const items = inOrder(editions).map((edition) => {
    const link = addressOf(place, edition);
    return [
      '<item>',
      tag('title', `${edition.front.week}: ${edition.front.title}`),
      ...(link === undefined ? [] : [tag('link', link)]),
      `<guid isPermaLink="false">${escapeXml(edition.urn)}</guid>`,
      tag('pubDate', mailDate(edition.day)),
      ...edition.authors.map((author) => tag('dc:creator', author)),
      ...tagsOf(edition).map((each) => tag('category', each)),
      tag('description', edition.front.question),
      tag('content:encoded', editionHtml(edition)),
      '</item>',
    ].join('\n');
  });
  const self =
    place.base === null ? [] : [`<atom:link href="${escapeXml(place.base)}feed.xml" rel="self"/>`];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"',
    '  xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    '  xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    tag('title', SERIES.title),
    tag('link', place.base ?? place.urn),
    ...self,
    tag('description', SERIES.description),
    tag('language', SERIES.language),
    tag('lastBuildDate', mailDate(updatedDay(editions))),
    ...items,
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

/** Atom 1.0 (RFC 4287) with the whole text; throws when there is no issue. */
export function atomFeed(editions: readonly Edition[], place: FeedPlace): string {
  const entries = inOrder(editions).map((edition) => {
    const link = addressOf(place, edition);
    return [
      '<entry>',
      tag('id', edition.urn),
      tag('title', `${edition.front.week}: ${edition.front.title}`),
      tag('published', instant(edition.day)),
      tag('updated', instant(edition.versionDay)),
      ...edition.authors.map((author) => `<author>${tag('name', author)}</author>`),
      ...(link === undefined ? [] : [`<link rel="alternate" href="${escapeXml(link)}"/>`]),
      ...tagsOf(edition).map((each) => `<category term="${escapeXml(each)}"/>`),
      tag('rights', `${edition.front.licence}; ${editionName(edition.front)}`),
      `<summary type="text">${escapeXml(edition.front.question)}</summary>`,
      `<content type="html">${escapeXml(editionHtml(edition))}</content>`,
      '</entry>',
    ].join('\n');
  });
  const links =
    place.base === null
      ? []
      : [
          `<link rel="self" type="application/atom+xml" href="${escapeXml(place.base)}atom.xml"/>`,
          `<link rel="alternate" href="${escapeXml(place.base)}"/>`,
        ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${SERIES.language}">`,
    tag('id', place.urn),
    tag('title', SERIES.title),
    tag('subtitle', SERIES.description),
    tag('updated', instant(updatedDay(editions))),
    ...links,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** JSON Feed 1.1 with the whole text; throws when there is no issue. */
export function jsonFeed(editions: readonly Edition[], place: FeedPlace): string {
  const { base } = place;
  updatedDay(editions);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: SERIES.title,
    description: SERIES.description,
    language: SERIES.language,
    ...(base !== null && { home_page_url: base, feed_url: `${base}feed.json` }),
    items: inOrder(editions).map((edition) => {
      const url = addressOf(place, edition);
      return {
        id: edition.urn,
        ...(url !== undefined && { url }),
        title: `${edition.front.week}: ${edition.front.title}`,
        summary: edition.front.question,
        content_html: editionHtml(edition),
        date_published: instant(edition.day),
        date_modified: instant(edition.versionDay),
        authors: edition.authors.map((name) => ({ name })),
        tags: tagsOf(edition),
        language: SERIES.language,
      };
    }),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
