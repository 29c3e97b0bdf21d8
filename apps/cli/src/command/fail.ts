import { resolve } from 'node:path';
import {
  type FailResult,
  failStudy,
  failureAnswer,
  type HedgeVariant,
  type OwnFailure,
  parseFailures,
  parseHedgeVariants,
  type Result,
  STANDARD_LIMITS,
} from '@almfes/engine';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { readJson } from '../case-run.js';
import { complaint, complaintWithIssues } from '../complaint.js';
import { issuesJson } from '../contract-answer-json.js';
import type { Effects } from '../effect/effects.js';
import { createProgress } from '../progress.js';
import { readStudy } from '../study-source.js';
import type { ExitCode } from './exit-code.js';

export interface FailOptions extends AnswerOptions {
  readonly failures?: string;
  readonly hedges?: string;
  readonly flip?: boolean;
  readonly limit?: string;
  readonly reverse?: boolean;
}

/** `almfes fail`: failures crossed with rates and hedges, flip points and reverse stress. */
export async function failCommand(
  words: string,
  options: FailOptions,
  effects: Effects,
): Promise<ExitCode> {
  const limits = limitsOf(options);
  if (limits === null) {
    const known = STANDARD_LIMITS.map(({ id }) => id).join(', ');
    effects.stderr(complaint(`there is no limit '${options.limit}'; there are ${known}`));
    return 2;
  }
  if (!(await answerIsWelcome(options, effects))) return 2;
  const source = await readStudy(words, options, effects);
  if (source === null) return 2;
  const own = await fileOf(options.failures, parseFailures, options, effects);
  const hedges = await fileOf(options.hedges, parseHedgeVariants, options, effects);
  if (own === null || hedges === null) return 2;
  const failed = failStudy({
    study: source.study,
    ...{ own, hedges, limits, reverse: options.reverse === true },
    progress: createProgress({ clockMs: effects.clockMs, write: effects.stderr }),
  });
  if (!failed.ok) {
    if (options.json === true) effects.stdout(issuesJson(failed.issues));
    effects.stderr(complaintWithIssues(`${words} cannot be put to the failures`, failed.issues));
    return 2;
  }
  const result = failed.value;
  const put = await putAnswer({ answer: failureAnswer(result), result }, options, effects);
  return put ? exitCodeOf(result) : 2;
}

function limitsOf({ flip, limit }: FailOptions): typeof STANDARD_LIMITS | null {
  if (limit === undefined) return flip === true ? STANDARD_LIMITS : [];
  const found = STANDARD_LIMITS.filter(({ id }) => id === limit);
  return found.length === 0 ? null : found;
}

/** What a file holds, nothing when none is named, null after the complaint. */
async function fileOf<T extends OwnFailure | HedgeVariant>(
  file: string | undefined,
  parse: (value: unknown) => Result<readonly T[]>,
  { json }: FailOptions,
  effects: Effects,
): Promise<readonly T[] | null> {
  if (file === undefined) return [];
  const read = await readJson(resolve(effects.workingFolder, file), effects.files);
  const parsed = read.ok ? parse(read.value) : read;
  if (parsed.ok) return parsed.value;
  if (json === true) effects.stdout(issuesJson(parsed.issues));
  effects.stderr(complaintWithIssues(`${file} cannot be read`, parsed.issues));
  return null;
}

function exitCodeOf({ flips, reverse, refused }: FailResult): ExitCode {
  const breached = [...flips, ...reverse].some(({ slackNow }) => slackNow <= 0);
  return breached || refused.length > 0 ? 1 : 0;
}
