import { fail, type Issue, issue, ok, type Read, type Result, read } from '@almfes/engine';
import { type Form, formOfText, publicAddress } from '@almfes/intake';
import { markupIssues } from '../case/markup-issues.js';
import { isSlug } from '../slug.js';
import {
  ALM_PROCESSES,
  type Entry,
  type EntrySource,
  EVIDENCE_GRADES,
  type MeasuredResult,
  PHASES,
  SOURCE_READ,
  TECHNIQUES,
} from './entry.js';
import type { EntryFile } from './entry-file.js';
import { entryIssues } from './entry-issues.js';
import { oneLine } from './one-line.js';
import { repeatedEntries } from './repeated-entries.js';
import { firstDayOf, sourceDate } from './source-date.js';

/** A text with the name its issues give it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

const MOST_ENTRIES = 5000;
const sentence = (max: number): Read<string> => read.text({ min: 20, max });
/** Keys of a closed list. */
const keyOf = <T extends string>(list: Readonly<Record<T, string>>): Read<T> =>
  read.oneOf(Object.keys(list) as T[]);

const slug: Read<string> = (value, path, issues) => {
  const text = read.identifier(value, path, issues);
  if (text === undefined || isSlug(text)) return text;
  issues.push(issue('slug', path, 'small letters, digits and single hyphens', text));
  return undefined;
};

const readSource: Read<EntrySource> = read.objectWith<
  Omit<EntrySource, 'accessed' | 'via'>,
  { accessed: string; via: string }
>(
  {
    title: oneLine(read.title),
    url: publicAddress,
    publisher: oneLine(read.title),
    read: keyOf(SOURCE_READ),
  },
  { accessed: read.isoDate, via: publicAddress },
);

const readResult: Read<MeasuredResult> = read.object<MeasuredResult>({
  value: read.number({ what: 'a number' }),
  unit: oneLine(read.text({ min: 1, max: 60 })),
  note: sentence(600),
});

const readEntry: Read<Entry> = read.objectWith<
  Omit<Entry, 'measuredResult'>,
  { measuredResult: MeasuredResult }
>(
  {
    id: slug,
    date: sourceDate,
    author: oneLine(read.title),
    almProcess: keyOf(ALM_PROCESSES),
    technique: keyOf(TECHNIQUES),
    phase: keyOf(PHASES),
    evidenceGrade: keyOf(EVIDENCE_GRADES),
    claim: sentence(1200),
    source: readSource,
    whatItChanges: sentence(800),
  },
  { measuredResult: readResult },
);

/**
 * The tracker: every file is a YAML or JSON list of entries. All entries, oldest source first; or
 * all issues, each with file and line (WEEK-1 to WEEK-7). `today` is the day it is, when known:
 * nothing is of later.
 */
export function parseEntries(
  files: readonly NamedText[],
  today?: number,
): Result<readonly Entry[]> {
  const lists = files.map((file) => parseFile(file, today));
  const issues = lists.flatMap((found) => (found.ok ? [] : found.issues));
  const read = lists.flatMap((found) => (found.ok ? [found.value] : []));
  issues.push(...repeatedEntries(read));
  if (issues.length > 0) return { ok: false, issues };
  return ok(read.flatMap(({ entries }) => entries).sort(byDate));
}

function parseFile({ name, text }: NamedText, today?: number): Result<EntryFile> {
  const form = formOfText({ name, text });
  if (!form.ok) return form;
  return entriesOf(form.value, today);
}

function entriesOf({ value, placed }: Form, today?: number): Result<EntryFile> {
  const issues: Issue[] = markupIssues(value, '');
  const entries = read.list(readEntry, MOST_ENTRIES, 1)(value, '', issues);
  const own = (entries ?? []).flatMap((entry, index) => entryIssues(entry, `/${index}`, today));
  const all = [...issues, ...own].map(placed);
  if (all.length > 0) return fail(...all);
  return ok({ entries: entries ?? [], placed });
}

function byDate(one: Entry, other: Entry): number {
  const days = (firstDayOf(one.date) ?? 0) - (firstDayOf(other.date) ?? 0);
  if (days !== 0) return days;
  return one.id < other.id ? -1 : 1;
}
