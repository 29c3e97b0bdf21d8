import { builtFile, runPieces } from '@almfes/runner';
import { startTask } from './check-steps-task.js';
import type { Effects } from './effect/effects.js';

/** A case takes seconds and some hundred megabytes, so that a library is shared by two threads. */
const THREADS = 2;

/** The five steps of many cases: the same answer on any number of threads (THREAD-1). */
export const checkStepsOnThreads: Effects['checkSteps'] = (cases, onDone) =>
  runPieces({
    startTask,
    task: builtFile('check-steps-task.js', import.meta.url),
    data: cases,
    pieces: cases.length,
    threads: THREADS,
    onDone,
  });
