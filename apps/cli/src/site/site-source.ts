import type { Article, Citable, Entry, WeeklyIssue } from '@almfes/laboratory';
import type { DataPassport } from './data-passports.js';
import type { SiteDocument } from './document-page.js';
import type { PublishedLeague } from './published-league.js';
import type { SiteCase } from './site-case.js';
import type { SiteContribution } from './site-contribution.js';

/** What the site is made from; a part that is not there has no page and no entry anywhere. */
export interface SiteSource {
  readonly cases: readonly SiteCase[];
  /** Cases of the library that this site leaves out: words that name them lead nowhere. */
  readonly leftOut: readonly string[];
  readonly articles: readonly Article[];
  /** The queue, whatever its state. */
  readonly contributions: readonly SiteContribution[];
  readonly entries: readonly Entry[];
  readonly weekly: readonly WeeklyIssue[];
  /** How each issue is cited, by its week. */
  /** How each article is cited, by its name. */
  readonly citedArticles: Readonly<Record<string, Citable>>;
  readonly citedIssues: Readonly<Record<string, Citable>>;
  readonly documents: readonly SiteDocument[];
  /** The published league, and the passports of every data set. */
  readonly league: readonly PublishedLeague[];
  readonly data: readonly DataPassport[];
  /** Absolute, with a closing slash, or ''. */
  readonly baseAddress: string;
}
