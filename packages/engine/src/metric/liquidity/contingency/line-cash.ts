import { cashOf, type Promised } from '../collateral/pool-value.js';
import type { ContingencyLine, ContingencyPlan } from './input.js';

/** Cash that a plan has raised by an hour. */
export interface CashByHour {
  readonly hours: number;
  readonly cashUsdMillion: number;
}

/**
 * Cash of a line under stress (CFP-1): nothing from an uncommitted one, else its limit, and never
 * more than the collateral behind it lends or brings.
 */
export function lineCash(line: ContingencyLine, promises: readonly Promised[]): number {
  if (!line.committed) return 0;
  const limit = line.limitUsdMillion.value;
  if (line.backing === null) return limit;
  const behind = promises.find(({ id }) => id === line.backing);
  return behind === undefined ? 0 : Math.min(limit, cashOf(behind));
}

/** Hours until a line pays: its own, and not before the collateral behind it turns to cash. */
export function lineHours(line: ContingencyLine, promises: readonly Promised[]): number {
  const behind = promises.find(({ id }) => id === line.backing);
  return Math.max(line.hoursToCash.value, behind?.hoursToCash ?? 0);
}

/** Total cash by hour: one step for each hour at which a line pays (CFP-2). */
export function cashCurve(plan: ContingencyPlan, promises: readonly Promised[]): CashByHour[] {
  const hours = [...new Set(plan.lines.map((line) => lineHours(line, promises)))];
  hours.sort((a, b) => a - b);
  return hours.map((hour) => ({ hours: hour, cashUsdMillion: cashBy(plan, promises, hour) }));
}

/** Cash that all lines together have paid by an hour. */
export function cashBy(
  plan: ContingencyPlan,
  promises: readonly Promised[],
  hours: number,
): number {
  let cash = 0;
  for (const line of plan.lines) {
    if (lineHours(line, promises) <= hours) cash += lineCash(line, promises);
  }
  return cash;
}
