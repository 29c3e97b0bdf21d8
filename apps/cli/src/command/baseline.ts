import { resolve } from 'node:path';
import {
  type BankBaseline,
  baselineAnswer,
  evaluate,
  type Result,
  studyToJson,
} from '@almfes/engine';
import {
  bankBaseline,
  type CallReports,
  callReportOf,
  callReportStudy,
  findInstitutions,
  type Institution,
  institutionTitle,
  peerStanding,
} from '@almfes/intake';
import { printable } from '@almfes/report';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { apartFrom } from '../apart-from.js';
import { readCallReports, readQuarterMarket } from '../call-report-file.js';
import { complaint } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { jsonText } from '../json-text.js';
import { folderIsReady, writeFileWhole } from '../page-file.js';
import { createProgress } from '../progress.js';
import { refused } from '../refused.js';
import { baselineOfEveryBank, type EveryBankOptions } from './baseline-all.js';
import type { ExitCode } from './exit-code.js';

interface BankOptions extends AnswerOptions {
  readonly callReport: string;
  readonly bank: string;
  readonly peer?: boolean;
  readonly decisionDate?: string;
  readonly study?: string;
}

export type BaselineOptions = Omit<BankOptions, 'bank'> &
  Partial<Pick<BankOptions, 'bank'>> &
  EveryBankOptions;

/** `almfes baseline`: step 0 of one bank of a bulk file, or of every one. */
export async function baselineCommand(
  options: BaselineOptions,
  effects: Effects,
): Promise<ExitCode> {
  const { bank, all } = options;
  if (all === true && bank === undefined) return baselineOfEveryBank(options, effects);
  if (all !== true && bank !== undefined) return baselineOfBank({ ...options, bank }, effects);
  effects.stderr(complaint('name one bank with --bank, or ask for every one with --all'));
  return 2;
}

async function baselineOfBank(options: BankOptions, effects: Effects): Promise<ExitCode> {
  const written = { '--study': options.study, '--html': options.html };
  const apart = apartFrom({ written, read: [options.callReport] }, effects.workingFolder);
  if (!apart.ok) return refused('no baseline', apart.issues, options, effects);
  if (!(await answerIsWelcome(options, effects, [options.callReport]))) return 2;
  if (!(await studyIsWelcome(options, effects))) return 2;
  const reports = await readCallReports(options.callReport, effects);
  if (!reports.ok) {
    return refused(`${options.callReport} cannot be read`, reports.issues, options, effects);
  }
  const bank = bankOf(reports.value, options, effects);
  if (bank === null) return 2;
  const found = await baselineOf(reports.value, bank, options, effects);
  if (!found.ok) {
    const what = `${institutionTitle(bank.name)} (IDRSSD ${bank.idrssd}) has no baseline`;
    return refused(what, found.issues, options, effects);
  }
  if (!(await putStudy(found.value, options, effects))) return 2;
  const answer = baselineAnswer(withTitles(found.value));
  return (await putAnswer({ answer, result: toJson(found.value) }, options, effects)) ? 0 : 2;
}

/** The names a reader knows (CALL-75); JSON and the Study keep those that were filed. */
function withTitles(baseline: BankBaseline): BankBaseline {
  const { bank } = baseline;
  const [name, city] = [institutionTitle(bank.name), institutionTitle(bank.city)];
  return { ...baseline, bank: { ...bank, name, city } };
}

async function baselineOf(
  reports: CallReports,
  { idrssd }: Institution,
  { peer, decisionDate }: BankOptions,
  effects: Effects,
): Promise<Result<BankBaseline>> {
  const report = callReportOf(reports, idrssd);
  if (!report.ok) return report;
  const market = await readQuarterMarket(reports.quarterEnd, effects);
  if (!market.ok) return market;
  const of = {
    ...{ report: report.value, market: market.value },
    ...(decisionDate === undefined ? {} : { decisionDate }),
  };
  return bankBaseline({
    report: report.value,
    missingSchedules: reports.missingSchedules,
    studyOf: (assumptions) => callReportStudy({ ...of, assumptions }),
    evaluate,
    peers: peer === true ? peerStanding(reports, idrssd) : null,
    progress: createProgress({ clockMs: effects.clockMs, write: effects.stderr }),
  });
}

/** The bank that is meant, or null after the complaint with those that may be. */
function bankOf(reports: CallReports, options: BankOptions, effects: Effects): Institution | null {
  const match = findInstitutions(reports, options.bank);
  switch (match.kind) {
    case 'found':
      return match.institution;
    case 'refused':
      refused(`${match.refused.name} cannot be read`, match.refused.issues, options, effects);
      return null;
    case 'candidates': {
      const { candidates: institutions } = match;
      const { length } = institutions;
      const said = `${length} banks may be meant by '${options.bank}': name one by its IDRSSD`;
      listed({ code: 'bank.ambiguous', said, institutions }, options, effects);
      return null;
    }
    case 'none': {
      const { near: institutions } = match;
      const next = institutions.length === 0 ? '' : '; near it are';
      const said = `no bank of the file is '${options.bank}'${next}`;
      listed({ code: 'bank.unknown', said, institutions }, options, effects);
      return null;
    }
  }
}

interface Listed {
  readonly code: 'bank.ambiguous' | 'bank.unknown';
  readonly said: string;
  /** Largest first. */
  readonly institutions: readonly Institution[];
}

/** Those that may be meant, each on a line that names its IDRSSD; with `--json` as JSON too. */
function listed(
  { code, said, institutions }: Listed,
  { bank, json }: BankOptions,
  { stdout, stderr }: Effects,
): void {
  const found = { issues: [{ code, path: '--bank', got: bank }], institutions };
  if (json === true) stdout(jsonText(found));
  const lines = institutions.map(({ name, city, state, idrssd }) => {
    const place = `${institutionTitle(name)}, ${institutionTitle(city)} ${state}`;
    return `  ${idrssd}  ${printable(place)}\n`;
  });
  stderr(complaint(said) + lines.join(''));
}

async function studyIsWelcome({ study }: BankOptions, effects: Effects): Promise<boolean> {
  return study === undefined || folderIsReady(resolve(effects.workingFolder, study), effects);
}

async function putStudy(
  { ranged }: BankBaseline,
  { study }: BankOptions,
  effects: Effects,
): Promise<boolean> {
  if (study === undefined) return true;
  const path = resolve(effects.workingFolder, study);
  const text = jsonText(studyToJson(ranged.study));
  return writeFileWhole({ text, path, what: 'Study' }, effects);
}

/** All that was found, without the Study itself: `--study` writes that. */
function toJson({ ranged, ...baseline }: BankBaseline) {
  const { study, outcome, ...ranges } = ranged;
  const scenarios = study.scenarios.map(({ id, title }) => ({ id, title }));
  return { schema: 'almfes/bank-baseline/1', ...baseline, scenarios, ...ranges, outcome };
}
