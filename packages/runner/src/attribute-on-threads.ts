import {
  type Attribution,
  type AttributionRequest,
  attributionOf,
  CAPITAL_PATH_MEASURES,
  type CoalitionColumn,
  type CoalitionPlan,
  checkedCoalitions,
  type FamilyName,
  familiesOf,
  joinColumns,
  MEASURES,
  ok,
  orderPairs,
  planAttribution,
  type Result,
} from '@almfes/engine';
import { type CoalitionTask, engineFor, startTask } from './coalition-task.js';
import { builtFile, runPieces } from './run-pieces.js';

/** Pieces of a list: enough that no thread waits long for the last, few enough to tell apart. */
const MOST_PIECES = 64;
const LEAST_A_PIECE = 8;

export interface ThreadOptions {
  /** 1 to 64; 1 starts no other thread. Absent: as many as the number of subsets pays back. */
  readonly threads?: number | undefined;
  readonly onDone?: (done: number, pieces: number) => void;
}

/** A second thread compiles and projects afresh what the first knows (THREAD-3). */
const SUBSETS_WORTH_A_THREAD = 1024;

export function threadsFor(subsets: number): number {
  return subsets < SUBSETS_WORTH_A_THREAD ? 1 : 2;
}

/**
 * `attribute` with the evaluations shared among threads: the same Attribution, bit for bit, for
 * any number of them. Only families with a measure that is asked for are evaluated. Issues: those
 * of `attribute`, of the first piece that has some.
 */
export async function attributeOnThreads(
  asked: Omit<AttributionRequest, 'apply' | 'evaluate'>,
  { threads, onDone }: ThreadOptions,
): Promise<Result<Attribution>> {
  const measures = (asked.measures ?? MEASURES).map(({ id }) => id);
  const families = familiesOf([
    ...measures,
    ...(asked.capital === undefined ? [] : CAPITAL_PATH_MEASURES),
  ]);
  const request = { ...asked, ...engineFor(families) };
  const plan = planAttribution(request);
  if (!plan.ok) return plan;
  const task = taskOf(request, plan.value, families);
  const runs = task.bounds.length - 1;
  const found = await runPieces({
    startTask,
    task: builtFile('coalition-task.js', import.meta.url),
    data: task,
    pieces: runs + task.orders.length + task.checked.length,
    threads: threads ?? threadsFor(task.bounds.at(-1) ?? 0),
    ...(onDone === undefined ? {} : { onDone }),
  });
  const sizes = task.bounds.slice(1).map((end, piece) => end - (task.bounds[piece] ?? 0));
  const columns = joined(found.slice(0, runs), sizes);
  if (!columns.ok) return columns;
  const orders = found.slice(runs, runs + task.orders.length).find(({ ok: same }) => !same);
  const again = found.slice(runs + task.orders.length);
  return attributionOf(request, plan.value, {
    columns: columns.value,
    orders: orders === undefined || orders.ok ? ok(null) : orders,
    again: joined(
      again,
      again.map(() => 1),
    ),
  });
}

function taskOf(
  request: AttributionRequest,
  plan: CoalitionPlan,
  families: readonly FamilyName[],
): CoalitionTask {
  const { coalitions, tree } = plan;
  const count = Math.min(MOST_PIECES, Math.ceil(coalitions.length / LEAST_A_PIECE));
  const bounds = Array.from({ length: count + 1 }, (_, piece) =>
    Math.round((piece * coalitions.length) / count),
  );
  const orders = orderPairs(tree, request);
  const checked = checkedCoalitions(request, plan);
  return { from: request.from, units: tree.units, coalitions, families, bounds, orders, checked };
}

/** Columns of consecutive pieces, of so many coalitions each. */
function joined(
  pieces: readonly Result<readonly CoalitionColumn[]>[],
  sizes: readonly number[],
): Result<readonly CoalitionColumn[]> {
  const columns: { size: number; columns: readonly CoalitionColumn[] }[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (!piece.ok) return piece;
    columns.push({ size: sizes[index] ?? 0, columns: piece.value });
  }
  return ok(joinColumns(columns));
}
