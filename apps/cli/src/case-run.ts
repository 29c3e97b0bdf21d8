import { basename, join } from 'node:path';
import { type CaseResult, fail, issue, ok, type Result } from '@almfes/engine';
import { type CaseFolder, findCase } from './case-folder.js';
import { complaint, complaintWithIssues } from './complaint.js';
import type { CaseFiles, Effects, Files } from './effect/effects.js';
import { createProgress } from './progress.js';

const LIMIT_BYTES = 10_000_000;

/** Finds, reads and runs a case; null after the complaint when it cannot. */
export async function runCaseNamed(
  slugOrPath: string,
  effects: Effects,
): Promise<CaseResult | null> {
  const found = await findCase(slugOrPath, effects);
  if (!found.ok) {
    for (const { message } of found.issues) effects.stderr(complaint(message));
    return null;
  }
  const result = await runFolder(found.value, effects);
  if (result.ok) return result.value;
  effects.stderr(complaintWithIssues(`the case ${found.value.slug} cannot be run`, result.issues));
  return null;
}

async function runFolder(folder: CaseFolder, effects: Effects): Promise<Result<CaseResult>> {
  const read = await readCaseFiles(folder, effects.files);
  if (!read.ok) return read;
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  return effects.runCase(read.value, progress);
}

/** The JSON of a case folder by file name without its ending, every file within the limit. */
export async function readCaseFiles(
  { slug, path }: CaseFolder,
  files: Files,
): Promise<Result<CaseFiles>> {
  const contents: Record<string, unknown> = {};
  for (const name of ['figures', 'study', 'changes']) {
    const content = await readJson(join(path, `${name}.json`), files);
    if (!content.ok) return content;
    contents[name] = content.value;
  }
  return ok({ ...contents, slug });
}

/** The value of one JSON file, or an issue that names the file. */
export async function readJson(path: string, files: Files): Promise<Result<unknown>> {
  const text = await files.readText(path, LIMIT_BYTES);
  if (!text.ok) return text;
  try {
    const value: unknown = JSON.parse(text.value);
    return ok(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'text that is not JSON';
    return fail(issue('JSON_SYNTAX', basename(path), 'JSON', reason));
  }
}
