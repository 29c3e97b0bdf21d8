import { fail, isoFromDay, issue, ok, type Result } from '../foundation/index.js';
import { storedParQuotes, type VintageRows } from '../market/index.js';
import type { HistoricScenario, ReplayCurve } from './scenario.js';

/** Two days of a stored table whose change of rates is laid on the curve of a Study. */
export interface HistoricReplay {
  readonly id: string;
  readonly fromIso: string;
  readonly toIso: string;
  readonly floorRate: number | null;
}

/**
 * The historic scenario between any two stored dates (rules SCEN-7, SCEN-13). Issues:
 * `replay.no-date` when the table has no such day, `replay.order` when the days run backwards,
 * and those of the day's row.
 */
export function historicReplay(
  rows: VintageRows,
  { id, fromIso, toIso, floorRate }: HistoricReplay,
): Result<HistoricScenario> {
  if (toIso < fromIso) {
    return fail(issue('replay.order', '/toIso', `not before ${fromIso}`, toIso));
  }
  const from = curveOf(rows, fromIso, '/fromIso');
  if (!from.ok) return from;
  const to = curveOf(rows, toIso, '/toIso');
  if (!to.ok) return to;
  const title = `Change of Treasury rates from ${fromIso} to ${toIso}`;
  return ok({ id, title, kind: 'historic', from: from.value, to: to.value, floorRate });
}

function curveOf(rows: VintageRows, dateIso: string, path: string): Result<ReplayCurve> {
  const found = rows.find((row) => row.ok && isoFromDay(row.value.day) === dateIso);
  if (found?.ok !== true) {
    return fail(issue('replay.no-date', path, 'a day of the stored table', dateIso));
  }
  const quotes = storedParQuotes(found.value);
  if (quotes.length >= 2) return ok({ dateIso, quotes });
  return fail(issue('replay.no-date', path, 'a day with two quotes at least', dateIso));
}
