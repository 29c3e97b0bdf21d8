import { type Issue, issue, type Result } from '@almfes/engine';
import type { FolderFile } from '../folder-file.js';
import { type Check, checkOf } from './check.js';
import { caseChecks } from './check-case.js';
import { challengeChecks } from './check-challenge.js';
import { correctionChecks } from './check-correction.js';
import type { CheckedLibrary } from './checked-library.js';
import { contentIssues } from './content-issues.js';
import type { Contribution } from './contribution.js';
import { unfilled } from './fill-in.js';
import { type FoundFile, folderIssues } from './folder-limits.js';
import { parseContribution } from './parse-contribution.js';
import { perspectiveProse } from './perspective-prose.js';
import { jsonOf, placed } from './placed-json.js';
import { isCopy, type Similarity, similarPassages } from './similar-passages.js';

export interface CheckedFolder {
  /** Every file, before it is read. */
  readonly found: readonly FoundFile[];
  /** Those that could be read, history apart. */
  readonly files: readonly FolderFile[];
  /** Why others could not. */
  readonly unread: readonly Issue[];
}

/** All checks of a contribution; it has passed when none has an issue. */
export interface CheckReport {
  /** Null where contribution.json cannot be read. */
  readonly contribution: Contribution | null;
  readonly checks: readonly Check[];
  readonly passed: boolean;
}

const FORM = 'contribution.json';

/**
 * The automatic checks (rules CONTRIB-2 to CONTRIB-5 and CONTRIB-9 to CONTRIB-11): limits, harm,
 * form, public sources, passport, reproduction, identities and copies. Those after the form are
 * made of a contribution that can be read, the reproduction of one that is harmless. Never throws
 * for what a folder may hold.
 */
export function checkContribution(folder: CheckedFolder, library: CheckedLibrary): CheckReport {
  const file = folder.files.find(({ name }) => name === FORM) ?? null;
  const form = formOf(file, folder, library);
  const contribution = form.ok ? form.value : null;
  const limits = [...folderIssues(folder.found, contribution?.kind ?? null), ...folder.unread];
  const harm = folder.files.flatMap(contentIssues);
  const formIssues = form.ok ? [] : form.issues;
  const isSource = ({ code }: Issue): boolean => code === 'address';
  const first = [
    checkOf('limits', 'files and sizes', limits),
    checkOf('harm', 'no script, markup or hidden character', harm),
    checkOf(
      'form',
      'every term is there',
      formIssues.filter((each) => !isSource(each)),
    ),
    checkOf('sources', 'sources that anyone can open', formIssues.filter(isSource)),
  ];
  const sound = [...limits, ...harm].length === 0;
  const rest =
    contribution === null || file === null || !sound
      ? []
      : contentChecks(contribution, folder, library, file);
  const checks = [...first, ...rest];
  return { contribution, checks, passed: checks.every(({ issues }) => issues.length === 0) };
}

/** What contribution.json says, or every issue with its line: unwritten parts first. */
function formOf(
  file: FolderFile | null,
  { found }: CheckedFolder,
  { today }: CheckedLibrary,
): Result<Contribution> {
  if (!found.some(({ name }) => name === FORM)) {
    return { ok: false, issues: [issue('missing-file', FORM, 'a file', 'no file')] };
  }
  if (file === null) {
    const got = 'one that was not: the check of the limits says why';
    return { ok: false, issues: [issue('unread', FORM, 'a file that could be read', got)] };
  }
  const json = jsonOf(file);
  if (!json.ok) return json;
  const unwritten = unfilled(json.value);
  const read = parseContribution(json.value);
  const known = new Set(unwritten.map(({ path }) => path));
  const others = read.ok ? dayIssues(read.value, today) : read.issues;
  const issues = placed([...unwritten, ...others.filter(({ path }) => !known.has(path))], file);
  return read.ok && issues.length === 0 ? read : { ok: false, issues };
}

/** A clock is an effect: the day is given. */
function dayIssues({ received }: Contribution, today: string): readonly Issue[] {
  if (received <= today) return [];
  return [issue('future-date', '/received', `${today}, which is today, or earlier`, received)];
}

function contentChecks(
  contribution: Contribution,
  { files }: CheckedFolder,
  library: CheckedLibrary,
  form: FolderFile,
): Check[] {
  const own = ownChecks(contribution, files, library);
  return [...own, copyCheck(contribution, files, library)].map((each) => ({
    ...each,
    issues: each.issues.flatMap((one) => (one.path.startsWith('/') ? placed([one], form) : [one])),
  }));
}

function ownChecks(
  contribution: Contribution,
  files: readonly FolderFile[],
  library: CheckedLibrary,
): Check[] {
  switch (contribution.kind) {
    case 'correction':
      return correctionChecks(contribution, library);
    case 'challenge':
      return challengeChecks(contribution, library);
    case 'case':
      return caseChecks(contribution, files, library);
    case 'perspective':
      return perspectiveChecks(contribution.about, files, library);
  }
}

const FEWEST_WORDS = 50;

function perspectiveChecks(
  about: readonly string[],
  files: readonly FolderFile[],
  { slugs }: CheckedLibrary,
): Check[] {
  const issues = about.flatMap((slug, index) =>
    slugs.includes(slug) ? [] : [issue('unknown-case', `/about/${index}`, 'a case', slug)],
  );
  const text = files.find(({ name }) => name === 'text.md');
  const words = text?.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words < FEWEST_WORDS) {
    const expected = `a text of at least ${FEWEST_WORDS} words`;
    issues.push(issue('length', 'text.md', expected, text ? `${words} words` : 'no file'));
  }
  issues.push(...(text === undefined ? [] : [...unfilledLines(text), ...proseIssues(text)]));
  return [checkOf('text', 'the text is there and names cases that exist', issues)];
}

/** What the door of all prose refuses (CONTRIB-17). */
function proseIssues(text: FolderFile): readonly Issue[] {
  const prose = perspectiveProse(text);
  return prose.ok ? [] : prose.issues;
}

function unfilledLines({ name, text }: FolderFile): Issue[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      unfilled(line.trim()).map((each) => ({ ...each, path: `${name} line ${index + 1}` })),
    );
}

/** Prose of a contribution held against everything else that is published (CONTRIB-11). */
function copyCheck(
  contribution: Contribution,
  files: readonly FolderFile[],
  { entries }: CheckedLibrary,
): Check {
  const { name, text } = proseOf(contribution, files);
  const similar = similarPassages(text, entries);
  const issues = similar.filter(isCopy).map(({ entry, share, passages }) => {
    const [first] = passages;
    const got = `${percent(share)} of it stands in ${entry}, from: ${first?.words ?? ''}`;
    return issue(
      'copy',
      `${name} line ${first?.line ?? 1}`,
      'own words, or a short quotation',
      got,
    );
  });
  return checkOf('copy', 'no copy of another entry', issues, similar.map(similarNote));
}

/** Emptied, not taken out, so that lines stay those of the file. */
const FRONT_MATTER = /^---\n[\s\S]*?\n---/;

/** The prose and its file, or its pointer in contribution.json. */
function proseOf(contribution: Contribution, files: readonly FolderFile[]): FolderFile {
  const named = (name: string) => files.find((each) => each.name === name)?.text ?? '';
  switch (contribution.kind) {
    case 'correction':
      return { name: '/reason', text: contribution.reason };
    case 'challenge':
      return { name: '/claim', text: `${contribution.claim}\n${contribution.change.rationale}` };
    case 'perspective':
      return { name: 'text.md', text: named('text.md') };
    case 'case':
      return {
        name: 'case/case.md',
        text: named('case/case.md').replace(FRONT_MATTER, (found) => found.replace(/.+/g, '')),
      };
  }
}

function similarNote({ entry, share, longestWords }: Similarity): string {
  return `${percent(share)} also in ${entry}, at most ${longestWords} words in a row`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`;
}
