import type { Plan } from './plan.js';
import { type Limit, MET_TO_SCALE } from './problem.js';

/** One limit that a plan breaks, where it breaks it most. */
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

/** A limit's measure, valued in full in one scenario and world. */
export interface ValuedCell {
  readonly limit: Limit;
  readonly scenario: string;
  readonly world: string;
  readonly value: number;
}

/** The worst cell of every limit that is broken, farthest in scales first (ANSWER-2). */
export function worstBreaches(cells: readonly ValuedCell[]): readonly Breach[] {
  const worst = new Map<string, Breach>();
  for (const cell of cells) {
    const breach = breachOf(cell);
    const known = worst.get(cell.limit.id);
    if (breach === null || (known !== undefined && known.byScales >= breach.byScales)) continue;
    worst.set(cell.limit.id, breach);
  }
  return [...worst.values()].toSorted((a, b) => b.byScales - a.byScales);
}

function breachOf({ limit, scenario, world, value }: ValuedCell): Breach | null {
  const under = limit.floor === null ? 0 : limit.floor - value;
  const over = limit.cap === null ? 0 : value - limit.cap;
  const by = Math.max(under, over);
  if (by <= MET_TO_SCALE * limit.scale) return null;
  const { id, title, scale } = limit;
  return { limit: id, title, scenario, world, value, by, byScales: by / scale };
}

/** What a plan breaks by full valuation, whether it was relaxed or its rounds did not agree. */
export function planBreaches(limits: readonly Limit[], plan: Plan): readonly Breach[] {
  const known = new Map(limits.map((limit) => [limit.id, limit] as const));
  return worstBreaches(
    plan.limits.flatMap(({ limit: id, scenario, world, full }) => {
      const limit = known.get(id);
      return limit === undefined ? [] : [{ limit, scenario, world, value: full }];
    }),
  );
}

/** Sum of the worst breaches in scales: what PLAN-7 makes smallest; 0 = every limit is met. */
export function shortfall(breaches: readonly Breach[]): number {
  return breaches.reduce((sum, { byScales }) => sum + byScales, 0);
}
