import { type Issue, issue, runCase } from '@almfes/engine';
import { type CaseFiles, parseCase } from '@almfes/intake';
import { sha256 } from './effect/sha256.js';
import { createHighsSolver } from './highs-solver.js';

/**
 * What a thread of a check runs (THREAD-1): the five steps of one case, and why they cannot be
 * made. Files that cannot be parsed give nothing: the check of the folder has said why.
 */
export function startTask(
  cases: readonly CaseFiles[],
): (piece: number) => Promise<readonly Issue[]> {
  return async (piece) => {
    const files = cases[piece];
    if (files === undefined) throw new Error(`there is no case ${piece}`);
    return stepIssues(files);
  };
}

async function stepIssues(files: CaseFiles): Promise<readonly Issue[]> {
  const parsed = parseCase(files);
  if (!parsed.ok) return [];
  let at = '';
  const progress = (step: string): void => {
    at = step;
  };
  try {
    const solver = await createHighsSolver();
    const made = await runCase(parsed.value, { solver, hash: sha256, progress });
    return made.ok ? [] : made.issues.map((each) => ({ ...each, path: placeOf(at, each.path) }));
  } catch (error) {
    // A measure that a step reads and the Study lacks is thrown with its reason.
    const reason = error instanceof Error ? error.message : String(error);
    return [issue('step', placeOf(at, ''), 'a step that can be made', reason)];
  }
}

function placeOf(step: string, path: string): string {
  return `changes.json, ${step}${path === '' ? '' : `, ${path}`}`;
}
