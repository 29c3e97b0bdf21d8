import { join } from 'node:path';
import {
  type BackTest,
  backTest,
  backTestAnswer,
  evaluate,
  fail,
  issue,
  ok,
  REPLAY_PRICING,
  type ReplayQuarter,
  type Result,
  replayAssumptions,
  replayStrategies,
} from '@almfes/engine';
import {
  parseCallReportQuarters,
  parseMortgageRates,
  parseTreasuryCurves,
  replayQuarters,
} from '@almfes/intake';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { readCurves } from '../case-run.js';
import { complaintWithIssues } from '../complaint.js';
import { issuesJson } from '../contract-answer-json.js';
import type { Effects } from '../effect/effects.js';
import { createProgress } from '../progress.js';
import type { ExitCode } from './exit-code.js';

export interface BacktestOptions extends AnswerOptions {
  readonly depositLife: number;
}

const LIMIT_BYTES = 10_000_000;
const URL = 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx';

/** `almfes backtest`: a bank replayed quarter by quarter with what was public then. */
export async function backtestCommand(
  bank: string,
  options: BacktestOptions,
  effects: Effects,
): Promise<ExitCode> {
  if (!(await answerIsWelcome(options, effects, []))) return 2;
  const result = await replay(bank, options, effects);
  if (!result.ok) {
    if (options.json === true) effects.stdout(issuesJson(result.issues));
    effects.stderr(complaintWithIssues(`${bank} cannot be replayed`, result.issues));
    return 2;
  }
  const assumptions = replayAssumptions(options.depositLife);
  const answer = backTestAnswer(nameOf(bank), result.value, assumptions);
  return (await putAnswer({ answer, result: result.value }, options, effects)) ? 0 : 2;
}

/** What a policy may limit; which of them it does is not known before its limits are read. */
const BACKTEST_FAMILIES = [
  ...(['value', 'income', 'runOffIncome', 'plannedIncome'] as const),
  ...(['marks', 'capital', 'liquidity'] as const),
];

async function replay(
  bank: string,
  { depositLife }: BacktestOptions,
  effects: Effects,
): Promise<Result<BackTest>> {
  const quarters = await readQuarters(bank, depositLife, effects);
  if (!quarters.ok) return quarters;
  const { createHighsSolver } = await import('../highs-solver.js');
  return backTest({
    quarters: quarters.value,
    strategies: replayStrategies(await createHighsSolver()),
    costs: REPLAY_PRICING,
    evaluate: (study) => evaluate(study, BACKTEST_FAMILIES),
    progress: createProgress({ clockMs: effects.clockMs, write: effects.stderr }),
  });
}

async function readQuarters(
  bank: string,
  depositLifeYears: number,
  effects: Effects,
): Promise<Result<readonly ReplayQuarter[]>> {
  const reports = await readReports(bank, effects);
  if (!reports.ok) return reports;
  const quarters = parseCallReportQuarters(reports.value);
  if (!quarters.ok) return quarters;
  const mortgages = await readLatest('pmms', 'pmms.csv', effects);
  if (!mortgages.ok) return mortgages;
  const mortgageRates = parseMortgageRates(mortgages.value);
  if (!mortgageRates.ok) return mortgageRates;
  const par = await readCurves(effects);
  if (!par.ok) return par;
  const curves = parseTreasuryCurves(par.value);
  if (!curves.ok) return curves;
  const institution = nameOf(bank);
  return effects.longWork('Studies of the quarters', () =>
    replayQuarters({
      ...{ institution, document: `Call Report of ${institution}`, url: URL, depositLifeYears },
      ...{ quarters: quarters.value, curves: curves.value, mortgageRates: mortgageRates.value },
    }),
  );
}

/** A bank is named by its file; another name could lead out of the library. */
async function readReports(bank: string, effects: Effects): Promise<Result<string>> {
  const unknown = issue(
    'replay.bank',
    bank,
    'a bank of library/data/call-report-quarters, such as silicon-valley-bank',
    'no file of that name',
  );
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(bank)) return fail(unknown);
  const found = await readLatest('call-report-quarters', `${bank}.csv`, effects);
  return found.ok ? ok(found.value) : fail(unknown);
}

async function readLatest(
  dataset: string,
  file: string,
  { files, libraryFolder }: Effects,
): Promise<Result<string>> {
  const folder = join(libraryFolder, 'data', dataset);
  const vintage = (await files.folderNames(folder)).at(-1) ?? '';
  return files.readText(join(folder, vintage, file), LIMIT_BYTES);
}

/** The words of the file's name, each with a capital. */
function nameOf(bank: string): string {
  return bank
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
