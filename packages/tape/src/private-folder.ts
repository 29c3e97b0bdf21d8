import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetAtEnd, removeAtEnd } from './removed-at-end.js';

/** A folder that only this user can read, for the copy of a tape; removed with all it holds. */
export interface PrivateFolder {
  readonly path: (name: string) => string;
  readonly remove: () => Promise<void>;
}

export async function privateFolder(parent: string = tmpdir()): Promise<PrivateFolder> {
  const folder = await mkdtemp(join(parent, 'almfes-tape-'));
  removeAtEnd(folder);
  return {
    path: (name) => join(folder, name),
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      forgetAtEnd(folder);
    },
  };
}
