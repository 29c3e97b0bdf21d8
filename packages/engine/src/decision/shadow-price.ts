import { itemAt } from '../foundation/index.js';
import { rowId } from './build-programme.js';
import type { LinearProgramme } from './linear-programme.js';
import { limitCells, type PlanProblem } from './problem.js';

/** What one step of a binding limit is worth. */
export interface ShadowPrice {
  readonly limit: string;
  readonly scenario: string;
  readonly world: string;
  readonly side: 'floor' | 'cap';
  /** Yearly cost saved by loosening the limit by one of its steps, USD million, positive. */
  readonly worthUsdMillion: number;
  readonly words: string;
}

/** Below this a dual is rounding. */
const NEGLIGIBLE = 1e-7;

/**
 * Shadow prices of the binding rows in words (PLAN-6), dearest first. They hold for small steps,
 * while the same rows bind.
 */
export function shadowPrices(
  problem: PlanProblem,
  programme: LinearProgramme,
  rowDual: readonly number[],
): readonly ShadowPrice[] {
  const dualOf = new Map(
    programme.constraints.map(({ id }, row) => [id, itemAt(rowDual, row)] as const),
  );
  const prices: ShadowPrice[] = [];
  for (const cell of limitCells(problem)) {
    for (const side of ['floor', 'cap'] as const) {
      const dual = Math.abs(dualOf.get(`${rowId(cell)}/${side}`) ?? 0);
      if (dual <= NEGLIGIBLE) continue;
      const { limit, scenario, world } = cell;
      const worthUsdMillion = (dual * limit.step) / limit.scale;
      const at = scenario === '0' ? ' at base' : ` at ${scenario}`;
      const where = `${scenario === '' ? '' : at} (${world.title})`;
      const words =
        `Each ${limit.stepWords} of relief on "${limit.title}"${where} saves ` +
        `${worthUsdMillion.toFixed(1)} million a year.`;
      prices.push({ limit: limit.id, scenario, world: world.id, side, worthUsdMillion, words });
    }
  }
  return prices.sort((a, b) => b.worthUsdMillion - a.worthUsdMillion);
}
