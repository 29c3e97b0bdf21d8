import { basename, join, resolve } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import { callReportOf, findInstitutions, type Institution, parseCase } from '@almfes/intake';
import {
  blankCase,
  type CaseFilesMade,
  expectedOf,
  expectedText,
  figuresText,
  isSlug,
  newCallReportCase,
  pageTemplate,
} from '@almfes/laboratory';
import { readCallReports, readQuarterMarket } from '../call-report-file.js';
import { findCase, shownPath } from '../case-folder.js';
import { readCurves } from '../case-run.js';
import { complaint, complaintWithIssues } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import type { ExitCode } from './exit-code.js';

export interface NewCaseOptions {
  readonly callReport?: string;
  readonly bank?: string;
  readonly before?: string;
  readonly decisionDate?: string;
  readonly disclosure?: boolean;
  readonly out?: string;
}

/** Texts of the files of a new case by name. */
type Texts = Readonly<Record<string, string>>;

/** `almfes case new`: a folder with every file of a case, which `case check` then leads through. */
export async function newCaseCommand(
  slug: string,
  options: NewCaseOptions,
  effects: Effects,
): Promise<ExitCode> {
  const welcome = await slugIssue(slug, options, effects);
  const made = welcome ?? (await textsOf(slug, options, effects));
  if (!made.ok) {
    effects.stderr(complaintWithIssues(`no new case ${slug}`, made.issues));
    return 2;
  }
  const folder = resolve(effects.workingFolder, options.out ?? slug);
  const written = await writeFolder(folder, made.value, effects);
  if (!written.ok) {
    effects.stderr(complaint(written.issues.map(({ message }) => message).join('; ')));
    return 2;
  }
  const shown = shownPath(folder, effects.workingFolder);
  effects.stdout(`${shown}: ${Object.keys(made.value).join(', ')}\n`);
  effects.stdout(`Next: almfes case check ./${shown}\n`);
  return 0;
}

/** Why a slug cannot be taken; null: it can. */
async function slugIssue(
  slug: string,
  { callReport, bank, disclosure }: NewCaseOptions,
  effects: Effects,
): Promise<Result<Texts> | null> {
  if (!isSlug(slug)) {
    return fail(issue('slug', slug, 'small letters, digits and single hyphens', slug));
  }
  const known = await findCase(slug, effects);
  if (!known.ok && known.issues[0]?.code === 'CASE_NAME_RESERVED') return known;
  if (known.ok) return fail(issue('duplicate-slug', slug, 'a name no case has', 'a case has it'));
  const some = [callReport, bank].filter((each) => each !== undefined).length;
  if (some === 1) {
    return fail(issue('option', 'options', '--call-report and --bank together', 'one of them'));
  }
  if (some === 2 && disclosure === true) {
    const expected = '--disclosure or --call-report: a disclosure case has no Study';
    return fail(issue('option', 'options', expected, 'both'));
  }
  return null;
}

async function textsOf(
  slug: string,
  options: NewCaseOptions,
  effects: Effects,
): Promise<Result<Texts>> {
  const { callReport, bank, disclosure } = options;
  if (callReport !== undefined && bank !== undefined) {
    return callReportTexts(slug, { ...options, callReport, bank }, effects);
  }
  const { figures, study, changes } = blankCase(slug);
  const page = pageTemplate({
    class: disclosure === true ? 'disclosure' : 'complete',
    institution: 'TO WRITE: the bank',
    decisionDate: 'TO WRITE: YYYY-MM-DD',
    ...{ report: null, missingGroups: [], hasDiscipline: false },
  });
  const both = { 'case.md': page, 'figures.json': figuresText(figures) };
  if (disclosure === true) return ok(both);
  return ok({ ...both, 'study.json': jsonFile(study), 'changes.json': jsonFile(changes) });
}

type BankOptions = NewCaseOptions & { readonly callReport: string; readonly bank: string };

async function callReportTexts(
  slug: string,
  options: BankOptions,
  effects: Effects,
): Promise<Result<Texts>> {
  const reports = await readCallReports(options.callReport, effects);
  if (!reports.ok) return reports;
  const bank = bankOf(findInstitutions(reports.value, options.bank), options.bank);
  if (!bank.ok) return bank;
  const report = callReportOf(reports.value, bank.value.idrssd);
  if (!report.ok) return report;
  const earlier =
    options.before === undefined ? null : await readCallReports(options.before, effects);
  if (earlier?.ok === false) return earlier;
  const before = earlier === null ? null : callReportOf(earlier.value, bank.value.idrssd);
  if (before?.ok === false) return before;
  const market = await readQuarterMarket(reports.value.quarterEnd, effects);
  if (!market.ok) return market;
  const history = await readHistory(effects);
  if (!history.ok) return history;
  const curves = await readCurves(effects);
  if (!curves.ok) return curves;
  const made = newCallReportCase({
    ...{ slug, reports: reports.value, report: report.value, market: market.value },
    ...{ before: before === null ? null : before.value, history: history.value },
    decisionDate: options.decisionDate ?? null,
    curveDates: curves.value
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.slice(0, 10)),
  });
  if (!made.ok) return made;
  const page = pageTemplate({
    ...{ class: 'complete', institution: bank.value.name, report: report.value },
    decisionDate: made.value.decisionDate,
    missingGroups: made.value.missingGroups,
    hasDiscipline: made.value.changes.discipline !== null,
  });
  return withExpected(slug, made.value, page, curves.value);
}

/** The files as texts, after their own door has taken them; expected.json comes of the Study. */
function withExpected(
  slug: string,
  made: CaseFilesMade,
  page: string,
  curves: string,
): Result<Texts> {
  const texts = {
    'case.md': page,
    'figures.json': figuresText(made.figures),
    'study.json': jsonFile(made.study),
    'changes.json': jsonFile(made.changes),
  };
  const parsed = parseCase({
    ...{ slug, curves, sisters: [] },
    figures: JSON.parse(texts['figures.json']),
    study: JSON.parse(texts['study.json']),
    changes: JSON.parse(texts['changes.json']),
  });
  if (!parsed.ok) return parsed;
  const expected = expectedText(expectedOf(slug, parsed.value.study));
  return ok({ ...texts, 'expected.json': expected });
}

function jsonFile(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function bankOf(match: ReturnType<typeof findInstitutions>, typed: string): Result<Institution> {
  const named = ({ idrssd, name, city, state }: Institution) =>
    `${idrssd} ${name}, ${city} ${state}`;
  switch (match.kind) {
    case 'found':
      return ok(match.institution);
    case 'refused':
      return fail(...match.refused.issues);
    case 'candidates':
      return fail(
        ...match.candidates.map((each) =>
          issue('bank.ambiguous', '--bank', 'an IDRSSD', named(each)),
        ),
      );
    case 'none': {
      const near =
        match.near.length === 0
          ? ''
          : `; near it: ${match.near.slice(0, 10).map(named).join('; ')}`;
      return fail(issue('bank.unknown', '--bank', 'a bank of the file', `${typed}${near}`));
    }
  }
}

const HISTORY_BYTES = 20_000_000;

/** Deposit costs of the named banks, from the latest vintage in the library. */
async function readHistory({
  files,
  libraryFolder,
}: Pick<Effects, 'files' | 'libraryFolder'>): Promise<Result<string>> {
  const folder = join(libraryFolder, 'data', 'deposit-history');
  const vintage = (await files.folderNames(folder)).at(-1) ?? '';
  return files.readText(join(folder, vintage, 'named-bank-deposits.csv'), HISTORY_BYTES);
}

/** Every file new, or none: a folder that holds one of them is refused before any is written. */
async function writeFolder(
  folder: string,
  texts: Texts,
  { files }: Pick<Effects, 'files'>,
): Promise<Result<string>> {
  for (const name of Object.keys(texts)) {
    if (!(await files.isFile(join(folder, name)))) continue;
    const text = `${basename(folder)} holds ${name} already: nothing was written`;
    return fail(issue('file-exists', name, 'a new folder', 'a file', text));
  }
  const ready = await files.prepareFolder(folder);
  if (!ready.ok) return ready;
  for (const [name, text] of Object.entries(texts)) {
    const written = await files.writeNew(join(folder, name), text);
    if (!written.ok) return written;
  }
  return ok(folder);
}
