/**
 * A large run, cut into pieces that can be done in any order and on any thread. A module with it
 * exports `startTask`. A piece may wait for something, such as a solver that is being loaded.
 */
export type StartTask<D, R> = (data: D) => (piece: number) => R | Promise<R>;

/** What a thread is told: the module of the task, its data, and who takes which piece. */
export interface ThreadOrder {
  /** Address of a module that exports `startTask`. */
  readonly task: string;
  readonly data: unknown;
  readonly pieces: number;
  /** Two counters shared by all threads: the next piece to take, and pieces done. */
  readonly counters: SharedArrayBuffer;
}

const NEXT = 0;
const DONE = 1;

/** A piece done, as a thread reports it. */
export interface PieceDone<R> {
  readonly piece: number;
  readonly result: R;
}

export function newCounters(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

/** Takes pieces that nobody has taken, one after the other, until none is left. */
export async function* takePieces<R>(
  { pieces, counters }: Pick<ThreadOrder, 'pieces' | 'counters'>,
  work: (piece: number) => R | Promise<R>,
): AsyncGenerator<PieceDone<R>> {
  const shared = new Int32Array(counters);
  for (;;) {
    const piece = Atomics.add(shared, NEXT, 1);
    if (piece >= pieces) return;
    const result = await work(piece);
    Atomics.add(shared, DONE, 1);
    yield { piece, result };
  }
}

/** Pieces that all threads together have done. */
export function piecesDone(counters: SharedArrayBuffer): number {
  return Atomics.load(new Int32Array(counters), DONE);
}
