import { dayFromIso, isoFromDay, type Result } from '../foundation/index.js';
import type { VintageRows } from '../market/index.js';
import { historicReplay } from './historic-replay.js';
import type { HistoricScenario } from './scenario.js';

export interface HistoricMoves {
  /** No day after this one is used: a decision knows nothing later. */
  readonly untilIso: string;
  /** Shortest time between two days of a move. */
  readonly leastDays: number;
}

/**
 * The moves of a stored table one after the other (rule SCEN-14): from the first day on, each to
 * the next day that is at least `leastDays` later and can be read. Empty when there is none.
 */
export function historicMoves(
  rows: VintageRows,
  { untilIso, leastDays }: HistoricMoves,
): readonly HistoricScenario[] {
  const until = dayFromIso(untilIso, '/untilIso');
  const days = rows.flatMap((row) => (row.ok ? [row.value.day] : []));
  const moves: HistoricScenario[] = [];
  let from: number | undefined;
  for (const day of days) {
    if (!until.ok || day > until.value) break;
    if (from === undefined) from = day;
    if (day - from < leastDays) continue;
    const move = moveBetween(rows, from, day);
    if (!move.ok) continue;
    moves.push(move.value);
    from = day;
  }
  return moves;
}

function moveBetween(rows: VintageRows, from: number, to: number): Result<HistoricScenario> {
  const fromIso = isoFromDay(from);
  const toIso = isoFromDay(to);
  return historicReplay(rows, { id: `${fromIso} to ${toIso}`, fromIso, toIso, floorRate: null });
}
