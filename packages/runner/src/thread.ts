/** What a thread runs: takes pieces of a task until none is left, and posts each as it is done. */
import { parentPort, workerData } from 'node:worker_threads';
import { type StartTask, type ThreadOrder, takePieces } from './pieces.js';

const order: ThreadOrder = workerData;
const { startTask }: { startTask: StartTask<unknown, unknown> } = await import(order.task);
for await (const done of takePieces(order, startTask(order.data))) {
  parentPort?.postMessage(done);
}
