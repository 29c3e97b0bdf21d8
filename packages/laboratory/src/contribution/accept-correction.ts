import {
  canonicalJson,
  type Figure,
  fail,
  type Issue,
  issue,
  ok,
  type Result,
} from '@almfes/engine';
import { parseArticlePage } from '../article/index.js';
import { type CaseFront, parseCasePage } from '../case/index.js';
import { type CaseVersion, caseHistoryText, parseCaseHistory } from '../citation/index.js';
import type { FolderFile } from '../folder-file.js';
import type { Correction } from './contribution.js';
import type { CaseEffect, MovedReproduction } from './correction-effect.js';
import { correctedFigures, type FigureCorrection, figuresIn } from './figure-correction.js';
import type { MovedMeasure } from './moved-measures.js';
import { jsonOf, placed } from './placed-json.js';
import { homeName } from './told-folder.js';

/** The files of a case or an article that an accepted correction may change, as they are. */
export interface CaseTexts {
  readonly part: 'case' | 'article';
  readonly slug: string;
  /** case.md or article.md. */
  readonly front: string;
  readonly figures: string;
  /** Null where the case has none yet. */
  readonly history: string | null;
  readonly expected: string | null;
  /** The form of its Study; null where nothing is computed. */
  readonly study: string | null;
}

/** What is accepted, where, when. */
export interface Acceptance {
  readonly slug: string;
  readonly date: string;
  readonly contribution: Correction;
  readonly correction: FigureCorrection;
}

/**
 * The files as they stand once a correction is accepted (rule CONTRIB-15), `<part>/<slug>/<file>`:
 * of every case and article whose own figures hold the fact, the figure with its new passport, a
 * higher version, the contributor in the front matter, and the version's history; of a case also
 * the expected measures that move. All or none: an issue where one of them cannot be made.
 */
export function acceptCorrection(
  acceptance: Acceptance,
  cases: readonly CaseTexts[],
  effects: readonly CaseEffect[],
): Result<readonly FolderFile[]> {
  const { correction } = acceptance;
  const own = effects.filter(({ figures }) => figures.length > 0);
  return acceptedFolders({ acceptance, cases, effects: own }, (texts, effect) => {
    const figures = acceptedFigures(texts, correction);
    if (!figures.ok) return figures;
    const subject = `Figure ${effect.figures.join(', ')}`;
    return ok({ subject, files: [{ name: 'figures.json', text: figures.value }] });
  });
}

/** What changes in a folder besides its version, and of what its history speaks. */
interface OwnChange {
  readonly subject: string;
  readonly files: readonly FolderFile[];
}

interface Accepted {
  readonly acceptance: Acceptance;
  readonly cases: readonly CaseTexts[];
  readonly effects: readonly CaseEffect[];
}

/** The files of every folder that is touched, all or none; `changeOf` makes what is its own. */
export function acceptedFolders(
  { acceptance, cases, effects }: Accepted,
  changeOf: (texts: CaseTexts, effect: CaseEffect) => Result<OwnChange>,
): Result<readonly FolderFile[]> {
  const files: FolderFile[] = [];
  for (const effect of effects) {
    const texts = cases.find(({ part, slug }) => part === effect.part && slug === effect.slug);
    if (texts === undefined) throw new Error(`no files of ${effect.slug} were given`);
    const change = changeOf(texts, effect);
    const made = change.ok ? acceptedFolder(acceptance, { texts, effect }, change.value) : change;
    if (!made.ok) return made;
    const home = `${effect.part}/${effect.slug}`;
    files.push(...made.value.map(({ name, text }) => ({ name: `${home}/${name}`, text })));
  }
  return ok(files);
}

function acceptedFolder(
  { contribution, correction, date, slug }: Acceptance,
  { texts, effect }: { readonly texts: CaseTexts; readonly effect: CaseEffect },
  { subject, files }: OwnChange,
): Result<FolderFile[]> {
  const { name } = contribution.contributor;
  const page = raisedPage(texts, name, effect.measures.length + effect.discipline.length > 0);
  if (!page.ok) return page;
  const versions = versionsOf(texts);
  if (!versions.ok) return versions;
  const added: CaseVersion = {
    version: page.value.version,
    date,
    what: whatChanged(subject, effect, correction),
    contributors: [name],
    contribution: slug,
  };
  const expected =
    texts.expected === null
      ? []
      : [{ name: 'expected.json', text: movedExpected(texts.expected, effect.measures) }];
  return ok([
    ...files,
    { name: `${texts.part}.md`, text: page.value.text },
    { name: 'history.json', text: caseHistoryText([...versions.value, added]) },
    ...expected,
  ]);
}

/**
 * The text with each corrected figure in the place of the old one: one figure stands on one line,
 * and no other line is touched. An issue where the file is laid out otherwise.
 */
function acceptedFigures(texts: CaseTexts, correction: FigureCorrection): Result<string> {
  const name = `${texts.slug}/figures.json`;
  const json = jsonOf({ name, text: texts.figures });
  if (!json.ok) return json;
  const before = figuresIn(json.value) ?? {};
  const corrected = correctedFigures(homeName(texts), before, correction);
  const lines = texts.figures.split('\n').map((line) => replacedLine(line, corrected));
  const text = lines.join('\n');
  const after = jsonOf({ name, text });
  const found = after.ok ? figuresIn(after.value) : null;
  if (found !== null && sameFigures(found, { ...before, ...corrected })) return ok(text);
  return fail(issue('layout', name, 'one figure on one line', 'another layout'));
}

function replacedLine(line: string, corrected: Readonly<Record<string, Figure>>): string {
  const id = /^\s*"((?:[^"\\]|\\.)+)":\s*\{.*\},?\s*$/.exec(line)?.[1];
  const figure = id !== undefined && Object.hasOwn(corrected, id) ? corrected[id] : undefined;
  if (figure === undefined) return line;
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  return `${indent}"${id}": ${JSON.stringify(figure)}${line.trimEnd().endsWith(',') ? ',' : ''}`;
}

function sameFigures(one: object, other: object): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** A version is raised in its second part when a number moves, else in its third. */
export function raisedVersion(version: string, numbersMove: boolean): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return numbersMove ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

interface RaisedPage {
  readonly version: string;
  readonly text: string;
}

function raisedPage(
  { part, slug, front: text }: CaseTexts,
  contributor: string,
  numbersMove: boolean,
): Result<RaisedPage> {
  const page = creditsOf(part, text);
  if (!page.ok) return { ok: false, issues: page.issues.map((each) => inCase(slug, each)) };
  const { version: old, contributors: known = [] } = page.value;
  const version = raisedVersion(old, numbersMove);
  const contributors = [...new Set([...known, contributor])];
  const rest = text.replace(/^contributors:.*(?:\n[ \t-].*)*\n/m, '');
  const made = rest.replace(
    /^version:.*$/m,
    () => `version: ${version}\ncontributors: ${JSON.stringify(contributors)}`,
  );
  const after = creditsOf(part, made);
  const isRight =
    after.ok &&
    after.value.version === version &&
    canonicalJson(after.value.contributors) === canonicalJson(contributors);
  if (isRight) return ok({ version, text: made });
  const at = `${slug}/${part}.md`;
  return fail(issue('front-matter', at, 'a line `version: …`', 'another layout'));
}

type Credits = Pick<CaseFront, 'version' | 'contributors'>;

function creditsOf(part: CaseTexts['part'], text: string): Result<Credits> {
  const page = part === 'article' ? parseArticlePage(text) : parseCasePage(text);
  return page.ok ? ok(page.value.front) : page;
}

function versionsOf({ slug, history }: CaseTexts): Result<readonly CaseVersion[]> {
  if (history === null) return ok([]);
  const file = { name: `${slug}/history.json`, text: history };
  const json = jsonOf(file);
  if (!json.ok) return json;
  const versions = parseCaseHistory(json.value);
  return versions.ok ? versions : { ok: false, issues: placed(versions.issues, file) };
}

function whatChanged(
  subject: string,
  effect: CaseEffect,
  { before, passport }: FigureCorrection,
): string {
  const moved = effect.measures.length;
  const missed = effect.reproductions.filter((each: MovedReproduction) => each.isMissedNow);
  const value =
    canonicalJson(before.value) === canonicalJson(passport.value)
      ? `value ${String(before.value)} as before`
      : `from ${String(before.value)} to ${String(passport.value)} ${passport.unit}`;
  const figure = `${subject} corrected: ${value}.`;
  const kept = effect.discipline.length;
  const measures = moved === 0 ? 'No measure moves.' : moving(moved, 'measure');
  const discipline = kept === 0 ? [] : [moving(kept, 'number', ' of the discipline')];
  const aims = missed.map(({ title }) => `${title} is missed by more than its aim.`);
  return [figure, measures, ...discipline, ...aims].join(' ');
}

function moving(count: number, noun: string, more = ''): string {
  return count === 1 ? `1 ${noun}${more} moves.` : `${count} ${noun}s${more} move.`;
}

/** Rows of expected.json that move; one row stands on one line, and other lines stay. */
function movedExpected(text: string, measures: readonly MovedMeasure[]): string {
  const moved = new Map(measures.map((each) => [`${each.id}[${each.scenario}]`, each]));
  return text
    .split('\n')
    .map((line) => {
      const row = /^(\s*\{"measure":"([^"]*)","scenario":"([^"]*)",.*"value":)[^}]*(\},?)$/.exec(
        line,
      );
      const found = row === null ? undefined : moved.get(`${row[2]}[${row[3]}]`);
      return row === null || found === undefined ? line : `${row[1]}${found.after}${row[4]}`;
    })
    .join('\n');
}

function inCase(slug: string, found: Issue): Issue {
  return { ...found, path: `${slug}/${found.path}` };
}
