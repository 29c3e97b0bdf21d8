import { fail, type Issue, issue, ok, type Result, simulate } from '@almfes/engine';
import { parseCase } from '@almfes/intake';
import { findCase } from '../case-folder.js';
import { readCaseFiles } from '../case-run.js';
import { complaint, complaintWithIssues } from '../complaint.js';
import { issuesJson } from '../contract-answer-json.js';
import type { Effects } from '../effect/effects.js';
import { jsonText } from '../json-text.js';
import { createProgress } from '../progress.js';
import { type SimulationWords, simulationSpec } from '../simulation-spec.js';
import { type SimulatedCase, simulationTable } from '../simulation-text.js';
import type { ExitCode } from './exit-code.js';

export interface SimulateOptions extends SimulationWords {
  readonly json?: boolean;
}

/** `almfes simulate`: value and income of the Study of a case on many futures of rates. */
export async function simulateCommand(
  slugOrPath: string,
  options: SimulateOptions,
  effects: Effects,
): Promise<ExitCode> {
  const found = await simulatedCase(slugOrPath, options, effects);
  if (!found.ok) {
    return refused(slugOrPath, options, found.issues, effects);
  }
  const { simulation } = found.value;
  effects.stdout(options.json === true ? jsonText(simulation) : simulationTable(found.value));
  return 0;
}

/** A name that is no case is told as `almfes case` tells it. */
function refused(
  slugOrPath: string,
  { json }: SimulateOptions,
  issues: readonly Issue[],
  { stdout, stderr }: Effects,
): ExitCode {
  if (json === true) stdout(issuesJson(issues));
  const first = issues[0];
  if (first?.code.startsWith('CASE_') === true) stderr(complaint(first.message));
  else stderr(complaintWithIssues(`${slugOrPath} could not be simulated`, issues));
  return 2;
}

async function simulatedCase(
  slugOrPath: string,
  options: SimulateOptions,
  effects: Effects,
): Promise<Result<SimulatedCase>> {
  const stray = secondFactorWord(options);
  if (stray !== undefined) {
    const expected = '--model two-factor beside it';
    return fail(issue('option.stray', `--${stray}`, expected, '--model one-factor'));
  }
  const folder = await findCase(slugOrPath, effects);
  if (!folder.ok) return folder;
  const files = await readCaseFiles(folder.value, effects);
  if (!files.ok) return files;
  const parsed = parseCase(files.value);
  if (!parsed.ok) return parsed;
  const { study } = parsed.value;
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  const simulation = simulate(study, simulationSpec(options), (done, total) =>
    progress('paths', done, total),
  );
  return simulation.ok ? ok({ title: study.title, simulation: simulation.value }) : simulation;
}

/** A parameter of the second factor said where there is none. */
function secondFactorWord(options: SimulateOptions): string | undefined {
  if (options.model === 'two-factor') return undefined;
  if (options.secondReversion !== undefined) return 'second-reversion';
  if (options.secondVolatility !== undefined) return 'second-volatility';
  return options.correlation === undefined ? undefined : 'correlation';
}
