import { rmSync } from 'node:fs';
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
  keep(folder);
  return {
    path: (name) => join(folder, name),
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      forget(folder);
    },
  };
}

/** Folders of this process that are not yet removed. */
const kept = new Set<string>();

/** Signals by which a person or the system ends a program; of the others none can be heard. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A bank's data are removed also when the program is interrupted or ends by a failure. */
function keep(folder: string): void {
  if (kept.size === 0) {
    process.on('exit', removeKept);
    for (const signal of ENDINGS) process.on(signal, endBySignal);
  }
  kept.add(folder);
}

function forget(folder: string): void {
  kept.delete(folder);
  if (kept.size > 0) return;
  process.off('exit', removeKept);
  for (const signal of ENDINGS) process.off(signal, endBySignal);
}

function removeKept(): void {
  for (const folder of kept) rmSync(folder, { recursive: true, force: true });
}

/** Removes, then ends as the signal would have ended it, unless someone else listens to it. */
function endBySignal(signal: NodeJS.Signals): void {
  removeKept();
  process.off(signal, endBySignal);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
