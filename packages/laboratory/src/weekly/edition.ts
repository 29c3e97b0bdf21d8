import { dayFromIso, type HashFunction, ok, type Result } from '@almfes/engine';
import { LABORATORY, permanentId } from '../citation/index.js';
import { longDate } from './date-text.js';
import type { Entry } from './entry.js';
import { fillIssue } from './fill-issue.js';
import type { IssueFront, WeeklyIssue } from './weekly-issue.js';

/** The name of the series, on every edition. */
export const SERIES = {
  title: 'AI in ALM',
  description:
    'What is happening where artificial intelligence meets the management of a bank’s balance ' +
    'sheet: claims with their evidence, and what they change for a treasurer.',
  language: 'en',
} as const;

/** An issue ready to be sent: filled prose, its entries, its permanent name. */
export interface Edition {
  readonly front: IssueFront;
  /** `urn:uuid:` of the name of the issue; the same for all its versions (WEEK-14). */
  readonly urn: string;
  readonly authors: readonly string[];
  /** Filled Markdown; entries link to their sources. */
  readonly markdown: string;
  readonly entries: readonly Entry[];
  /** Day it was written. */
  readonly day: number;
  /** Day of this version. */
  readonly versionDay: number;
}

/** One issue as an edition; fails when its prose cannot be filled. */
export function editionOf(
  weekly: WeeklyIssue,
  entries: readonly Entry[],
  hash: HashFunction,
): Result<Edition> {
  const markdown = fillIssue(weekly, entries, ({ source }) => source.url);
  if (!markdown.ok) return markdown;
  const { front, entryIds } = weekly;
  const written = dayFromIso(front.date, '/date');
  if (!written.ok) return written;
  const revised = dayFromIso(front.revised ?? front.date, '/revised');
  if (!revised.ok) return revised;
  return ok({
    front,
    urn: permanentUrn(`weekly/${front.week}`, hash),
    authors: front.authors.map((slug) => (slug === 'laboratory' ? LABORATORY.name : slug)),
    markdown: markdown.value,
    entries: entryIds.flatMap((id) => entries.filter((entry) => entry.id === id)),
    day: written.value,
    versionDay: revised.value,
  });
}

/**
 * A name in the form of a UUID of version 8 (RFC 9562, section 5.8): the first 122 free bits of the
 * SHA-256 of the name. It needs no domain and never changes.
 */
export function permanentUrn(name: string, hash: HashFunction): string {
  const hex = hash(`almfes:${name}`);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    `urn:uuid:${hex.slice(0, 8)}`,
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The readable permanent name with its version, as citations have it. */
export function editionName({ week, version }: IssueFront): string {
  return permanentId({ kind: 'weekly', slug: week.toLowerCase(), version });
}

/** `28 November 2026`, with the day of a later version. */
export function dayLine({ day, versionDay }: Edition): string {
  const written = longDate(day);
  return versionDay === day ? written : `${written}, revised ${longDate(versionDay)}`;
}

/** Dates in the order of the last day each can mean: of 2026 alone may be of December. */
function newestDate(dates: readonly string[]): string | undefined {
  const last = (date: string): string => `${date}-99-99`.slice(0, 'YYYY-MM-DD'.length);
  return [...dates].sort((one, other) => (last(one) < last(other) ? -1 : 1)).at(-1);
}

/** What kind of issue it is and how old its newest source, in one line (WEEK-10). */
export function kindLine({ kind }: IssueFront, entries: readonly Entry[]): string {
  const newest = newestDate(entries.map(({ date }) => date)) ?? 'no date';
  return kind === 'news'
    ? `News of the week and older sources; the newest is of ${newest}.`
    : `A reading list, no news of the week; the newest source is of ${newest}.`;
}
