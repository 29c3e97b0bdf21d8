import { itemAt } from '../foundation/index.js';
import { limitCells } from './cell.js';
import type { Point } from './point.js';
import { MET_TO_SCALE, type PlanProblem } from './problem.js';

/** A limit that doing nothing breaks. */
export interface BrokenLimit {
  readonly limit: string;
  readonly title: string;
  readonly scenario: string;
  readonly world: string;
  /** How far beyond the limit, in the unit of the measure, and in scales of the limit. */
  readonly shortfall: number;
  readonly scales: number;
}

/** What waiting means: every lever at nothing, valued in full (PLAN-13). */
export interface Waiting {
  /** Worst first, in scales; empty = to wait is allowed. */
  readonly breaks: readonly BrokenLimit[];
  readonly words: string;
}

export function waitingOf(problem: PlanProblem, nothing: Point): Waiting {
  const breaks = limitCells(problem)
    .flatMap(({ limit, scenario, world, at }): BrokenLimit[] => {
      const value = itemAt(nothing.values, at);
      const below = limit.floor === null ? 0 : limit.floor - value;
      const above = limit.cap === null ? 0 : value - limit.cap;
      const shortfall = Math.max(below, above);
      if (shortfall <= MET_TO_SCALE * limit.scale) return [];
      const { id, title } = limit;
      const scales = shortfall / limit.scale;
      return [{ limit: id, title, scenario, world: world.id, shortfall, scales }];
    })
    .sort((a, b) => b.scales - a.scales);
  const [worst] = breaks;
  if (worst === undefined) return { breaks, words: 'To wait breaks no limit.' };
  const limits = new Set(breaks.map(({ limit }) => limit)).size;
  const where = worst.scenario === '' ? worst.world : `${worst.scenario}, ${worst.world}`;
  const words =
    `To wait breaks ${limits} ${limits === 1 ? 'limit' : 'limits'}; ` +
    `the worst is "${worst.title}" (${where}), by ${worst.scales.toFixed(1)} of its scale.`;
  return { breaks, words };
}
