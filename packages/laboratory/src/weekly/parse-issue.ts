import { type Issue, issue, ok, type Read, type Result, read } from '@almfes/engine';
import { formOfText } from '@almfes/intake';
import type { Entry } from './entry.js';
import { mondayOf } from './iso-week.js';
import { issueTimeIssues } from './issue-time.js';
import type { NamedText } from './parse-entries.js';
import type { IssueFront, WeeklyIssue } from './weekly-issue.js';
import { readWeeklyProse } from './weekly-prose.js';

const MOST_CHARACTERS = 60_000;
const FENCE = '---';

const week: Read<string> = (value, path, issues) => {
  const text = read.identifier(value, path, issues);
  const monday = text === undefined ? undefined : mondayOf(text, path);
  if (monday?.ok === false) issues.push(...monday.issues);
  return monday?.ok === true ? text : undefined;
};

const version: Read<string> = (value, path, issues) => {
  const text = read.identifier(value, path, issues);
  if (text === undefined || /^\d+\.\d+\.\d+$/.test(text)) return text;
  issues.push(issue('version', path, 'a version such as 1.0.0', text));
  return undefined;
};

const readFront: Read<IssueFront> = read.object<IssueFront>({
  schema: read.oneOf(['almfes/weekly-issue/1'] as const),
  title: read.text({ min: 5, max: 120 }),
  question: read.text({ min: 10, max: 300 }),
  week,
  date: read.isoDate,
  kind: read.oneOf(['reading-list', 'news'] as const),
  version,
  licence: read.oneOf(['CC-BY-4.0'] as const),
  authors: read.list(read.title, 20, 1),
});

/**
 * One issue: YAML front matter between two lines `---`, then Markdown. The issue, or every
 * issue found with file and line (WEEK-8 to WEEK-12).
 */
export function parseIssue(file: NamedText, entries: readonly Entry[]): Result<WeeklyIssue> {
  const cut = cutFront(file);
  if (!cut.ok) return cut;
  const front = parseFront({ name: file.name, text: cut.value.front });
  const prose = readWeeklyProse({ ...cut.value, name: file.name }, entries);
  const issues = [...(front.ok ? [] : front.issues), ...(prose.ok ? [] : prose.issues)];
  if (!front.ok || !prose.ok) return { ok: false, issues };
  const made = { front: front.value, prose: cut.value.prose, entryIds: prose.value };
  const late = issueTimeIssues(made, entries, file.name);
  return late.length === 0 ? ok(made) : { ok: false, issues: late };
}

interface CutFile {
  readonly front: string;
  readonly prose: string;
  /** Line of the file on which the prose begins, from 1. */
  readonly firstLine: number;
}

function cutFront({ name, text }: NamedText): Result<CutFile> {
  if (text.length > MOST_CHARACTERS) {
    const expected = `at most ${MOST_CHARACTERS} characters`;
    return { ok: false, issues: [issue('length', name, expected, `${text.length}`)] };
  }
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end = lines.indexOf(FENCE, 1);
  if (lines[0] !== FENCE || end < 0) {
    const expected = 'front matter between two lines ---';
    return { ok: false, issues: [issue('front', `${name} line 1`, expected, lines[0] ?? '')] };
  }
  // An empty first line keeps the numbers of the lines.
  const front = ['', ...lines.slice(1, end)].join('\n');
  return ok({ front, prose: lines.slice(end + 1).join('\n'), firstLine: end + 2 });
}

function parseFront(file: NamedText): Result<IssueFront> {
  const form = formOfText(file);
  if (!form.ok) return form;
  const issues: Issue[] = [];
  const front = readFront(form.value.value, '', issues);
  return read.resultOf(front, issues.map(form.value.placed));
}
