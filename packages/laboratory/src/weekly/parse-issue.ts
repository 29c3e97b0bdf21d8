import { type Issue, issue, ok, type Result } from '@almfes/engine';
import { markupIssues } from '../case/markup-issues.js';
import { frontOf, type Prose, parseProse, proseReferences } from '../prose/index.js';
import type { Entry } from './entry.js';
import { fillIssue } from './fill-issue.js';
import { readIssueFront } from './issue-front.js';
import { issueTimeIssues } from './issue-time.js';
import type { NamedText } from './parse-entries.js';
import { ISSUE_SECTIONS, type WeeklyIssue } from './weekly-issue.js';

/** An issue selects at least and at most so many entries (WEEK-9). */
const FEWEST = 5;
const MOST = 9;

/**
 * One issue: YAML front matter between two lines `---`, then Markdown through the door of all
 * prose. The issue, or every reason why it is none, with file and line (WEEK-8 to WEEK-11). `today`
 * is the day it is, when known: no issue is written later.
 */
export function parseIssue(
  file: NamedText,
  entries: readonly Entry[],
  today?: number,
): Result<WeeklyIssue> {
  const page = frontOf(file.text, file.name);
  if (!page.ok) return page;
  const { form } = page.value;
  const issues: Issue[] = markupIssues(form.value, '');
  const front = readIssueFront(form.value, '', issues);
  const placed = issues.map(form.placed);
  const prose = parseProse(page.value);
  if (!prose.ok) placed.push(...prose.issues);
  else placed.push(...proseIssues(prose.value, entries));
  if (front === undefined || !prose.ok) return { ok: false, issues: placed };
  const made = { front, prose: prose.value, entryIds: selectedIds(prose.value) };
  placed.push(...issueTimeIssues(made, entries, today).map(form.placed));
  if (placed.length > 0) return { ok: false, issues: placed };
  // What cannot be filled, such as a ratio of two results, is refused before it is published.
  const filled = fillIssue(made, entries, ({ source }) => source.url);
  return filled.ok ? ok(made) : filled;
}

function selectedIds(prose: Prose): string[] {
  const uses = proseReferences(prose).filter(({ kind }) => kind === 'entry');
  return [...new Set(uses.map(({ id }) => id))];
}

function proseIssues(prose: Prose, entries: readonly Entry[]): Issue[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const selected = selectedIds(prose);
  const issues = proseReferences(prose).flatMap(({ kind, id, line }): Issue[] => {
    const at = `${prose.file} line ${line}`;
    const got = `[[${kind} ${id}]]`;
    if (kind === 'entry') {
      return known.has(id) ? [] : [issue('reference', at, 'an entry of the tracker', got)];
    }
    if (kind !== 'figure') return [issue('reference', at, '[[entry ID]] or [[figure ID]]', got)];
    const measured = known.get(id)?.measuredResult !== undefined;
    if (!measured) return [issue('reference', at, 'an entry with a measured result', got)];
    return selected.includes(id) ? [] : [issue('reference', at, `[[entry ${id}]] as well`, got)];
  });
  return [
    ...issues,
    ...sectionIssues(prose),
    ...titleIssues(prose),
    ...countIssues(prose, selected.length),
  ];
}

/** A heading of the first level, of either kind in Markdown. */
const TITLE = /^ {0,3}(?:#(?:\s|$)|=+\s*$)/;

/** The title of an issue is that of its front matter, and stands once (WEEK-11). */
function titleIssues({ markdown, file, firstLine }: Prose): Issue[] {
  return markdown.split('\n').flatMap((line, index) => {
    if (!TITLE.test(line)) return [];
    const at = `${file} line ${firstLine + index}`;
    return [issue('heading', at, '## or lower: the title stands in the front matter', line)];
  });
}

function sectionIssues({ sections, file }: Prose): Issue[] {
  const expected = ISSUE_SECTIONS.join(', ');
  const found = sections.map(({ title }) => title).join(', ');
  if (found === expected) return [];
  return [issue('sections', file, `the headings ${expected}`, found === '' ? 'none' : found)];
}

function countIssues({ file }: Prose, selected: number): Issue[] {
  if (selected >= FEWEST && selected <= MOST) return [];
  return [issue('selection', file, `${FEWEST} to ${MOST} entries`, String(selected))];
}
