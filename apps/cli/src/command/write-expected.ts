import { join } from 'node:path';
import { ok, type Result } from '@almfes/engine';
import { parseCase } from '@almfes/intake';
import { expectedOf, expectedText, standingExpected } from '@almfes/laboratory';
import type { CaseFolder } from '../case-folder.js';
import { readCaseFiles, readJson } from '../case-run.js';
import type { Effects } from '../effect/effects.js';

/**
 * Writes expected.json of a folder as its Study gives it now; rows that stand keep their value
 * (rule FORM-24). A folder whose Study cannot be read is left as it is: the check says why.
 */
export async function writeExpected(
  folder: CaseFolder,
  effects: Pick<Effects, 'files' | 'libraryFolder'>,
): Promise<Result<null>> {
  const files = await readCaseFiles(folder, effects);
  const parsed = files.ok ? parseCase(files.value) : files;
  if (!parsed.ok) return ok(null);
  const path = join(folder.path, 'expected.json');
  const before = await readJson(path, effects.files);
  const now = expectedOf(folder.slug, parsed.value.study);
  const text = expectedText(standingExpected(before.ok ? before.value : null, now));
  const written = await effects.files.writeWhole(path, text);
  return written.ok ? ok(null) : written;
}
