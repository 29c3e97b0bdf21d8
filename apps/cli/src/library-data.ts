import { join } from 'node:path';
import type { Result } from '@almfes/engine';
import type { Effects } from './effect/effects.js';

const LIMIT_BYTES = 10_000_000;

/** The text of a file of the latest vintage of a data set of the library. */
export async function readLatest(
  dataset: string,
  file: string,
  { files, libraryFolder }: Pick<Effects, 'files' | 'libraryFolder'>,
): Promise<Result<string>> {
  const folder = join(libraryFolder, 'data', dataset);
  const vintage = (await files.folderNames(folder)).at(-1) ?? '';
  return files.readText(join(folder, vintage, file), LIMIT_BYTES);
}
