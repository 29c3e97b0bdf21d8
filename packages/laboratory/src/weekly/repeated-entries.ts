import { type Issue, issue } from '@almfes/engine';
import type { Entry } from './entry.js';
import type { EntryFile } from './entry-file.js';

/** Case, spaces and stops do not make another claim. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An address without its fragment, its last slash and the case of its host. */
function plainAddress(url: string): string {
  return url
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
    .replace(/^https:\/\/[^/]+/i, (host) => host.toLowerCase());
}

const claimKey = ({ source, claim }: Entry): string =>
  `${plainAddress(source.url)} ${plain(claim)}`;

/** Ids given twice, and one claim of one address given twice, over all files (WEEK-7). */
export function repeatedEntries(files: readonly EntryFile[]): Issue[] {
  const ids = new Set<string>();
  const claims = new Map<string, string>();
  return files.flatMap(({ entries, placed }) =>
    entries.flatMap((entry, index) => {
      const issues: Issue[] = [];
      if (ids.has(entry.id)) {
        issues.push(issue('duplicate', `/${index}/id`, 'an id of its own', entry.id));
      }
      ids.add(entry.id);
      const key = claimKey(entry);
      const before = claims.get(key);
      if (before !== undefined) {
        const expected = 'another claim or another source';
        issues.push(issue('duplicate', `/${index}/claim`, expected, `the claim of ${before}`));
      }
      claims.set(key, before ?? entry.id);
      return issues.map(placed);
    }),
  );
}
