import {
  type CaseInput,
  type Issue,
  issue,
  ok,
  publishedVsReproduced,
  type Result,
} from '@almfes/engine';
import type { CaseFiles } from '@almfes/intake';
import { type CaseFolder, caseValues, HEDGE_FILE, readCaseFolder } from '../case/index.js';
import { type Expected, expectedIssues, expectedOf, expectedOfHedge } from '../expected/index.js';
import { fillProse, type PageLink, type PageTarget } from '../prose/index.js';
import { placeIssues } from './place-issues.js';
import { repeatedKeys } from './repeated-keys.js';
import { unwrittenLines } from './unwritten-lines.js';

/** A case folder as texts by file name, with what stands around it. */
export interface CheckedTexts {
  readonly slug: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly curves: string;
  /** Text of quarter-end-market.csv: what came, for a discipline as it was realised. */
  readonly quarterEnds?: string;
  /** Text of boe-gilt-month-end.csv, for a structural hedge. */
  readonly giltCurves?: string;
  readonly sisters: CaseFiles['sisters'];
  /** The page a reference leads to, or why there is none. */
  readonly pageOf: (target: PageTarget) => Result<PageLink>;
}

/** What a check found: how much was checked, and every failure with file and line. */
export interface CaseCheck {
  readonly slug: string;
  readonly figures: number;
  /** Rows of expected.json that were computed again. */
  readonly measures: number;
  readonly issues: readonly Issue[];
}

/**
 * A case folder through every check (rules FORM-23 and FORM-24): each file read, the case parsed,
 * its Study evaluated against expected.json and its published figures, its prose filled. Pure;
 * never throws for what a folder may hold.
 */
export function checkCaseFolder(of: CheckedTexts): CaseCheck {
  const { slug, texts } = of;
  const issues: Issue[] = [];
  const figures = jsonOf('figures.json', texts, issues);
  const study = jsonOf('study.json', texts, issues);
  const changes = jsonOf('changes.json', texts, issues);
  const structuralHedge = jsonOf(HEDGE_FILE, texts, issues);
  const counted = isTable(figures) && isTable(figures.figures) ? figures.figures : {};
  if (isTable(figures) && figures.case !== slug) {
    const at = 'figures.json#/case';
    issues.push(issue('slug', at, `the name of the folder, ${slug}`, String(figures.case)));
  }
  const { curves, sisters, quarterEnds } = of;
  const later = {
    ...(quarterEnds === undefined ? {} : { quarterEnds }),
    ...(of.giltCurves === undefined ? {} : { giltCurves: of.giltCurves }),
  };
  const front = texts['case.md'] ?? '';
  const parsed = readCaseFolder({
    ...{ slug, front, figures, study, changes, structuralHedge, curves, sisters, ...later },
  });
  issues.push(...parsed.issues);
  let measures = 0;
  if (parsed.folder !== undefined) {
    const found: Issue[] = [];
    measures = resultIssues(parsed.folder, { ...of, changes }, found);
    issues.push(...found.filter((each) => !issues.some((known) => isSame(known, each))));
  }
  const placed = placeIssues(issues, texts);
  const all = [...placed, ...unwrittenLines(texts, placed)];
  return { slug, figures: Object.keys(counted).length, measures, issues: all };
}

/** What the door has refused is not told again by what comes after it. */
function isSame(known: Issue, other: Issue): boolean {
  if (known.path !== other.path) return false;
  if (other.code === 'measure.unknown') return /^unknown-(?:measure|scenario)$/.test(known.code);
  return known.code === other.code && known.got === other.got;
}

/** Adds what the case itself does not meet; the number of measures that were held. */
function resultIssues(
  folder: CaseFolder,
  of: CheckedTexts & { readonly changes: unknown },
  issues: Issue[],
): number {
  const filled = fillProse(folder.prose, { valueOf: caseValues(folder), pageOf: of.pageOf });
  if (!filled.ok) issues.push(...filled.issues);
  if (folder.case === undefined) {
    const now = folder.hedge === undefined ? null : expectedOfHedge(folder.slug, folder.hedge);
    return now === null ? 0 : expectedHeld(now, of.texts, issues);
  }
  issues.push(...reproductionIssues(folder.case, folder, of.changes));
  return expectedHeld(expectedOf(folder.slug, folder.case.study), of.texts, issues);
}

/**
 * A published figure that is missed beyond its aim is told: its figure stands in the section
 * 'Published and reproduced' (rule FORM-24).
 */
function reproductionIssues(input: CaseInput, { prose }: CaseFolder, changes: unknown): Issue[] {
  const section = prose.sections.find(({ title }) => title === REPRODUCED);
  const told = prose.references.flatMap(({ target, start }) =>
    target.kind === 'figure' &&
    section !== undefined &&
    start >= section.start &&
    start < section.end
      ? [target.id]
      : [],
  );
  const planned = isTable(changes) && Array.isArray(changes.published) ? changes.published : [];
  return publishedVsReproduced({ ...input, sisters: [] }).flatMap((each, index) => {
    const { aim, difference, published, reproduced, unit } = each;
    if (aim === null || Math.abs(difference) <= aim) return [];
    const entry: unknown = planned[index];
    const figure = isTable(entry) ? String(entry.figure) : each.id;
    if (told.includes(figure)) return [];
    const expected = `${published} ${unit} within ${aim}, or the miss told in '${REPRODUCED}'`;
    const at = `changes.json#/published/${index}`;
    return [issue('reproduction', at, expected, `${reproduced} for ${figure}`)];
  });
}

const REPRODUCED = 'Published and reproduced';

function expectedHeld(now: Expected, texts: CheckedTexts['texts'], issues: Issue[]): number {
  const stored = jsonOf('expected.json', texts, issues);
  if (texts['expected.json'] === undefined) {
    const expected = 'a file, for the case evaluates: --write-expected writes it';
    issues.push(issue('file-missing', 'expected.json', expected, 'none'));
  }
  if (stored === undefined) return 0;
  issues.push(...expectedIssues(stored, now));
  return now.rows.length;
}

/** The value of a JSON file; a file that is missing gives nothing, one that is broken an issue. */
function jsonOf(file: string, texts: CheckedTexts['texts'], issues: Issue[]): unknown {
  const text = texts[file];
  if (text === undefined) return undefined;
  const read = parsedJson(text);
  if (read.ok) {
    issues.push(...repeatedKeys({ name: file, text }));
    return read.value;
  }
  issues.push(...read.issues.map((each) => ({ ...each, path: file })));
  return undefined;
}

function parsedJson(text: string): Result<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'other text';
    return { ok: false, issues: [issue('JSON_SYNTAX', '', 'JSON', reason)] };
  }
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
