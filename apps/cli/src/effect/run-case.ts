import { type CaseInput, type CaseResult, fail, issue, type Result, runCase } from '@almfes/engine';
import { type CaseFiles, parseCase } from '@almfes/intake';
import { createHighsSolver } from '../highs-solver.js';
import type { Progress } from './effects.js';
import { sha256 } from './sha256.js';

/** Parses and runs a case with the solver and the hash function of this machine. */
export async function runCaseHere(
  files: CaseFiles,
  progress: Progress,
): Promise<Result<CaseResult>> {
  const parsed = parseCase(files);
  return parsed.ok ? runParsedCase(parsed.value, progress) : parsed;
}

/** Runs a case; an issue names the step that cannot be made, then the place that the step names. */
export async function runParsedCase(
  input: CaseInput,
  progress: Progress,
): Promise<Result<CaseResult>> {
  let at = '';
  const follow: Progress = (step, done, total) => {
    at = step;
    progress(step, done, total);
  };
  try {
    const solver = await createHighsSolver();
    const made = await runCase(input, { solver, hash: sha256, progress: follow });
    if (made.ok) return made;
    return fail(...made.issues.map((each) => ({ ...each, path: placeOf(at, each.path) })));
  } catch (error) {
    // A measure that a step reads and the Study lacks is thrown with its reason.
    const reason = error instanceof Error ? error.message : String(error);
    return fail(issue('step', placeOf(at, ''), 'a step that can be made', reason));
  }
}

function placeOf(step: string, path: string): string {
  return `changes.json, ${step}${path === '' ? '' : `, ${path}`}`;
}
