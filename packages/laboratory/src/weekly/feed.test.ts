import { createHash } from 'node:crypto';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { mailDate } from './date-text.js';
import { editionOf, kindLine, permanentUrn } from './edition.js';
import { atomFeed, type FeedPlace, jsonFeed, rssFeed } from './feed.js';
import { exampleEntries, exampleIssue } from './weekly.test-fixture.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const REVISED = 'version: 2.0.0\nrevised: 2026-12-02';
const NOWHERE: FeedPlace = { base: null, urn: permanentUrn('weekly', sha256) };
const SOMEWHERE: FeedPlace = { ...NOWHERE, base: 'https://bank.example/alm/' };

function editions() {
  const weeks = [exampleIssue(), exampleIssue([['kind: news', 'kind: reading-list']])];
  return weeks.map((weekly, index) => {
    const edition = editionOf(weekly, exampleEntries(), sha256);
    if (!edition.ok) throw new Error('no edition');
    const week = `2026-W${48 + index}`;
    return {
      ...edition.value,
      front: { ...edition.value.front, week },
      urn: permanentUrn(`weekly/${week}`, sha256),
    };
  });
}

/** Read by another library than the one that wrote it, which is none. */
function parsed(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  const reader = new XMLParser({ ignoreAttributes: false, htmlEntities: false });
  return reader.parse(xml);
}

describe('the feeds of the series', () => {
  it('WEEK-14: a name is a UUID of version 8 that the version of the issue does not change', () => {
    expect(permanentUrn('weekly/2026-W48', sha256)).toMatch(URN);
    expect(permanentUrn('weekly/2026-W48', sha256)).not.toBe(permanentUrn('weekly', sha256));
    const second = exampleIssue([['version: 1.0.0', REVISED]]);
    const edition = editionOf(second, exampleEntries(), sha256);
    expect(edition.ok && edition.value.urn).toBe(permanentUrn('weekly/2026-W48', sha256));
  });

  it('WEEK-14: names that readers hold already never change', () => {
    // By hashlib of Python, for `almfes:weekly` and `almfes:weekly/2026-W48`.
    expect(permanentUrn('weekly', sha256)).toBe('urn:uuid:0c1c9aaf-7f6a-8a9a-93ba-f56d5d531866');
    expect(permanentUrn('weekly/2026-W48', sha256)).toBe(
      'urn:uuid:53f174e9-b0ed-8fef-b974-471d6d03a5da',
    );
  });

  it('WEEK-10: the newest source is the one that may be of the latest day', () => {
    const dated = (...dates: string[]) =>
      exampleEntries().map((entry, at) => ({ ...entry, date: dates[at] ?? '2020' }));
    const line = (...dates: string[]) => kindLine(exampleIssue().front, dated(...dates));
    expect(line('2026-01-26', '2026')).toContain('newest is of 2026.');
    expect(line('2026-02', '2026-02-28')).toContain('newest is of 2026-02.');
    expect(line('2025', '2026-01-26')).toContain('newest is of 2026-01-26.');
  });

  it('WEEK-14: the variant of RFC 9562 takes all its four digits, over the names', () => {
    const names = Array.from({ length: 60 }, (_, week) => permanentUrn(`weekly/${week}`, sha256));
    expect(names.every((name) => URN.test(name))).toBe(true);
    expect(new Set(names.map((name) => name.charAt(28)))).toEqual(new Set('89ab'));
    expect(new Set(names).size).toBe(60);
  });

  it('WEEK-10: the newest source is told, wherever it stands among the entries', () => {
    const { front } = exampleIssue();
    const dated = (dates: readonly string[]) =>
      exampleEntries().map((entry, at) => ({ ...entry, date: dates[at] ?? '2001' }));
    expect(kindLine(front, dated(['2020', '2026-07-08', '2025-01']))).toBe(
      'News of the week and older sources; the newest is of 2026-07-08.',
    );
    expect(kindLine({ ...front, kind: 'reading-list' }, dated(['2019-03']))).toBe(
      'A reading list, no news of the week; the newest source is of 2019-03.',
    );
  });

  it.each(['1969-12-31', '2000-02-29', '2026-11-28', '2027-01-01'])(
    'WEEK-14: %s as RFC 5322 writes it, by the clock of JavaScript',
    (iso) => {
      const time = Date.parse(`${iso}T00:00:00Z`);
      expect(mailDate(time / 86_400_000)).toBe(
        new Date(time).toUTCString().replace('GMT', '+0000'),
      );
    },
  );

  it('WEEK-14: RSS 2.0 has what it asks for, newest first, with ids that are no address', () => {
    const { rss } = parsed(rssFeed(editions(), NOWHERE));
    expect(rss['@_version']).toBe('2.0');
    const { title, link, description, lastBuildDate, item } = rss.channel;
    expect([title, link]).toEqual(['AI in ALM', NOWHERE.urn]);
    expect(description.length).toBeGreaterThan(20);
    expect(lastBuildDate).toBe('Sat, 28 Nov 2026 00:00:00 +0000');
    expect(item.map((each: { title: string }) => each.title.slice(0, 8))).toEqual([
      '2026-W49',
      '2026-W48',
    ]);
    for (const each of item) {
      expect(each.guid['#text']).toMatch(URN);
      expect(each.guid['@_isPermaLink']).toBe('false');
      expect(each.pubDate).toBe('Sat, 28 Nov 2026 00:00:00 +0000');
      expect(each.link).toBeUndefined();
      expect(each['content:encoded']).toContain('What is claimed');
    }
    expect(new Set(item.map((each: { guid: object }) => JSON.stringify(each.guid))).size).toBe(2);
  });

  it('WEEK-14: Atom 1.0 has id, title, updated and an author everywhere (RFC 4287, 4.1)', () => {
    const { feed } = parsed(atomFeed(editions(), NOWHERE));
    expect(feed['@_xmlns']).toBe('http://www.w3.org/2005/Atom');
    expect(feed.id).toMatch(URN);
    expect(feed.updated).toBe('2026-11-28T00:00:00Z');
    for (const entry of feed.entry) {
      expect(entry.id).toMatch(URN);
      expect(entry.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(entry.author.name).toBe('ALMFES laboratory');
      expect(entry.content['@_type']).toBe('html');
    }
  });

  it('WEEK-14: JSON Feed 1.1 has version, title and items with an id and a text', () => {
    const feed = JSON.parse(jsonFeed(editions(), NOWHERE));
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.home_page_url).toBeUndefined();
    for (const item of feed.items) {
      expect(item.id).toMatch(URN);
      expect(item.url).toBeUndefined();
      expect(item.content_html).toContain('<h2>What is claimed</h2>');
      expect(item.date_published).toBe('2026-11-28T00:00:00Z');
      expect(item.authors).toEqual([{ name: 'ALMFES laboratory' }]);
    }
  });

  it('WEEK-14: a later version keeps its id and first day and bears a day of its own', () => {
    const made = editionOf(exampleIssue([['version: 1.0.0', REVISED]]), exampleEntries(), sha256);
    if (!made.ok) throw new Error('no edition');
    const { feed } = parsed(atomFeed([made.value], NOWHERE));
    expect(feed.entry.id).toBe(permanentUrn('weekly/2026-W48', sha256));
    expect(feed.entry.published).toBe('2026-11-28T00:00:00Z');
    expect(feed.entry.updated).toBe('2026-12-02T00:00:00Z');
    expect(feed.updated).toBe('2026-12-02T00:00:00Z');
    const [item] = JSON.parse(jsonFeed([made.value], NOWHERE)).items;
    expect(item.date_published).toBe('2026-11-28T00:00:00Z');
    expect(item.date_modified).toBe('2026-12-02T00:00:00Z');
    const { channel } = parsed(rssFeed([made.value], NOWHERE)).rss;
    expect(channel.item.pubDate).toBe('Sat, 28 Nov 2026 00:00:00 +0000');
    expect(channel.lastBuildDate).toBe('Wed, 02 Dec 2026 00:00:00 +0000');
  });

  it('WEEK-14: the feed is as new as its newest version, whatever the order given', () => {
    const [one, two] = editions();
    if (!one || !two) throw new Error('not two');
    const both = [{ ...one, versionDay: one.versionDay + 9 }, two];
    for (const given of [both, both.toReversed()]) {
      const { feed } = parsed(atomFeed(given, NOWHERE));
      expect(feed.updated).toBe('2026-12-07T00:00:00Z');
      expect(feed.entry[0].title).toContain('2026-W49');
    }
  });

  it('WEEK-14: tags are the processes and techniques of an issue, each once, in one order', () => {
    const { items } = JSON.parse(jsonFeed(editions(), SOMEWHERE));
    expect(items[0].tags).toEqual(['deposit-modelling', 'tree-ensemble']);
    const { feed } = parsed(atomFeed(editions(), SOMEWHERE));
    const terms = feed.entry[0].category.map((each: Record<string, string>) => each['@_term']);
    expect(terms).toEqual(['deposit-modelling', 'tree-ensemble']);
    expect(feed.entry[0].rights).toMatch(/^CC-BY-4\.0; \S+2026-w49\S*1\.0\.0$/);
  });

  it('WEEK-14: with a base, each feed names its own address and the site', () => {
    const json = JSON.parse(jsonFeed(editions(), SOMEWHERE));
    expect([json.home_page_url, json.feed_url]).toEqual([
      'https://bank.example/alm/',
      'https://bank.example/alm/feed.json',
    ]);
    const { feed } = parsed(atomFeed(editions(), SOMEWHERE));
    const links = feed.link.map((each: Record<string, string>) => [each['@_rel'], each['@_href']]);
    expect(links).toEqual([
      ['self', 'https://bank.example/alm/atom.xml'],
      ['alternate', 'https://bank.example/alm/'],
    ]);
  });

  it('WEEK-14: with a base, addresses stand under it in all three', () => {
    const page = 'https://bank.example/alm/weekly/2026-W48/';
    const { rss } = parsed(rssFeed(editions(), SOMEWHERE));
    expect(rss.channel.item[1].link).toBe(page);
    expect(rss.channel['atom:link']['@_href']).toBe('https://bank.example/alm/feed.xml');
    const { feed } = parsed(atomFeed(editions(), SOMEWHERE));
    expect(feed.entry[1].link['@_href']).toBe(page);
    expect(JSON.parse(jsonFeed(editions(), SOMEWHERE)).items[1].url).toBe(page);
  });

  it('WEEK-14: what is marked up in a title or an author is text in every feed', () => {
    const rss = rssFeed(editions(), NOWHERE);
    const item = parsed(rss).rss.channel.item[1];
    expect(item.title).toBe('2026-W48: Made up & "quoted" <title>');
    // Once for XML, once for the HTML inside it.
    expect(rss).toContain('Bank &amp;amp; &amp;lt;Partner&amp;gt;');
    expect(item['content:encoded']).toContain('Bank &amp; &lt;Partner&gt;');
    expect(item['content:encoded']).toContain('href="https://page.example.org/?a=1&amp;b=2"');
  });
});
