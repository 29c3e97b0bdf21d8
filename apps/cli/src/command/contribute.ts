import { isAbsolute, join, resolve } from 'node:path';
import { type Figure, type Issue, issue, ok, type Result } from '@almfes/engine';
import { parseCaseStudy } from '@almfes/intake';
import {
  type CheckedLibrary,
  type ContributionKind,
  checkContribution,
  contributionTemplate,
  correctedData,
  correctionEffect,
  correctionIn,
  dataFigures,
  dataName,
  dataSetOf,
  effectOfChallenge,
  figuresIn,
  holdsNumber,
  isSlug,
  type MovedSentence,
  movedSentences,
  type OfferedEdit,
  offeredEdits,
  standsOnData,
} from '@almfes/laboratory';
import { findCase, shownPath } from '../case-folder.js';
import { readCaseFiles, readJson } from '../case-run.js';
import { checkedContribution } from '../checked-contribution.js';
import { complaint } from '../complaint.js';
import { issuesJson } from '../contract-answer-json.js';
import {
  type ContributionFolder,
  contributionOf,
  contributionPath,
  findContribution,
  readHistory,
} from '../contribution-folder.js';
import { readDataSets, readLibrary, readPages } from '../contribution-library.js';
import { subjectIssue } from '../contribution-subject.js';
import { challengeText, checkText, correctionText, historyLines } from '../contribution-text.js';
import type { Effects } from '../effect/effects.js';
import { jsonText } from '../json-text.js';
import { refused } from '../refused.js';
import type { ExitCode } from './exit-code.js';

export interface NewContributionOptions {
  readonly case?: string;
  readonly figure?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export interface JsonOption {
  readonly json?: boolean;
}

/** `almfes contribute new`: a folder with a template; nothing that is there is written over. */
export async function newContributionCommand(
  kind: ContributionKind,
  slug: string,
  { case: about = '', figure, out, json = false }: NewContributionOptions,
  effects: Effects,
): Promise<ExitCode> {
  const options = { json };
  if (!isSlug(slug)) {
    const text = `a name is small letters, digits and hyphens, not '${slug}'`;
    return saying(issue('slug', 'SLUG', 'a name', slug, text), options, effects);
  }
  const folder = resolve(effects.workingFolder, out ?? slug);
  if (await effects.files.isFolder(folder)) {
    const shown = shownPath(folder, effects.workingFolder);
    const text = `${shown} is there already: name another place with --out`;
    return saying(issue('exists', '--out', 'a new folder', shown, text), options, effects);
  }
  const unfit = await subjectIssue(kind, { case: about, figure }, effects);
  if (unfit !== null) return saying(unfit, options, effects);
  const passport = figure === undefined ? null : await figureOf(about, figure, effects);
  if (passport?.ok === false) return refused('no template', passport.issues, options, effects);
  const offered = kind === 'challenge' && about !== '' ? await editsOf(about, effects) : null;
  if (offered?.ok === false) return refused('no template', offered.issues, options, effects);
  const edits = offered?.value ?? [];
  const given =
    figure === undefined || passport === null ? null : { id: figure, passport: passport.value };
  const terms = { kind, date: effects.today(), case: about, figure: given, edits };
  const files = contributionTemplate(terms).map(({ name, text }) => ({
    path: join(folder, name),
    text,
  }));
  const written = await effects.folders.writeTogether(files);
  if (!written.ok) return refused('nothing was written', written.issues, options, effects);
  if (json) {
    effects.stdout(jsonText({ folder, files: files.map(({ path }) => path), edits }));
    return 0;
  }
  effects.stdout(nextSteps(kind, about, toldPath(shownPath(folder, effects.workingFolder))));
  if (edits.length > 0) effects.stdout(offeredText(about, edits));
  return 0;
}

/** As a command takes it: a path has a slash, a name has none. */
function toldPath(shown: string): string {
  return isAbsolute(shown) ? shown : `./${shown}`;
}

/** What a Change may replace in the case that is challenged. */
async function editsOf(slug: string, effects: Effects): Promise<Result<readonly OfferedEdit[]>> {
  const folder = await findCase(slug, effects);
  if (!folder.ok) return folder;
  const files = await readCaseFiles(folder.value, effects);
  const built = files.ok ? parseCaseStudy(files.value) : files;
  return built.ok ? ok(offeredEdits(built.value.study)) : built;
}

function offeredText(slug: string, edits: readonly OfferedEdit[]): string {
  const lines = edits.map(
    ({ model, parameter, value, unit }) =>
      `  ${model.padEnd(24)} ${parameter.padEnd(18)} ${Number(value.toPrecision(6))} ${unit}`,
  );
  return `What a Change may replace in ${slug}, model and parameter:\n${lines.join('\n')}\n`;
}

/** A figure of a case by its slug, of `article/<slug>` or of `data/<file>`. */
async function figureOf(slug: string, id: string, effects: Effects): Promise<Result<Figure>> {
  if (dataName(slug) !== null) {
    const set = dataSetOf(slug, await readDataSets(effects));
    return namedFigure(slug, id, set === undefined ? {} : dataFigures(set));
  }
  const part = slug.startsWith('article/') ? 'article' : 'case';
  const name = slug.replace(/^article\//, '');
  const home = join(effects.libraryFolder, part, isSlug(name) ? name : 'none');
  const path = join(home, 'figures.json');
  const file = await readJson(path, effects.files);
  if (!file.ok) return file;
  return namedFigure(slug, id, figuresIn(file.value) ?? {});
}

function namedFigure(
  slug: string,
  id: string,
  figures: Readonly<Record<string, Figure>>,
): Result<Figure> {
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
  if (figure !== undefined) return { ok: true, value: figure };
  const message = `${slug} has no figure '${id}'`;
  const found = { code: 'unknown-figure', path: '--figure', expected: 'a figure id', got: id };
  return { ok: false, issues: [{ ...found, message }] };
}

function nextSteps(kind: ContributionKind, about: string, folder: string): string {
  const own = kind === 'case' ? caseStep(about === '' ? 'NAME' : about, folder) : '';
  return `Written: ${folder}
  1. replace every text that begins with FILL IN${own}
  then: almfes contribute check ${folder}
  and:  almfes contribute effect ${folder}
  and hand it in: almfes contribute receive ${folder} --by NAME
`;
}

function caseStep(slug: string, folder: string): string {
  const make = `almfes case new ${slug} --out ${folder}/case`;
  return `
  2. make the folder of the case, and finish it:
     ${make} --call-report FILE.zip --bank IDRSSD
     (a US bank, from the FFIEC bulk file of a quarter; elsewhere --disclosure instead of the
     last two: published figures alone)`;
}

/** `almfes contribute check`: 0 when every check passes, 1 when one does not. */
export async function checkContributionCommand(
  slugOrPath: string,
  options: JsonOption,
  effects: Effects,
): Promise<ExitCode> {
  const opened = await open(slugOrPath, options, effects);
  if (typeof opened === 'number') return opened;
  const { folder, library } = opened;
  const report = await checkedContribution(folder, library, effects);
  effects.stdout(
    options.json === true
      ? jsonText({ slug: folder.slug, passed: report.passed, checks: report.checks })
      : checkText(report, effects.width),
  );
  return report.passed ? 0 : 1;
}

/** `almfes contribute effect`: what it would move, before anyone decides. */
export async function effectCommand(
  slugOrPath: string,
  options: JsonOption,
  effects: Effects,
): Promise<ExitCode> {
  const opened = await open(slugOrPath, options, effects);
  if (typeof opened === 'number') return opened;
  const { folder, library } = opened;
  const bare = { ...library, cases: [], told: [], data: [] };
  const { contribution, checks } = checkContribution(folder, bare);
  if (contribution === null) {
    const issues = checks.flatMap((each) => each.issues);
    return refused(`${folder.slug} cannot be read`, issues, options, effects);
  }
  if (contribution.kind === 'correction') {
    const correction = correctionIn(contribution, library);
    if (correction === null) {
      effects.stderr(complaint(`${contribution.case} has no figure '${contribution.figure}'`));
      return 2;
    }
    const found = effects.longWork('with and without', () => correctionEffect(correction, library));
    const told: readonly MovedSentence[] = movedSentences(await readPages(effects), found);
    const sentences = told.filter(holdsNumber);
    const mentions = told.filter((each) => !holdsNumber(each));
    const data = correctedData(correction, library.data);
    const text = correctionText(
      { correction, data, effects: found, sentences, mentions },
      effects.width,
    );
    const standsOn = standsOnData(data.map(({ before }) => before.name));
    const sets = data.map(({ before, cells }) => ({ set: before.name, cells }));
    effects.stdout(
      options.json === true
        ? jsonText({ data: sets, cases: found, sentences, mentions, standsOn })
        : text,
    );
    return found.every(({ issues }) => issues.length === 0) ? 0 : 1;
  }
  if (contribution.kind !== 'challenge') {
    effects.stdout(options.json === true ? jsonText({ cases: [] }) : 'It moves no number.\n');
    return 0;
  }
  const found = effects.longWork('with and without', () =>
    effectOfChallenge(contribution, library.cases),
  );
  const text = challengeText(found, effects.width);
  effects.stdout(options.json === true ? jsonText({ cases: found }) : text);
  return found.every(({ issues }) => issues.length === 0) ? 0 : 1;
}

/** A contribution and the library it is held against; the exit code where one cannot be read. */
async function open(
  slugOrPath: string,
  options: JsonOption,
  effects: Effects,
): Promise<{ folder: ContributionFolder; library: CheckedLibrary } | ExitCode> {
  const folder = await findContribution(slugOrPath, effects);
  if (!folder.ok) return unknown(folder.issues, options, effects);
  const library = await readLibrary(folder.value.path, effects);
  if (!library.ok) return refused('the library cannot be read', library.issues, options, effects);
  return { folder: folder.value, library: library.value };
}

type QueueColumn = 'slug' | 'state' | 'kind' | 'title' | 'by';

/** `almfes contribute list`: the queue, the first received first, then by name. */
export async function listContributionsCommand(
  options: JsonOption,
  effects: Effects,
): Promise<ExitCode> {
  const parent = contributionPath(effects, '');
  const found: { since: string; row: Readonly<Record<QueueColumn, string>> }[] = [];
  for (const slug of await effects.files.folderNames(parent)) {
    const folder = await findContribution(slug, effects);
    if (!folder.ok) continue;
    const history = await readHistory(folder.value, effects);
    const contribution = contributionOf(folder.value, effects);
    const events = history.ok ? history.value : [];
    const row = {
      slug,
      state: history.ok ? (events.at(-1)?.state ?? 'no history') : 'history changed',
      kind: contribution?.kind ?? 'unreadable',
      title: contribution?.title ?? '',
      by: contribution?.contributor.name ?? '',
    };
    found.push({ since: events[0]?.date ?? '', row });
  }
  const rows = found
    .toSorted((a, b) => Number(a.since > b.since) - Number(a.since < b.since))
    .map(({ row }) => row);
  const lines = rows.map(
    ({ slug, state, kind, title, by }) =>
      `${slug.padEnd(32)} ${state.padEnd(10)} ${kind.padEnd(12)} ${title} (${by})`,
  );
  const text = lines.length === 0 ? 'No contribution has been received.' : lines.join('\n');
  effects.stdout(options.json === true ? jsonText({ contributions: rows }) : `${text}\n`);
  return 0;
}

/** `almfes contribute show`: what it says and its whole history. */
export async function showContributionCommand(
  slugOrPath: string,
  options: JsonOption,
  effects: Effects,
): Promise<ExitCode> {
  const folder = await findContribution(slugOrPath, effects);
  if (!folder.ok) return unknown(folder.issues, options, effects);
  const history = await readHistory(folder.value, effects);
  if (!history.ok) {
    return refused('the history does not hold', history.issues, options, effects);
  }
  const contribution = contributionOf(folder.value, effects);
  const { slug } = folder.value;
  if (options.json === true) {
    effects.stdout(jsonText({ slug, contribution, history: history.value }));
    return contribution === null ? 1 : 0;
  }
  const words =
    contribution === null
      ? `${slug}: it cannot be read; almfes contribute check says why`
      : `${slug}: ${contribution.kind} by ${contribution.contributor.name}: ${contribution.title}`;
  effects.stdout(`${words}\n${historyLines(history.value, effects.width)}\n`);
  return contribution === null ? 1 : 0;
}

/** A name that is none, in its own words. */
export function unknown(
  issues: readonly Issue[],
  { json }: JsonOption,
  effects: Effects,
): ExitCode {
  const [first] = issues;
  if (first?.code.startsWith('CONTRIBUTION_') !== true) {
    return refused('no contribution', issues, { json: json === true }, effects);
  }
  return saying(first, { json: json === true }, effects);
}

/** An issue in its own words, with --json as JSON too. */
function saying(found: Issue, { json }: JsonOption, effects: Effects): ExitCode {
  if (json === true) effects.stdout(issuesJson([found]));
  effects.stderr(complaint(found.message));
  return 2;
}
