import { fail, issue, ok, type Result } from '../foundation/index.js';
import type { Study } from '../study/index.js';
import type { Answer } from './answer.js';
import { type RunDynamicsResult, runDynamicsAnswer } from './run-dynamics-answer.js';
import { type RunSurfaceResult, runSurfaceAnswer } from './run-surface-answer.js';

/** Which parts of a run are asked for; at least one. */
export interface RunParts {
  readonly dynamics: boolean;
  readonly surface: boolean;
}

export interface RunResult {
  readonly schema: 'almfes/run/1';
  /** Null where it was not asked for. */
  readonly dynamics: RunDynamicsResult | null;
  readonly surface: RunSurfaceResult | null;
}

/**
 * Run dynamics, the surface of the run threshold, or both, told together (SPIRAL-1 to SPIRAL-7).
 * Issues: `run.parts` when neither is asked for, and those of the parts.
 */
export function runAnswer(
  study: Study,
  { dynamics, surface }: RunParts,
): Result<{ readonly answer: Answer; readonly result: RunResult }> {
  const run = dynamics ? runDynamicsAnswer(study) : null;
  if (run?.ok === false) return run;
  const grid = surface ? runSurfaceAnswer(study) : null;
  if (grid?.ok === false) return grid;
  const parts = [run, grid].flatMap((part) => (part === null ? [] : [part.value.answer]));
  const [first] = parts;
  if (first === undefined) {
    return fail(issue('run.parts', 'parts', 'dynamics, surface or both', 'neither'));
  }
  const result: RunResult = {
    schema: 'almfes/run/1',
    dynamics: run?.value.result ?? null,
    surface: grid?.value.result ?? null,
  };
  return ok({ answer: { ...together(parts), title: first.title }, result });
}

function together(parts: readonly Answer[]): Omit<Answer, 'title'> {
  return {
    findings: parts.flatMap(({ findings }) => findings),
    tables: parts.flatMap(({ tables }) => tables),
    pictures: parts.flatMap(({ pictures }) => pictures),
    sources: [...new Set(parts.flatMap(({ sources }) => sources))],
  };
}
