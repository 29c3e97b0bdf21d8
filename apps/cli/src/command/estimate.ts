import { basename, resolve } from 'node:path';
import type { BalanceHistory, RateHistory, Result } from '@almfes/engine';
import { parseBalanceHistory, parseRateHistory } from '@almfes/intake';
import { complaintWithIssues } from '../complaint.js';
import { issuesJson } from '../contract-answer-json.js';
import type { Effects } from '../effect/effects.js';
import { betaAnswer, decayAnswer, type EstimateTerms } from '../estimate-answer.js';
import { betaText, decayText } from '../estimate-text.js';
import type { ExitCode } from './exit-code.js';

export interface EstimateOptions {
  readonly lags: number;
  readonly together?: boolean;
  readonly neweyWest: number;
  readonly confidence: number;
  readonly horizon: number;
  readonly json?: boolean;
}

const LIMIT_BYTES = 1_000_000;

/** `almfes estimate beta`: betas and lag of a deposit's cost, with errors. */
export function estimateBetaCommand(
  file: string,
  options: EstimateOptions,
  effects: Effects,
): Promise<ExitCode> {
  const estimate = (history: RateHistory) => betaAnswer(history, termsOf(options));
  return estimated(file, { parse: parseRateHistory, estimate, text: betaText }, options, effects);
}

/** `almfes estimate decay`: hazard and average life of a balance, with errors. */
export function estimateDecayCommand(
  file: string,
  options: EstimateOptions,
  effects: Effects,
): Promise<ExitCode> {
  const estimate = (history: BalanceHistory) => decayAnswer(history, termsOf(options));
  const steps = { parse: parseBalanceHistory, estimate, text: decayText };
  return estimated(file, steps, options, effects);
}

function termsOf({ together, neweyWest, ...terms }: EstimateOptions): EstimateTerms {
  return { ...terms, apart: together !== true, neweyWestLags: neweyWest };
}

interface Steps<History, Answer> {
  readonly parse: (text: string) => Result<History>;
  readonly estimate: (history: History) => Result<Answer>;
  readonly text: (answer: Answer, width: number) => string;
}

async function estimated<History, Answer>(
  file: string,
  { parse, estimate, text }: Steps<History, Answer>,
  { json }: EstimateOptions,
  effects: Effects,
): Promise<ExitCode> {
  const read = await effects.files.readText(resolve(effects.workingFolder, file), LIMIT_BYTES);
  const history = read.ok ? parse(read.value) : read;
  const answer = history.ok ? effects.longWork('estimate', () => estimate(history.value)) : history;
  if (!answer.ok) {
    if (json === true) effects.stdout(issuesJson(answer.issues));
    effects.stderr(complaintWithIssues(`no estimate from ${basename(file)}`, answer.issues));
    return 2;
  }
  effects.stdout(
    json === true
      ? `${JSON.stringify(answer.value, null, 2)}\n`
      : text(answer.value, effects.width),
  );
  return 0;
}
