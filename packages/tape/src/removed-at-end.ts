import { rmSync } from 'node:fs';

/** Files and folders of this process that are not yet removed or put in their place. */
const kept = new Set<string>();

/** Signals by which a person or the system ends a program; of the others none can be heard. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A bank's data are removed also when the program is interrupted or ends by a failure. */
export function removeAtEnd(path: string): void {
  if (kept.size === 0) {
    process.on('exit', removeKept);
    for (const signal of ENDINGS) process.on(signal, endBySignal);
  }
  kept.add(path);
}

/** What was removed, or is in its place, is not looked for any more. */
export function forgetAtEnd(path: string): void {
  if (kept.delete(path) && kept.size === 0) stopListening();
}

function stopListening(): void {
  process.off('exit', removeKept);
  for (const signal of ENDINGS) process.off(signal, endBySignal);
}

function removeKept(): void {
  for (const path of kept) rmSync(path, { recursive: true, force: true });
  kept.clear();
}

/** Removes, then ends as the signal would have ended it, unless someone else listens to it. */
function endBySignal(signal: NodeJS.Signals): void {
  removeKept();
  stopListening();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
