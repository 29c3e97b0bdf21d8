import type { HashFunction } from '@almfes/engine';
import type { Citable } from './citable.js';
import { authorsNamed } from './citable-case.js';
import { contentOf } from './content-hash.js';

/** What the front matter of a weekly issue says of it. */
export interface CitedIssue {
  readonly front: Pick<Citable, 'version' | 'title' | 'licence'> & {
    readonly week: string;
    readonly question: string;
    readonly date: string;
    readonly authors: readonly string[];
  };
}

/** A weekly issue as it is cited; `page` is the text of issue.md, `entries` what it selects. */
export function citableIssue(
  { front }: CitedIssue,
  { page, entries }: { readonly page: string; readonly entries: readonly unknown[] },
  hash: HashFunction,
): Citable {
  const { week, version, title, question, date, licence, authors } = front;
  const files = [
    { name: 'issue.md', text: page },
    { name: 'entries.json', text: JSON.stringify(entries) },
  ];
  return {
    ...{ kind: 'weekly', slug: week.toLowerCase(), version, title, date, licence },
    authors: authorsNamed(authors),
    abstract: question,
    contentHash: contentOf(files, hash),
  };
}
