import {
  type CallReportMarket,
  type CallReports,
  type SweepTable,
  sweepPieces,
  sweepTable,
} from '@almfes/intake';
import { builtFile, runPieces } from '@almfes/runner';
import { startTask } from './sweep-task.js';

export interface SweepThreads {
  readonly threads: number;
  readonly onDone: (done: number, pieces: number) => void;
}

/** Every bank of a quarter: the same table, bit for bit, on any number of threads. */
export async function sweepOnThreads(
  reports: CallReports,
  market: CallReportMarket,
  { threads, onDone }: SweepThreads,
): Promise<SweepTable> {
  const pieces = await runPieces({
    startTask,
    task: builtFile('sweep-task.js', import.meta.url),
    data: { reports, market },
    pieces: sweepPieces(reports),
    threads,
    onDone,
  });
  return sweepTable(reports, pieces);
}
