import { resolve } from 'node:path';
import {
  fail,
  type Issue,
  issue,
  ok,
  type PathSampling,
  parseShortRateModel,
  type Result,
  type ShortRateModelParameters,
  simulate,
} from '@almfes/engine';
import { readJson } from '../case-run.js';
import { complaint, complaintWithIssues } from '../complaint.js';
import { issuesJson } from '../contract-answer-json.js';
import type { Effects } from '../effect/effects.js';
import { jsonText } from '../json-text.js';
import { type ModelWords, modelOfWords, saidOfModel, saidOfSecond } from '../model-words.js';
import { createProgress } from '../progress.js';
import { type SimulatedCase, simulationTable } from '../simulation-text.js';
import { studyOf } from '../study-source.js';
import type { ExitCode } from './exit-code.js';

export interface SimulateOptions extends ModelWords {
  readonly paths: number;
  readonly seed: number;
  readonly sampling: PathSampling['method'];
  readonly antithetic: boolean;
  /** File with the model and the sources of its parameters. */
  readonly parameters?: string;
  readonly json?: boolean;
}

/** `almfes simulate`: value and income of a Study on many futures of rates. */
export async function simulateCommand(
  words: string,
  options: SimulateOptions,
  effects: Effects,
): Promise<ExitCode> {
  const found = await simulatedCase(words, options, effects);
  if (!found.ok) {
    return refused(words, options, found.issues, effects);
  }
  const { simulation } = found.value;
  effects.stdout(
    options.json === true ? jsonText(simulation) : simulationTable(found.value, effects.width),
  );
  return 0;
}

/** A name that is no case is told as `almfes case` tells it. */
function refused(
  words: string,
  { json }: SimulateOptions,
  issues: readonly Issue[],
  { stdout, stderr }: Effects,
): ExitCode {
  if (json === true) stdout(issuesJson(issues));
  const first = issues[0];
  if (first?.code.startsWith('CASE_') === true) stderr(complaint(first.message));
  else stderr(complaintWithIssues(`${words} could not be simulated`, issues));
  return 2;
}

async function simulatedCase(
  words: string,
  options: SimulateOptions,
  effects: Effects,
): Promise<Result<SimulatedCase>> {
  const model = await modelOf(options, effects);
  if (!model.ok) return model;
  const source = await studyOf(words, effects);
  if (!source.ok) return source;
  const { study } = source.value;
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  const { paths, seed, sampling: method, antithetic } = options;
  const spec = { model: model.value, sampling: { paths, seed, method, antithetic } };
  const simulation = simulate(study, spec, (done, total) => progress('paths', done, total));
  return simulation.ok ? ok({ title: study.title, simulation: simulation.value }) : simulation;
}

/** The model of the file, or of the words; both, or words without their factor, are refused. */
async function modelOf(
  options: SimulateOptions,
  { files, workingFolder }: Effects,
): Promise<Result<ShortRateModelParameters>> {
  if (options.parameters === undefined) {
    const second = saidOfSecond(options);
    if (second === undefined || options.model === 'two-factor') return ok(modelOfWords(options));
    return fail(
      issue('contradiction', `--${second}`, '--model two-factor beside it', 'one factor'),
    );
  }
  const said = saidOfModel(options);
  if (said !== undefined) {
    return fail(
      issue('contradiction', `--${said}`, 'the model in one place', '--parameters as well'),
    );
  }
  const json = await readJson(resolve(workingFolder, options.parameters), files);
  return json.ok ? parseShortRateModel(json.value) : json;
}
