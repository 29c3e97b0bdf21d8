import { basename, join, resolve } from 'node:path';
import {
  casePolicy,
  type DecideRequest,
  type DecisionResult,
  decide,
  decisionAnswer,
  fail,
  issue,
  namedObjective,
  type ObjectiveName,
  ok,
  type PolicyFile,
  parsePolicy,
  type Result,
  type Rulebook,
  type Solver,
  type Study,
  statePolicy,
} from '@almfes/engine';
import { parseCase } from '@almfes/intake';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { findCase } from '../case-folder.js';
import { readCaseFiles, readJson } from '../case-run.js';
import type { Effects } from '../effect/effects.js';
import { jsonText } from '../json-text.js';
import { createProgress } from '../progress.js';
import { refused } from '../refused.js';
import { readStudy } from '../study-source.js';
import type { ExitCode } from './exit-code.js';

export interface DecideOptions extends AnswerOptions {
  readonly limits?: string;
  readonly rules: Rulebook;
  readonly policy?: boolean;
  readonly objective?: ObjectiveName;
  readonly flip: boolean;
  readonly frontier?: boolean;
  readonly allocation?: boolean;
}

type Stated = Pick<DecideRequest, 'stated' | 'leftOut'>;

/** `almfes decide`: the best plan of a Study within the limits of a policy. */
export async function decideCommand(
  words: string,
  options: DecideOptions,
  effects: Effects,
): Promise<ExitCode> {
  if (!(await answerIsWelcome(options, effects, [words, options.limits]))) return 2;
  const source = await readStudy(words, options, effects);
  if (source === null) return 2;
  const { study } = source;
  const found = await statedPolicy(words, study, options, effects);
  const stated = found.ok ? ok(withObjective(found.value, study, options)) : found;
  if (!stated.ok)
    return refused(`${options.limits ?? words} states no policy`, stated.issues, options, effects);
  if (options.policy === true) {
    effects.stdout(jsonText(stated.value.stated.policy));
    return 0;
  }
  const made = await decided(study, stated.value, options, effects);
  if (!made.ok) return refused('no plan could be made', made.issues, options, effects);
  const put = await putAnswer(
    { answer: decisionAnswer(made.value), result: made.value },
    options,
    effects,
  );
  if (!put) return 2;
  return holds(made.value) ? 0 : 1;
}

/** The word on the command line stands above the policy's own objective, and is printed with it. */
function withObjective(found: Stated, study: Study, { objective }: DecideOptions): Stated {
  if (objective === undefined) return found;
  const policy = { ...found.stated.policy, objective: namedObjective(objective, study) };
  return { ...found, stated: { ...found.stated, policy } };
}

/** Said to meet every limit, and met by full valuation in every cell. */
function holds({ plan }: DecisionResult): boolean {
  return plan.status === 'meets limits' && plan.limits.every(({ met }) => met);
}

async function decided(
  study: Study,
  stated: Stated,
  { flip: flips, frontier = false, allocation = false }: DecideOptions,
  effects: Effects,
): Promise<Result<DecisionResult>> {
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  const failed: string[] = [];
  const solve = await effects.createSolver();
  const solver: Solver = async (programme) => {
    try {
      return await solve(programme);
    } catch (error) {
      failed.push(error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
  try {
    return await decide({ study, ...stated, flips, frontier, allocation, solver, progress });
  } catch (error) {
    const [got] = failed;
    if (got === undefined) throw error;
    return fail(issue('plan.solver', 'solver', 'an answer of the solver', got));
  }
}

/** Of the file, else of the case, else by default (POLICY-2, POLICY-3, POLICY-6). */
async function statedPolicy(
  words: string,
  study: Study,
  { limits, rules }: DecideOptions,
  effects: Effects,
): Promise<Result<Stated>> {
  if (limits !== undefined) {
    const file = await policyFile(limits, effects);
    return file.ok ? ok(statePolicy(study, file.value, rules)) : file;
  }
  const own = await policyOfCase(words, effects);
  if (!own.ok) return own;
  return ok(own.value ?? statePolicy(study, null, rules));
}

async function policyFile(
  file: string,
  { files, workingFolder }: Effects,
): Promise<Result<PolicyFile>> {
  const path = resolve(workingFolder, file);
  const json = await readJson(path, files);
  if (!json.ok) return json;
  const parsed = parsePolicy(json.value);
  if (parsed.ok) return parsed;
  const issues = parsed.issues.map((each) => ({ ...each, path: `${basename(path)}:${each.path}` }));
  return { ok: false, issues };
}

/** Null where the words name no case, or one without a step 4. */
async function policyOfCase(words: string, effects: Effects): Promise<Result<Stated | null>> {
  if (words.endsWith('.json')) return ok(null);
  const folder = await findCase(words, effects);
  if (!folder.ok) return folder;
  const hasPlan = await effects.files.isFile(join(folder.value.path, 'changes.json'));
  if (!hasPlan) return ok(null);
  const read = await readCaseFiles(folder.value, effects);
  if (!read.ok) return read;
  const parsed = parseCase(read.value);
  if (!parsed.ok) return parsed;
  const { decision, hedge } = parsed.value;
  if (decision === null || hedge === null) return ok(null);
  const policy = casePolicy(`Step 4 of ${folder.value.slug}`, decision, hedge);
  return ok({ stated: { policy, origin: 'case', fromDefault: [] }, leftOut: [] });
}
