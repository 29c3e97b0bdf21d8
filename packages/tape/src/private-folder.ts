import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that only this user can read, for the copy of a tape; removed with all it holds. */
export interface PrivateFolder {
  readonly path: (name: string) => string;
  readonly remove: () => Promise<void>;
}

export async function privateFolder(parent: string = tmpdir()): Promise<PrivateFolder> {
  const folder = await mkdtemp(join(parent, 'almfes-tape-'));
  return {
    path: (name) => join(folder, name),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
