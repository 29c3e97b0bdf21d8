import type { Book } from '../balance-sheet/index.js';
import { type Issue, type Result, read } from '../foundation/index.js';
import { bookColumnIssues } from './book-column-issues.js';
import { consistencyIssues } from './consistency.js';
import { checkHindsight } from './hindsight.js';
import { readParts } from './parse-study.js';
import type { Study } from './study.js';

/** A Study without its book. */
export type StudyFrame = Omit<Study, 'book'>;

/**
 * A frame from JSON of unknown shape (STUDY-10): the keys of a Study but `book` and `positions`,
 * each read as `parseStudy` does. All issues are collected, each with its JSON pointer.
 */
export function parseStudyFrame(value: unknown): Result<StudyFrame> {
  const issues: Issue[] = [];
  return read.resultOf<StudyFrame>(readParts(value, '', issues), issues);
}

/**
 * A Study from a frame and a Book in columns that no parser has read, rows in id order: the same
 * rules and the same Study as `parseStudy` of its JSON, without an object a row (STUDY-10). Issue
 * paths name the column and the row, from 0.
 */
export function studyFromBook(frame: StudyFrame, book: Book): Result<Study> {
  const issues = bookColumnIssues(book);
  if (issues.length > 0) return read.resultOf<Study>(undefined, issues);
  const study: Study = { ...frame, book };
  for (const each of consistencyIssues(study, pathIn(book))) issues.push(each);
  const hindsight = checkHindsight(study);
  if (!hindsight.ok) for (const each of hindsight.issues) issues.push(each);
  return read.resultOf(study, issues);
}

/** Ids stand in order: a row is found by halving. */
function pathIn({ id: ids }: Book): (id: string, term: string) => string {
  return (id, term) => {
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ids[middle] ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return `/book/${term}/${low}`;
  };
}
