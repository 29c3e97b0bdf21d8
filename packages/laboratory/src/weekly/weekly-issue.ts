import type { Prose } from '../prose/index.js';

/** Sections of every issue, as `##` headings, in this order (WEEK-11). */
export const ISSUE_SECTIONS = [
  'What is claimed',
  'How strong the evidence is',
  'What it changes on Monday',
  'What would change our mind',
] as const;

export const ISSUE_KINDS = ['reading-list', 'news'] as const;

/** `reading-list`: older sources reviewed. `news`: at least one source is of the week (WEEK-10). */
export type IssueKind = (typeof ISSUE_KINDS)[number];

export interface IssueFront {
  readonly title: string;
  /** The question a treasurer would ask. */
  readonly question: string;
  /** ISO 8601 week, such as 2026-W48. */
  readonly week: string;
  /** Day it was written, YYYY-MM-DD; not before the Monday of its week. */
  readonly date: string;
  /** Day of this version, when it is not the first. */
  readonly revised?: string;
  readonly kind: IssueKind;
  /** Semantic version 2.0.0. */
  readonly version: string;
  readonly licence: 'CC-BY-4.0';
  readonly authors: readonly string[];
}

/** A weekly issue: its front matter, its prose, and the entries it selects. */
export interface WeeklyIssue {
  readonly front: IssueFront;
  /** References unfilled: `[[entry ID]]`, and `[[figure ID]]` for an entry's measured result. */
  readonly prose: Prose;
  /** Ids in the order of their first mention, each once. */
  readonly entryIds: readonly string[];
}
