import type { Issue } from '@almfes/engine';
import { type CaseFiles, parseCase } from '@almfes/intake';
import { runParsedCase } from './effect/run-case.js';

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
  const made = await runParsedCase(parsed.value, () => {});
  return made.ok ? [] : made.issues;
}
