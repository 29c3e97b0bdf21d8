import { resolve } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';

interface NamedFiles {
  /** Files that are written, with the option that names each. */
  readonly written: Readonly<Record<string, string | undefined>>;
  /** Files that are read. */
  readonly read: readonly (string | undefined)[];
}

/** No file that is read is written over, and no two are written to one place. */
export function apartFrom({ written, read }: NamedFiles, workingFolder: string): Result<void> {
  const taken = new Set(read.flatMap((file) => (file ? [resolve(workingFolder, file)] : [])));
  for (const [option, file] of Object.entries(written)) {
    if (file === undefined) continue;
    const path = resolve(workingFolder, file);
    if (taken.has(path)) {
      const expected = 'a file that is not read or written by the same command';
      return fail(issue('option', option, expected, file));
    }
    taken.add(path);
  }
  return ok(undefined);
}
