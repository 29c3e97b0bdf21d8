import type { Answer, Table } from '@almfes/engine';
import {
  ALM_PROCESSES,
  type Entry,
  PHASES,
  SOURCE_READ,
  type SourceRead,
  TECHNIQUES,
} from './entry.js';
import { gradesUsed } from './fill-issue.js';
import { resultText } from './result-text.js';
import { trackerCounts, trackerPictures } from './tracker-counts.js';

const COLUMNS = [
  ['date', 'Date of the source'],
  ['author', 'Institution or authors'],
  ['process', 'ALM process'],
  ['technique', 'Technique'],
  ['phase', 'Phase'],
  ['grade', 'Grade'],
  ['claim', 'Claim'],
  ['result', 'Measured result'],
  ['changes', 'What it changes'],
  ['source', 'Source'],
  ['read', 'How it was read'],
] as const;

/** The whole tracker as a table, newest source first, and its counts (WEEK-13). */
export function trackerTables(entries: readonly Entry[]): Table[] {
  const table: Table = {
    id: 'entries',
    title: 'The tracker: AI in ALM',
    columns: COLUMNS.map(([id, title]) => ({ id, title, unit: '' })),
    rows: [...entries].reverse().map(entryRow),
    notes: gradesUsed(entries),
  };
  return [table, ...trackerCounts(entries)];
}

function entryRow(entry: Entry): (string | null)[] {
  const { source } = entry;
  return [
    entry.date,
    entry.author,
    ALM_PROCESSES[entry.almProcess],
    TECHNIQUES[entry.technique],
    PHASES[entry.phase],
    entry.evidenceGrade,
    entry.claim,
    resultText(entry),
    entry.whatItChanges,
    `${source.title}. ${source.publisher}. ${source.url}`,
    SOURCE_READ[source.read],
  ];
}

/** The tracker told as an Answer: what the command prints and the page shows. */
export function trackerAnswer(entries: readonly Entry[]): Answer {
  const counted = (holds: (entry: Entry) => boolean): number => entries.filter(holds).length;
  const measured = counted(({ measuredResult }) => measuredResult !== undefined);
  const graded = counted(({ evidenceGrade }) => evidenceGrade === 'A' || evidenceGrade === 'B');
  const readAs = (how: SourceRead): number => counted(({ source }) => source.read === how);
  return {
    title: 'AI in ALM: the tracker',
    findings: [
      `${entries.length} claims with a public source; ${measured} of them carry a measured result.`,
      `${graded} rest on a measurement or on a paper with data (grades A and B).`,
      `${readAs('seen')} sources were read at the place of the claim, ${readAs('seen-abstract')} ` +
        `by their abstract alone, ${readAs('seen-secondary')} through another page, ` +
        `${readAs('recalled')} not at all.`,
    ],
    tables: trackerTables(entries),
    pictures: trackerPictures(entries),
    sources: ['docs/method/weekly.md', 'Each row names its source and how it was read.'],
  };
}
