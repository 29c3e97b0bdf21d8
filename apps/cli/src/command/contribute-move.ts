import { join, resolve } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import {
  acceptCase,
  acceptCorrection,
  acceptDataCorrection,
  type CaseTexts,
  type CheckedLibrary,
  type Contribution,
  type ContributionState,
  type Correction,
  checkContribution,
  correctedData,
  correctionEffect,
  correctionIn,
  dataName,
  emptyLibrary,
  extendedHistory,
  type FolderFile,
  folderHash,
  type HistoryEvent,
  isSlug,
  nextStates,
  parseArticlePage,
  parseCasePage,
  reviewIssues,
} from '@almfes/laboratory';
import { shownPath } from '../case-folder.js';
import { checkedContribution } from '../checked-contribution.js';
import { complaint } from '../complaint.js';
import {
  type ContributionFolder,
  contributionPath,
  findContribution,
  readHistory,
} from '../contribution-folder.js';
import { readLibrary } from '../contribution-library.js';
import { checkText, standsLines } from '../contribution-text.js';
import type { Effects } from '../effect/effects.js';
import type { NewText } from '../effect/node-folders.js';
import { sha256 } from '../effect/sha256.js';
import { refused } from '../refused.js';
import { unknown } from './contribute.js';
import type { ExitCode } from './exit-code.js';

export interface MoveOptions {
  readonly by: string;
  readonly reason: string;
  readonly json?: boolean;
}

const LIMIT_BYTES = 10_000_000;

/**
 * `almfes contribute receive FOLDER`: a copy in the library with the first event of its history.
 */
export async function receiveCommand(
  path: string,
  { by, json }: Omit<MoveOptions, 'reason'>,
  effects: Effects,
): Promise<ExitCode> {
  const options = { json: json === true };
  const given = resolve(effects.workingFolder, path);
  const folder = await findContribution(/[/\\.]/.test(path) ? path : `./${path}`, effects);
  if (!folder.ok) return unknown(folder.issues, options, effects);
  const { slug, files } = folder.value;
  if (!isSlug(slug)) {
    const words = 'small letters, digits and hyphens name a contribution';
    effects.stderr(complaint(`${words}; the folder is called '${slug}'`));
    return 2;
  }
  const home = contributionPath(effects, slug);
  if (given === home || (await effects.files.isFolder(home))) {
    effects.stderr(complaint(`a contribution '${slug}' has been received already`));
    return 2;
  }
  const nothing = emptyLibrary(effects.today());
  const formal = checkContribution(folder.value, nothing).checks.slice(0, FORMAL_CHECKS);
  const issues = formal.flatMap((each) => each.issues);
  if (issues.length > 0) return refused(`${slug} is not received`, issues, options, effects);
  const event = eventOf({ state: 'received', by, reason: 'handed in' }, folder.value, effects);
  const copies = files.map(({ name, text }) => ({ path: join(home, name), text }));
  const text = extendedHistory([], event, sha256);
  if (!text.ok) return refused(`${slug} is not received`, text.issues, options, effects);
  const history = { path: join(home, 'history.json'), text: text.value };
  return written([...copies, history], `received: ${slug}`, options, effects);
}

/** Limits, harm, form and sources: without them nothing enters the library. */
const FORMAL_CHECKS = 4;

function eventOf(
  { state, by, reason }: { state: ContributionState; by: string; reason: string },
  { files }: ContributionFolder,
  effects: Effects,
) {
  return { state, date: effects.today(), by, reason, content: folderHash(files, sha256) };
}

async function written(
  files: readonly NewText[],
  told: string,
  options: { readonly json: boolean },
  effects: Effects,
): Promise<ExitCode> {
  const done = await effects.folders.writeTogether(files);
  if (!done.ok) return refused('nothing was written', done.issues, options, effects);
  const names = files.map(({ path }) => `  ${shownPath(path, effects.workingFolder)}`);
  effects.stdout(options.json ? `${JSON.stringify({ told, files: names.length })}\n` : `${told}\n`);
  effects.stderr(`Written:\n${names.join('\n')}\n`);
  return 0;
}

/** `almfes contribute move SLUG STATE`: the next event of its history, and what it brings about. */
export async function moveCommand(
  slug: string,
  to: ContributionState,
  { by, reason, json }: MoveOptions,
  effects: Effects,
): Promise<ExitCode> {
  const options = { json: json === true };
  const folder = await findContribution(slug, effects);
  if (!folder.ok) return unknown(folder.issues, options, effects);
  const history = await readHistory(folder.value, effects);
  if (!history.ok) return refused('the history does not hold', history.issues, options, effects);
  const library = await readLibrary(folder.value.path, effects);
  if (!library.ok) return refused('the library cannot be read', library.issues, options, effects);
  const report = await checkedContribution(folder.value, library.value, effects);
  const { contribution } = report;
  const event = eventOf({ state: to, by, reason }, folder.value, effects);
  if (contribution === null && to !== 'declined') {
    return refused(
      'it cannot be read',
      report.checks.flatMap((c) => c.issues),
      options,
      effects,
    );
  }
  const allowed = allowedMove({ to, by, content: event.content }, history.value, folder.value);
  const reviewed =
    contribution === null
      ? []
      : reviewIssues(
          { to, by },
          { contribution, caseAuthors: await authorsOf(contribution, effects) },
        );
  const issues = [...(allowed.ok ? [] : allowed.issues), ...reviewed];
  if (issues.length > 0) return refused(`${slug} stays where it is`, issues, options, effects);
  if (NEEDS_CHECKS.includes(to) && !report.passed) {
    effects.stdout(checkText(report, effects.width));
    effects.stderr(complaint(`${slug} stays where it is: not all checks pass`));
    return 1;
  }
  const text = extendedHistory(history.value, event, sha256);
  if (!text.ok) return refused(`${slug} stays where it is`, text.issues, options, effects);
  const own = { path: join(folder.value.path, 'history.json'), text: text.value };
  const made = await broughtAbout(to, contribution, folder.value, library.value, effects);
  if (!made.ok) return refused(`${slug} stays where it is`, made.issues, options, effects);
  const code = await written([...made.value, own], `${to}: ${slug}`, options, effects);
  if (code === 0 && to === 'accepted') tellWhatStands(contribution, library.value, effects);
  return code;
}

/** After a correction of data: what it leaves as it was, and the commands (CONTRIB-18). */
function tellWhatStands(
  contribution: Contribution | null,
  library: CheckedLibrary,
  effects: Effects,
): void {
  const isCorrection = contribution?.kind === 'correction';
  const correction = isCorrection ? correctionIn(contribution, library) : null;
  const data = correction === null ? [] : correctedData(correction, library.data);
  const lines = standsLines(data, effects.width);
  if (lines.length > 0) effects.stderr(`${lines.join('\n')}\n`);
}

const NEEDS_CHECKS: readonly ContributionState[] = ['checked', 'in-review', 'accepted'];

/** The way through the queue, on the files that were checked (rules CONTRIB-6 and CONTRIB-16). */
function allowedMove(
  { to, content }: { to: ContributionState; by: string; content: string },
  history: readonly HistoryEvent[],
  { isReceived }: ContributionFolder,
): Result<void> {
  const last = history.at(-1);
  if (!isReceived || last === undefined) {
    const got = 'a folder that was not handed in';
    return fail(issue('state', '', 'a contribution of the library', got));
  }
  const next = nextStates(last.state);
  if (!next.includes(to)) {
    const expected = next.length === 0 ? `nothing after ${last.state}` : next.join(' or ');
    return fail(issue('state', 'STATE', expected, to));
  }
  const isOpen = to === 'received' || to === 'declined' || last.state === 'received';
  if (isOpen || last.content === content) return ok(undefined);
  const expected = `the files that were ${last.state}: move it to received and check it again`;
  return fail(issue('content-changed', 'the folder', expected, 'other files'));
}

/** Authors of the case or article that it would change. */
async function authorsOf(contribution: Contribution, effects: Effects): Promise<readonly string[]> {
  if (contribution.kind !== 'correction') return [];
  const name = contribution.case;
  const isArticle = name.startsWith('article/');
  const path = isArticle ? join(name, 'article.md') : join('case', name, 'case.md');
  const text = await effects.files.readText(join(effects.libraryFolder, path), LIMIT_BYTES);
  const parse = isArticle ? parseArticlePage : parseCasePage;
  const page = text.ok ? parse(text.value) : text;
  if (!page.ok) return ['laboratory'];
  const { authors, contributors = [] } = page.value.front;
  return [...authors, ...contributors];
}

/** What an acceptance writes beside the history: the library as it stands then (CONTRIB-15). */
async function broughtAbout(
  to: ContributionState,
  contribution: Contribution | null,
  folder: ContributionFolder,
  library: CheckedLibrary,
  effects: Effects,
): Promise<Result<readonly NewText[]>> {
  if (to !== 'accepted' || contribution === null) return ok([]);
  if (contribution.kind === 'correction') {
    return correctedLibrary(contribution, folder, library, effects);
  }
  if (contribution.kind !== 'case') return ok([]);
  const { slug, files } = folder;
  return inLibrary(acceptCase({ slug, date: effects.today(), contribution, files }), effects);
}

async function correctedLibrary(
  contribution: Correction,
  folder: ContributionFolder,
  library: CheckedLibrary,
  effects: Effects,
): Promise<Result<readonly NewText[]>> {
  const correction = correctionIn(contribution, library);
  if (correction === null) throw new Error('a correction that passed its checks has its figure');
  const found = effects.longWork('with and without', () => correctionEffect(correction, library));
  const texts: CaseTexts[] = [];
  const isData = dataName(contribution.case) !== null;
  for (const { part, slug, figures } of found) {
    if (figures.length === 0 && !isData) continue;
    const read = await caseTexts({ part, slug }, effects);
    if (!read.ok) return read;
    texts.push(read.value);
  }
  const acceptance = { slug: folder.slug, date: effects.today(), contribution, correction };
  const touched = { sets: library.data, cases: texts, effects: found };
  const made = isData
    ? acceptDataCorrection(acceptance, touched, sha256)
    : acceptCorrection(acceptance, texts, found);
  return inLibrary(made, effects);
}

function inLibrary(
  files: Result<readonly FolderFile[]>,
  { libraryFolder }: Effects,
): Result<readonly NewText[]> {
  if (!files.ok) return files;
  return ok(files.value.map(({ name, text }) => ({ path: join(libraryFolder, name), text })));
}

async function caseTexts(
  { part, slug }: Pick<CaseTexts, 'part' | 'slug'>,
  effects: Effects,
): Promise<Result<CaseTexts>> {
  const home = join(effects.libraryFolder, part, slug);
  const read = (name: string) => effects.files.readText(join(home, name), LIMIT_BYTES);
  const front = await read(`${part}.md`);
  if (!front.ok) return front;
  const figures = await read('figures.json');
  if (!figures.ok) return figures;
  const history = await read('history.json');
  const expected = await read('expected.json');
  const study = await read('study.json');
  return ok({
    ...{ part, slug },
    front: front.value,
    figures: figures.value,
    history: history.ok ? history.value : null,
    expected: expected.ok ? expected.value : null,
    study: study.ok ? study.value : null,
  });
}
