import type { Progress } from './effect/effects.js';

interface ProgressOptions {
  readonly clockMs: () => number;
  readonly write: (text: string) => void;
}

const QUIET_MS = 1000;

/** Says nothing in the first second, and then at most one line a second. */
export function createProgress({ clockMs, write }: ProgressOptions): Progress {
  const startMs = clockMs();
  let lastMs = startMs;
  return (step, done, total) => {
    const nowMs = clockMs();
    if (nowMs - lastMs < QUIET_MS) return;
    lastMs = nowMs;
    const elapsed = ((nowMs - startMs) / 1000).toFixed(1);
    write(`  ${elapsed} s  ${step}: ${done} of ${total}\n`);
  };
}
