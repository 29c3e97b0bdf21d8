import { itemAt } from '../foundation/index.js';
import { scenarioName } from '../study/index.js';
import { rowId } from './build-programme.js';
import { limitCells } from './cell.js';
import type { LinearProgramme } from './linear-programme.js';
import type { SingleObjective } from './objective.js';
import { objectivesOf } from './objective-value.js';
import type { PlanProblem } from './problem.js';

/** What one step of a binding limit is worth. */
export interface ShadowPrice {
  readonly limit: string;
  readonly scenario: string;
  readonly world: string;
  readonly side: 'floor' | 'cap';
  /**
   * Gain of the (last) objective from loosening the limit by one of its steps, USD million,
   * positive: cost saved, measure or income won, tail loss avoided.
   */
  readonly worthUsdMillion: number;
  readonly words: string;
}

/** Below this a dual is rounding. */
const NEGLIGIBLE = 1e-7;

/**
 * Shadow prices of the binding rows in words (PLAN-6), dearest first. They hold for small steps,
 * while the same rows bind and the integers stand (PLAN-10).
 */
export function shadowPrices(
  problem: PlanProblem,
  programme: LinearProgramme,
  rowDual: readonly number[],
): readonly ShadowPrice[] {
  const dualOf = new Map(
    programme.constraints.map(({ id }, row) => [id, itemAt(rowDual, row)] as const),
  );
  const last = wordsOf(objectivesOf(problem).at(-1));
  const prices: ShadowPrice[] = [];
  for (const cell of limitCells(problem)) {
    for (const side of ['floor', 'cap'] as const) {
      const dual = Math.abs(dualOf.get(`${rowId(cell)}/${side}`) ?? 0);
      if (dual <= NEGLIGIBLE) continue;
      const { limit, scenario, world } = cell;
      const worthUsdMillion = (dual * limit.step) / limit.scale;
      const at = scenario === '' ? '' : ` at ${scenarioName(scenario)}`;
      const where = `${at} (${world.title})`;
      const words =
        `Each ${limit.stepWords} of relief on "${limit.title}"${where} ${last.does} ` +
        `${worthInWords(worthUsdMillion)} million${last.of}.`;
      prices.push({ limit: limit.id, scenario, world: world.id, side, worthUsdMillion, words });
    }
  }
  return prices.sort((a, b) => b.worthUsdMillion - a.worthUsdMillion);
}

/** One decimal; what it would round away of a small bank’s price keeps its first digit. */
function worthInWords(worth: number): string {
  return worth >= 0.05 ? worth.toFixed(1) : String(Number(worth.toPrecision(1)));
}

/** What a price is paid in. A return's is the income that it adds at the best return. */
function wordsOf(objective: SingleObjective | undefined) {
  switch (objective?.kind) {
    case undefined:
    case 'least-cost':
      return { does: 'saves', of: ' a year' };
    case 'most':
      return { does: 'adds', of: ` of ${objective.of.measure}` };
    case 'return-on-capital':
      return { does: 'adds', of: ' of income a year at the best return' };
    case 'conditional-value-at-risk':
      return { does: 'takes', of: ' off the tail loss' };
  }
}
