import { resolve } from 'node:path';
import {
  type FailResult,
  failStudy,
  failureAnswer,
  type HedgeVariant,
  type OwnFailure,
  type PolicyFlipLimits,
  parseFailures,
  parseHedgeVariants,
  parsePolicy,
  policyFlipLimits,
  type Result,
  STANDARD_LIMITS,
  type Study,
  statePolicy,
} from '@almfes/engine';
import { answerIsWelcome, putAnswer } from '../answer-output.js';
import { readJson } from '../case-run.js';
import { complaint } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { createProgress } from '../progress.js';
import { refused } from '../refused.js';
import { readStudy } from '../study-source.js';
import type { ExitCode } from './exit-code.js';
import { asksForRun, type FailRunOptions, failRun } from './fail-run.js';

export interface FailOptions extends FailRunOptions {
  readonly failures?: string;
  readonly hedges?: string;
  readonly flip?: boolean;
  readonly limit?: string;
  readonly limits?: string;
  readonly reverse?: boolean;
}

/** `almfes fail`: failures crossed with rates and hedges, flip points and reverse stress. */
export async function failCommand(
  words: string,
  options: FailOptions,
  effects: Effects,
): Promise<ExitCode> {
  const beside = besideRun(options);
  if (beside !== undefined) {
    effects.stderr(complaint(`--run and --surface stand alone, without --${beside}`));
    return 2;
  }
  if (
    !(await answerIsWelcome(options, effects, [
      words,
      options.failures,
      options.hedges,
      options.limits,
    ]))
  )
    return 2;
  const source = await readStudy(words, options, effects);
  if (source === null) return 2;
  const { study } = source;
  if (asksForRun(options)) return failRun(words, study, options, effects);
  const limits = await limitsOf(study, options, effects);
  const own = await fileOf(options.failures, parseFailures, options, effects);
  const hedges = await fileOf(options.hedges, parseHedgeVariants, options, effects);
  if (limits === null || own === null || hedges === null) return 2;
  const failed = failStudy({
    ...{ study, own, hedges, reverse: options.reverse === true },
    ...{ limits: limits.limits, limitsLeftOut: limits.leftOut },
    progress: createProgress({ clockMs: effects.clockMs, write: effects.stderr }),
  });
  if (!failed.ok) {
    return refused(`${words} cannot be put to the failures`, failed.issues, options, effects);
  }
  const result = failed.value;
  const put = await putAnswer({ answer: failureAnswer(result), result }, options, effects);
  return put ? exitCodeOf(result) : 2;
}

/** The first option that asks for failures beside a run. */
function besideRun(options: FailOptions): string | undefined {
  if (!asksForRun(options)) return undefined;
  const names = ['failures', 'hedges', 'flip', 'limit', 'limits', 'reverse'] as const;
  return names.find((name) => options[name] !== undefined);
}

/** Limits to search: of the file, or the standard ones where asked for; null: none such. */
async function limitsOf(
  study: Study,
  options: FailOptions,
  effects: Effects,
): Promise<PolicyFlipLimits | null> {
  const { flip, limit, limits: file } = options;
  const wanted = flip === true || limit !== undefined || file !== undefined;
  if (!wanted) return { limits: [], leftOut: [] };
  const all =
    file === undefined
      ? { limits: STANDARD_LIMITS, leftOut: [] }
      : await limitsOfFile(study, file, options, effects);
  if (all === null || limit === undefined) return all;
  const found = all.limits.filter(({ id }) => id === limit);
  if (found.length > 0) return { limits: found, leftOut: [] };
  const known = all.limits.map(({ id }) => id).join(', ');
  effects.stderr(complaint(`there is no limit '${limit}'; there are ${known}`));
  return null;
}

async function limitsOfFile(
  study: Study,
  file: string,
  options: FailOptions,
  effects: Effects,
): Promise<PolicyFlipLimits | null> {
  const read = await readJson(resolve(effects.workingFolder, file), effects.files);
  const parsed = read.ok ? parsePolicy(read.value) : read;
  const found = parsed.ok
    ? policyFlipLimits(study, statePolicy(study, parsed.value, 'us').stated.policy)
    : parsed;
  if (found.ok) return found.value;
  refused(`${file} states no limits`, found.issues, options, effects);
  return null;
}

/** What a file holds, nothing when none is named, null after the complaint. */
async function fileOf<T extends OwnFailure | HedgeVariant>(
  file: string | undefined,
  parse: (value: unknown) => Result<readonly T[]>,
  options: FailOptions,
  effects: Effects,
): Promise<readonly T[] | null> {
  if (file === undefined) return [];
  const read = await readJson(resolve(effects.workingFolder, file), effects.files);
  const parsed = read.ok ? parse(read.value) : read;
  if (parsed.ok) return parsed.value;
  refused(`${file} cannot be read`, parsed.issues, options, effects);
  return null;
}

function exitCodeOf({ flips, reverse, refused }: FailResult): ExitCode {
  const breached = [...flips, ...reverse].some(({ slackNow }) => slackNow <= 0);
  return breached || refused.length > 0 ? 1 : 0;
}
