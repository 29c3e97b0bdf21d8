import { runAnswer, type Study } from '@almfes/engine';
import { type AnswerOptions, putAnswer } from '../answer-output.js';
import { complaintWithIssues } from '../complaint.js';
import { issuesJson } from '../contract-answer-json.js';
import type { Effects } from '../effect/effects.js';
import type { ExitCode } from './exit-code.js';

export interface FailRunOptions extends AnswerOptions {
  /** Run dynamics or the run threshold surface, or both, and nothing else. */
  readonly run?: boolean;
  readonly surface?: boolean;
}

/** Whether a run is asked for in place of the failures. */
export function asksForRun({ run, surface }: FailRunOptions): boolean {
  return run === true || surface === true;
}

/** Where a run settles, and its threshold; no failure is put to the Study. */
export async function failRun(
  words: string,
  study: Study,
  options: FailRunOptions,
  effects: Effects,
): Promise<ExitCode> {
  const parts = { dynamics: options.run === true, surface: options.surface === true };
  const told = effects.longWork('Runs', () => runAnswer(study, parts));
  if (told.ok) return (await putAnswer(told.value, options, effects)) ? 0 : 2;
  if (options.json === true) effects.stdout(issuesJson(told.issues));
  effects.stderr(complaintWithIssues(`${words} cannot be run on`, told.issues));
  return 2;
}
