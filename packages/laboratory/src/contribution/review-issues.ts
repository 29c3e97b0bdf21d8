import { type Issue, issue } from '@almfes/engine';
import type { Contribution } from './contribution.js';
import type { HistoryEvent } from './history.js';
import type { ContributionState } from './queue.js';
import { samePerson, wordsOf } from './same-person.js';

/** Whose work a decision touches. */
export interface Interested {
  readonly contribution: Contribution;
  /** Authors of the cases that it would change; `laboratory` for the laboratory as a whole. */
  readonly caseAuthors: readonly string[];
}

interface Move {
  readonly to: ContributionState;
  readonly by: string;
}

const NOT_BY_CONTRIBUTOR: readonly ContributionState[] = ['in-review', 'accepted'];
const NOT_BY_AUTHOR: readonly ContributionState[] = ['in-review', 'accepted', 'declined'];
const THE_LABORATORY = ['laboratory', 'almfes laboratory'];

/**
 * Why a person may not move a contribution there (rule CONTRIB-8). Nobody reviews or accepts
 * their own contribution; to decline it is to withdraw it. A named author of the case does not
 * decide on its correction either; where the laboratory as a whole is the only author, somebody of
 * it must: there is no other.
 */
export function reviewIssues({ to, by }: Move, { contribution, caseAuthors }: Interested): Issue[] {
  const issues: Issue[] = [];
  if (NOT_BY_CONTRIBUTOR.includes(to) && samePerson(by, contribution.contributor.name)) {
    issues.push(issue('reviewer', '--by', 'another person than the contributor', by));
  }
  const authors = caseAuthors.filter((name) => !THE_LABORATORY.includes(wordsOf(name).join(' ')));
  if (NOT_BY_AUTHOR.includes(to) && authors.some((name) => samePerson(by, name))) {
    issues.push(issue('reviewer', '--by', 'another person than an author of the case', by));
  }
  return issues;
}

/** Who reviewed: the last that took it into review; null before that. */
export function reviewerOf(events: readonly HistoryEvent[]): string | null {
  return events.findLast(({ state }) => state === 'in-review')?.by ?? null;
}
