import { Worker } from 'node:worker_threads';

interface Clocked {
  readonly what: string;
  readonly fileDescriptor: number;
}

/**
 * Work that holds the only thread cannot say how long it has been at it; a second thread can. It
 * writes past the streams of Node, which wait for the thread that works.
 */
const TICKER = `
const { workerData: { what, fileDescriptor } } = require('node:worker_threads');
const start = Date.now();
setInterval(() => {
  const elapsed = ((Date.now() - start) / 1000).toFixed(0);
  require('node:fs').writeSync(fileDescriptor, '  ' + elapsed + ' s  ' + what + '\\n');
}, 1000);
`;

/** Does the work; while it lasts, a line a second says so, after a first second of silence. */
export function withElapsed<T>({ what, fileDescriptor }: Clocked, work: () => T): T {
  const ticker = new Worker(TICKER, { eval: true, workerData: { what, fileDescriptor } });
  ticker.unref();
  try {
    return work();
  } finally {
    void ticker.terminate();
  }
}
