import { fail, issue, ok, type Result } from '@almfes/engine';
import { fillProse, type PageLink } from '../prose/index.js';
import { type Entry, EVIDENCE_GRADES } from './entry.js';
import { resultText } from './result-text.js';
import type { WeeklyIssue } from './weekly-issue.js';

/** How an entry is called in a sentence: who, when, and how good the evidence is. */
export function entryName({ author, date, evidenceGrade }: Entry): string {
  return `${author}, ${date}, grade ${evidenceGrade}`;
}

/**
 * The prose of an issue as Markdown: an entry is a link to `addressOf` it, a figure the entry's
 * measured result as its source gives it, linked to `#figure-ID`, where the page shows what was
 * measured (WEEK-12).
 */
export function fillIssue(
  { prose }: WeeklyIssue,
  entries: readonly Entry[],
  addressOf: (entry: Entry) => string,
): Result<string> {
  const entryOf = (id: string): Entry | undefined => entries.find((entry) => entry.id === id);
  const unknown = (id: string) => fail(issue('reference', prose.file, 'an entry', id));
  return fillProse(prose, {
    valueOf: ({ id }) => {
      const entry = entryOf(id);
      const result = entry === undefined ? null : resultText(entry);
      return result === null ? unknown(id) : ok(result);
    },
    pageOf: ({ id }): Result<PageLink> => {
      const entry = entryOf(id);
      if (entry === undefined) return unknown(id);
      return ok({ title: entryName(entry), address: addressOf(entry) });
    },
  });
}

/** What the grades under an issue mean, in one line. */
export function gradeLine(entries: readonly Entry[]): string {
  return `Grades here: ${gradesUsed(entries).join('; ')}.`;
}

/** The grades that occur among entries, each with its meaning, best first. */
export function gradesUsed(entries: readonly Entry[]): string[] {
  const used = new Set(entries.map(({ evidenceGrade }) => evidenceGrade));
  return Object.entries(EVIDENCE_GRADES).flatMap(([grade, meaning]) =>
    [...used].some((each) => each === grade) ? [meaning] : [],
  );
}
