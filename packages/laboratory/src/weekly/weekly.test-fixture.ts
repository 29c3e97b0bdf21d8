import type { Entry } from './entry.js';
import { parseEntries } from './parse-entries.js';
import { parseIssue } from './parse-issue.js';
import type { WeeklyIssue } from './weekly-issue.js';

/** A made-up entry as its file would have it; `more` are lines in the place of others. */
export function entryText(id: string, more: Readonly<Record<string, string>> = {}): string {
  const lines: Record<string, string> = {
    id,
    date: '2026-11-24',
    author: 'Bank & Partner',
    almProcess: 'deposit-modelling',
    technique: 'tree-ensemble',
    phase: 'G2',
    evidenceGrade: 'B',
    claim: `The claim of ${id}, made up for a test.`,
    whatItChanges: 'Nothing, for it is made up for a test.',
    source: `{title: T, url: "https://paper.example.org/${id}", publisher: P, read: seen}`,
    ...more,
  };
  const body = Object.entries(lines).map(([key, value]) => `  ${key}: ${value}`);
  return `- ${body.join('\n').slice(2)}\n`;
}

const RESULT = '{value: 12.5, unit: "% of error", note: "Against a made-up benchmark."}';

/**
 * Five made-up entries; the first has a measured result. The author bears markup, which the door
 * refuses: what writes pages, feeds and letters escapes it all the same.
 */
export function exampleEntries(): readonly Entry[] {
  const texts = ['one', 'two', 'three', 'four', 'five'].map((id) =>
    entryText(id, id === 'one' ? { measuredResult: RESULT } : {}),
  );
  const found = parseEntries([{ name: 'made-up.yaml', text: texts.join('') }]);
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value.map((entry) => ({ ...entry, author: 'Bank & <Partner>' }));
}

/** An issue over the five; `changes` replace parts of its text. */
export function issueText(changes: readonly (readonly [string | RegExp, string])[] = []): string {
  const text = `---
schema: almfes/weekly-issue/1
title: Made up & "quoted" title
question: What would a treasurer ask of a made-up issue?
week: 2026-W48
date: 2026-11-28
kind: news
version: 1.0.0
licence: CC-BY-4.0
authors: [laboratory]
---

## What is claimed

[[entry one]] says [[figure one]], *and* [[entry two]] does not.

## How strong the evidence is

- [[entry three]] is **weak**.
- [[entry four]] is weaker.

## What it changes on Monday

Nothing, says [[entry five]].

## What would change our mind

Another [page](https://page.example.org/?a=1&b=2).
`;
  return changes.reduce((sofar, [from, to]) => sofar.replace(from, to), text);
}

/** The issue of `issueText`, read, with markup in its title as in the authors of the entries. */
export function exampleIssue(
  changes: readonly (readonly [string | RegExp, string])[] = [],
): WeeklyIssue {
  const found = parseIssue({ name: 'issue.md', text: issueText(changes) }, exampleEntries());
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join('\n'));
  const { front, ...rest } = found.value;
  return { ...rest, front: { ...front, title: 'Made up & "quoted" <title>' } };
}
