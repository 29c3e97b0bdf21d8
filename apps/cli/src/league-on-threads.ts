import type { LeagueRow } from '@almfes/engine';
import { type LeagueTask, leaguePieces } from '@almfes/intake';
import { builtFile, runPieces } from '@almfes/runner';
import { startTask } from './league-task.js';
import type { SweepThreads } from './sweep-on-threads.js';

/** Every bank of a bulk file under every programme: the same rows on any number of threads. */
export async function leagueOnThreads(
  data: LeagueTask,
  { threads, onDone }: SweepThreads,
): Promise<readonly LeagueRow[]> {
  const pieces = await runPieces({
    startTask,
    task: builtFile('league-task.js', import.meta.url),
    data,
    pieces: leaguePieces(data.reports),
    threads,
    onDone,
  });
  return pieces.flat();
}
