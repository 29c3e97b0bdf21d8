import { ok, type Result } from '../foundation/index.js';
import type { Change, Study } from '../study/index.js';

/** Issues name the Change that did not fit behind `path`, so that a plan or hedge is told apart. */
export function applyAll(
  apply: (study: Study, change: Change) => Result<Study>,
  study: Study,
  changes: readonly Change[],
  path: string,
): Result<Study> {
  let current = study;
  for (const change of changes) {
    const applied = apply(current, change);
    if (!applied.ok) {
      const issues = applied.issues.map((found) => ({ ...found, path: `${path}: ${found.path}` }));
      return { ok: false, issues };
    }
    current = applied.value;
  }
  return ok(current);
}
