import { type Issue, ok, type Result } from '@almfes/engine';
import {
  atomFeed,
  type Edition,
  editionOf,
  jsonFeed,
  permanentUrn,
  rssFeed,
} from '@almfes/laboratory';
import { sha256 } from '../effect/sha256.js';
import type { SiteSource } from './site-source.js';

/** The feeds of the series, as pages name them. */
export const FEEDS = [
  { href: 'feed.xml', type: 'application/rss+xml', title: 'RSS' },
  { href: 'atom.xml', type: 'application/atom+xml', title: 'Atom' },
  { href: 'feed.json', type: 'application/feed+json', title: 'JSON Feed' },
] as const;

interface FeedFile {
  readonly path: string;
  readonly content: string;
}

/** The three feeds with every issue (WEEK-14); none where there is no issue. */
export function feedFiles({ weekly, entries, baseAddress }: SiteSource): Result<FeedFile[]> {
  if (weekly.length === 0) return ok([]);
  const made = weekly.map((each) => editionOf(each, entries, sha256));
  const issues = made.flatMap((each): readonly Issue[] => (each.ok ? [] : each.issues));
  if (issues.length > 0) return { ok: false, issues };
  const editions = made.flatMap((each): Edition[] => (each.ok ? [each.value] : []));
  const base = baseAddress === '' ? null : baseAddress;
  const place = { base, urn: permanentUrn('weekly', sha256) };
  return ok([
    { path: 'feed.xml', content: rssFeed(editions, place) },
    { path: 'atom.xml', content: atomFeed(editions, place) },
    { path: 'feed.json', content: jsonFeed(editions, place) },
  ]);
}
