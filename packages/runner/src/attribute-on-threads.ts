import {
  type Attribution,
  type AttributionRequest,
  attributionOf,
  type CoalitionColumn,
  type CoalitionPlan,
  type FamilyName,
  familiesOf,
  joinColumns,
  MEASURES,
  ok,
  planAttribution,
  type Result,
} from '@almfes/engine';
import { type CoalitionTask, engineFor, startTask } from './coalition-task.js';
import { builtFile, runPieces } from './run-pieces.js';

/** Pieces of a list: enough that no thread waits long for the last, few enough to tell apart. */
const MOST_PIECES = 64;
const LEAST_A_PIECE = 8;

export interface ThreadOptions {
  /** 1 to 64; 1 starts no other thread. */
  readonly threads: number;
  readonly onDone?: (done: number, pieces: number) => void;
}

/**
 * `attribute` with the evaluations shared among threads: the same Attribution, bit for bit, for
 * any number of them. Only families with a measure that is asked for are evaluated. Issues: those
 * of `attribute`, of the first piece that has any.
 */
export async function attributeOnThreads(
  asked: Omit<AttributionRequest, 'apply' | 'evaluate'>,
  { threads, onDone }: ThreadOptions,
): Promise<Result<Attribution>> {
  const measures = asked.measures ?? MEASURES;
  const families = familiesOf(measures.map(({ id }) => id));
  const request = { ...asked, ...engineFor(families) };
  const plan = planAttribution(request);
  if (!plan.ok) return plan;
  const task = taskOf(request, plan.value, families);
  const pieces = await runPieces({
    startTask,
    task: builtFile('coalition-task.js', import.meta.url),
    data: task,
    pieces: task.bounds.length - 1,
    threads,
    ...(onDone === undefined ? {} : { onDone }),
  });
  const columns = joined(task, pieces);
  return columns.ok ? attributionOf(request, plan.value, columns.value) : columns;
}

function taskOf(
  { from }: AttributionRequest,
  { tree, coalitions }: CoalitionPlan,
  families: readonly FamilyName[],
): CoalitionTask {
  const count = Math.min(MOST_PIECES, Math.ceil(coalitions.length / LEAST_A_PIECE));
  const bounds = Array.from({ length: count + 1 }, (_, piece) =>
    Math.round((piece * coalitions.length) / count),
  );
  return { from, units: tree.units, coalitions, families, bounds };
}

function joined(
  { bounds }: CoalitionTask,
  pieces: readonly Result<readonly CoalitionColumn[]>[],
): Result<readonly CoalitionColumn[]> {
  const columns: { size: number; columns: readonly CoalitionColumn[] }[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (!piece.ok) return piece;
    const size = (bounds[index + 1] ?? 0) - (bounds[index] ?? 0);
    columns.push({ size, columns: piece.value });
  }
  return ok(joinColumns(columns));
}
