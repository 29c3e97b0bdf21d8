import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  newCounters,
  type PieceDone,
  piecesDone,
  type StartTask,
  type ThreadOrder,
  takePieces,
} from './pieces.js';

export interface Run<D, R> {
  /** The task as this thread does it, and the module in which other threads find it. */
  readonly startTask: StartTask<D, R>;
  readonly task: URL;
  /** Plain data: other threads get a copy of it. */
  readonly data: D;
  readonly pieces: number;
  /** This thread counted: 1 starts no other. */
  readonly threads: number;
  readonly onDone?: (done: number, pieces: number) => void;
}

/**
 * All pieces of a run, by number. Every piece is a pure function of the data, so that the answer
 * is the same, bit for bit, on one thread and on many. Rejects when a thread fails.
 */
export async function runPieces<D, R>(run: Run<D, R>): Promise<readonly R[]> {
  const { data, pieces, threads } = run;
  const order = { task: run.task.href, data, pieces, counters: newCounters() };
  const results = new Map<number, R>();
  const keep = ({ piece, result }: PieceDone<R>): void => {
    results.set(piece, result);
    run.onDone?.(piecesDone(order.counters), pieces);
  };
  const others = Array.from({ length: Math.min(threads, pieces) - 1 }, () => helped(order, keep));
  for await (const done of takePieces(order, run.startTask(data))) {
    keep(done);
    await setImmediate();
  }
  await Promise.all(others);
  return Array.from({ length: pieces }, (_, piece) => resultOf(results, piece));
}

function resultOf<R>(results: ReadonlyMap<number, R>, piece: number): R {
  const result = results.get(piece);
  if (result === undefined) throw new Error(`piece ${piece} was not done`);
  return result;
}

/**
 * Room for what an evaluation makes and drops at once: with the 16 MB that a thread has unasked,
 * a third of its time went into clearing up.
 */
const ROOM = { maxYoungGenerationSizeMb: 192 };

/** Another thread at the same task, until no piece is left. */
function helped<R>(order: ThreadOrder, keep: (done: PieceDone<R>) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile(), { workerData: order, resourceLimits: ROOM });
    worker.on('message', keep);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a thread ended with ${code}`));
    });
  });
}

/** A thread runs built code: from the sources, what `npm run build` made of them. */
function threadFile(): URL {
  return builtFile('thread.js', import.meta.url);
}

/** The built module beside this one, or in `dist` when this one is a source. */
export function builtFile(name: string, besideUrl: string): URL {
  const place = besideUrl.endsWith('.ts') ? `../dist/${name}` : `./${name}`;
  return new URL(place, besideUrl);
}
