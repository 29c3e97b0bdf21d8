import { type CaseResult, type Result, runCase } from '@almfes/engine';
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
  if (!parsed.ok) return parsed;
  const solver = await createHighsSolver();
  return runCase(parsed.value, { solver, hash: sha256, progress });
}
