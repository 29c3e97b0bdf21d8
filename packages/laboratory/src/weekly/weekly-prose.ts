import { type Issue, issue, ok, type Result } from '@almfes/engine';
import type { Entry } from './entry.js';
import { ISSUE_SECTIONS } from './weekly-issue.js';

interface ProseText {
  readonly name: string;
  readonly prose: string;
  /** Line of the file on which the prose begins. */
  readonly firstLine: number;
}

const REFERENCE = /\[\[([^\]\n]*)\]\]/g;
/** An issue selects at least and at most so many entries (WEEK-9). */
const FEWEST = 5;
const MOST = 9;

/** The ids an issue selects, in the order of their first mention; or what is wrong, by line. */
export function readWeeklyProse(
  text: ProseText,
  entries: readonly Entry[],
): Result<readonly string[]> {
  const known = new Set(entries.map(({ id }) => id));
  const issues: Issue[] = [];
  const ids: string[] = [];
  for (const { at, line } of linesOf(text)) {
    issues.push(...refusedIn(line, at));
    for (const [, reference = ''] of line.matchAll(REFERENCE)) {
      const id = /^entry (\S+)$/.exec(reference)?.[1];
      if (id === undefined || !known.has(id)) {
        issues.push(issue('reference', at, '[[entry ID]] of the tracker', `[[${reference}]]`));
      } else if (!ids.includes(id)) ids.push(id);
    }
  }
  issues.push(...sectionIssues(text));
  if (ids.length < FEWEST || ids.length > MOST) {
    const expected = `${FEWEST} to ${MOST} entries selected`;
    issues.push(issue('selection', text.name, expected, String(ids.length)));
  }
  return issues.length === 0 ? ok(ids) : { ok: false, issues };
}

function linesOf({ name, prose, firstLine }: ProseText): { at: string; line: string }[] {
  const lines = prose.split('\n');
  return lines.map((line, index) => ({ at: `${name} line ${firstLine + index}`, line }));
}

/** Prose is plain: what could run, load or hide something is refused. */
function refusedIn(line: string, at: string): Issue[] {
  const found = [
    /<[a-z!/?][^>]*/i.exec(line)?.[0],
    /!\[[^\]]*\]/.exec(line)?.[0],
    /\]\(\s*(?!https:\/\/|#)[^)]*\)/i.exec(line)?.[0],
  ];
  return found
    .filter((got) => got !== undefined)
    .map((got) => issue('markup', at, 'plain Markdown and https links', got));
}

function sectionIssues(text: ProseText): Issue[] {
  const found = text.prose
    .split('\n')
    .filter((line) => line.startsWith('## '))
    .map((line) => line.slice(3).trim());
  const expected = ISSUE_SECTIONS.join(', ');
  if (found.join(', ') === expected) return [];
  return [issue('sections', text.name, `the headings ${expected}`, found.join(', '))];
}
