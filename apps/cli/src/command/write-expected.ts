import { join } from 'node:path';
import { ok, type Result } from '@almfes/engine';
import { parseCase } from '@almfes/intake';
import {
  type Expected,
  expectedOf,
  expectedOfHedge,
  expectedText,
  HEDGE_FILE,
  standingExpected,
} from '@almfes/laboratory';
import type { CaseFolder } from '../case-folder.js';
import { readCaseFiles, readJson } from '../case-run.js';
import { readDisclosure } from '../disclosure-folder.js';
import type { Effects } from '../effect/effects.js';

/**
 * Writes expected.json of a folder as its Study gives it now; rows that stand keep their value
 * (rule FORM-24). A folder whose Study cannot be read is left as it is: the check says why.
 */
export async function writeExpected(
  folder: CaseFolder,
  effects: Pick<Effects, 'files' | 'libraryFolder'>,
): Promise<Result<null>> {
  const path = join(folder.path, 'expected.json');
  if (await effects.files.isFile(join(folder.path, HEDGE_FILE))) {
    const read = await readDisclosure(folder, effects);
    const hedge = read.ok ? read.value.hedge : undefined;
    if (hedge === undefined) return ok(null);
    return writeRows(path, expectedOfHedge(folder.slug, hedge), effects);
  }
  const files = await readCaseFiles(folder, effects);
  const parsed = files.ok ? parseCase(files.value) : files;
  if (!parsed.ok) return ok(null);
  return writeRows(path, expectedOf(folder.slug, parsed.value.study), effects);
}

async function writeRows(
  path: string,
  now: Expected,
  { files }: Pick<Effects, 'files'>,
): Promise<Result<null>> {
  const before = await readJson(path, files);
  const text = expectedText(standingExpected(before.ok ? before.value : null, now));
  const written = await files.writeWhole(path, text);
  return written.ok ? ok(null) : written;
}
