import {
  type BackTest,
  backTest,
  backTestAnswer,
  evaluate,
  REPLAY_PRICING,
  type ReplayQuarter,
  type Result,
  replayAssumptions,
  replayStrategies,
} from '@almfes/engine';
import {
  findReportedBank,
  parseMortgageRates,
  parseReportedBanks,
  parseTreasuryCurves,
  type ReportedBank,
  replayedReports,
  replayQuarters,
} from '@almfes/intake';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { readCurves } from '../case-run.js';
import { complaintWithIssues } from '../complaint.js';
import { issuesJson } from '../contract-answer-json.js';
import type { Effects } from '../effect/effects.js';
import { readLatest } from '../library-data.js';
import { createProgress } from '../progress.js';
import type { ExitCode } from './exit-code.js';

export interface BacktestOptions extends AnswerOptions {
  readonly depositLife: number;
}

const URL = 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx';

/** `almfes backtest`: a bank replayed quarter by quarter with what was public then. */
export async function backtestCommand(
  bank: string,
  options: BacktestOptions,
  effects: Effects,
): Promise<ExitCode> {
  if (!(await answerIsWelcome(options, effects, []))) return 2;
  const found = await readBank(bank, effects);
  const result = found.ok ? await replay(found.value, options, effects) : found;
  if (!found.ok || !result.ok) {
    const issues = result.ok ? [] : result.issues;
    if (options.json === true) effects.stdout(issuesJson(issues));
    effects.stderr(complaintWithIssues(`${bank} cannot be replayed`, issues));
    return 2;
  }
  const assumptions = replayAssumptions(options.depositLife);
  const answer = backTestAnswer(titleOf(found.value), result.value, assumptions);
  return (await putAnswer({ answer, result: result.value }, options, effects)) ? 0 : 2;
}

/** What a policy may limit; which of them it does is not known before its limits are read. */
const BACKTEST_FAMILIES = [
  ...(['value', 'income', 'runOffIncome', 'plannedIncome'] as const),
  ...(['marks', 'capital', 'liquidity'] as const),
];

async function replay(
  bank: ReportedBank,
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
  bank: ReportedBank,
  depositLifeYears: number,
  effects: Effects,
): Promise<Result<readonly ReplayQuarter[]>> {
  const mortgages = await readLatest('pmms', 'pmms.csv', effects);
  if (!mortgages.ok) return mortgages;
  const mortgageRates = parseMortgageRates(mortgages.value);
  if (!mortgageRates.ok) return mortgageRates;
  const par = await readCurves(effects);
  if (!par.ok) return par;
  const curves = parseTreasuryCurves(par.value);
  if (!curves.ok) return curves;
  const institution = titleOf(bank);
  const quarters = replayedReports(bank.quarters, curves.value);
  return effects.longWork('Studies of the quarters', () =>
    replayQuarters({
      ...{ institution, document: `Call Report of ${institution}`, url: URL, depositLifeYears },
      ...{ quarters, curves: curves.value, mortgageRates: mortgageRates.value },
    }),
  );
}

/** The bank that is meant among those whose quarters the library holds (BACKTEST-10). */
async function readBank(bank: string, effects: Effects): Promise<Result<ReportedBank>> {
  const text = await readLatest('call-report-quarters', 'named-banks.csv', effects);
  if (!text.ok) return text;
  const banks = parseReportedBanks(text.value);
  return banks.ok ? findReportedBank(banks.value, bank) : banks;
}

/** The name it files under, each word with a capital. */
function titleOf({ names }: ReportedBank): string {
  return names[0].toLowerCase().replaceAll(/(^|[ -])[a-z]/g, (start) => start.toUpperCase());
}
