import { itemAt, ok, type Result } from '../foundation/index.js';
import type { PlanStart } from './plan.js';
import { evaluatePoint, yearlyCost } from './point.js';
import { type LimitCell, limitCells, type PlanProblem } from './problem.js';

/** One limit that sizes break, where they break it most. */
export interface Breach {
  readonly limit: string;
  readonly title: string;
  readonly scenario: string;
  readonly world: string;
  readonly value: number;
  /** How far beyond the limit, in the unit of its measure and in its scales; positive. */
  readonly by: number;
  readonly byScales: number;
}

/** Stated sizes, valued in full: what they cost and which limits they break. */
export interface Judged {
  readonly costUsdMillion: number;
  /** Worst cell of every limit that is broken, farthest in scales first. */
  readonly breaches: readonly Breach[];
  /** Sum over limits of the worst breach in scales: what PLAN-7 would have to give; 0 = none. */
  readonly shortfallScales: number;
}

/** Limits count as met to this share of their scale, as in PLAN-8. */
const TOLERANCE = 0.001;

/**
 * Values stated sizes (by lever, in the lever's unit) in full, in every scenario and world
 * (ANSWER-2). Issues: those of `evaluatePoint`.
 */
export function judgeSizes(
  problem: PlanProblem,
  { nothing }: PlanStart,
  sizes: readonly number[],
): Result<Judged> {
  const point = evaluatePoint(problem, sizes);
  if (!point.ok) return point;
  const worst = new Map<string, Breach>();
  limitCells(problem).forEach((cell, row) => {
    const breach = breachOf(cell, itemAt(point.value.values, row));
    const known = worst.get(cell.limit.id);
    if (breach === null || (known !== undefined && known.byScales >= breach.byScales)) return;
    worst.set(cell.limit.id, breach);
  });
  const breaches = [...worst.values()].toSorted((a, b) => b.byScales - a.byScales);
  return ok({
    costUsdMillion: yearlyCost(problem, point.value, nothing),
    breaches,
    shortfallScales: breaches.reduce((sum, { byScales }) => sum + byScales, 0),
  });
}

function breachOf({ limit, scenario, world }: LimitCell, value: number): Breach | null {
  const under = limit.floor === null ? 0 : limit.floor - value;
  const over = limit.cap === null ? 0 : value - limit.cap;
  const by = Math.max(under, over);
  if (by <= TOLERANCE * limit.scale) return null;
  const { id, title, scale } = limit;
  return { limit: id, title, scenario, world: world.id, value, by, byScales: by / scale };
}
