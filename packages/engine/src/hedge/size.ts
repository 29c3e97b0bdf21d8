import { fail, issue, ok, type Result } from '../foundation/index.js';
import { type Change, measureOf, type Study } from '../study/index.js';
import { type HedgeEngine, withChanges } from './variant.js';

export interface SizeRequest extends HedgeEngine {
  readonly study: Study;
  /** The structure at `unitNotionalUsdMillion`; 1,000 is far from rounding and from zero. */
  readonly unitChanges: readonly Change[];
  readonly unitNotionalUsdMillion: number;
  /** Scenario in which the target is to be offset, for instance '+100'. */
  readonly scenario: string;
  /** EVE change to be offset, USD million; a loss is negative. */
  readonly targetEveChange: number;
}

export interface HedgeSize {
  readonly notionalUsdMillion: number;
  /** `size` to be given to the unit Changes: notional / unit notional. */
  readonly size: number;
  /** EVE change that the unit structure adds in the scenario, USD million. */
  readonly unitEveChange: number;
  /** In words, when nothing is to be offset. */
  readonly note: string;
}

/**
 * Notional whose EVE change in the scenario is minus the target (HEDGE-4): a swap's value is
 * proportional to its notional, so one evaluation with and one without give it exactly.
 * A target that is a gain needs no hedge: size 0, with a note.
 * Issues: `hedge.size` when the unit structure gains nothing in the scenario.
 */
export function sizeHedge(request: SizeRequest): Result<HedgeSize> {
  const { study, unitChanges, unitNotionalUsdMillion, scenario, targetEveChange } = request;
  const hedged = withChanges(study, unitChanges, request.apply);
  if (!hedged.ok) return hedged;
  const without = measureOf(request.evaluate(study), 'eve.change', scenario);
  const unitEveChange = measureOf(request.evaluate(hedged.value), 'eve.change', scenario) - without;
  if (!(unitEveChange > 0)) {
    const path = `eve.change[${scenario}] of the unit structure`;
    return fail(issue('hedge.size', path, 'a gain', String(unitEveChange)));
  }
  if (targetEveChange >= 0) {
    const note = `EVE gains ${targetEveChange.toFixed(1)} at ${scenario}: nothing to offset`;
    return ok({ notionalUsdMillion: 0, size: 0, unitEveChange, note });
  }
  const size = -targetEveChange / unitEveChange;
  return ok({ notionalUsdMillion: size * unitNotionalUsdMillion, size, unitEveChange, note: '' });
}

/** The unit Changes at a size: each Change keeps its own share of the structure. */
export function atSize(unitChanges: readonly Change[], size: number): readonly Change[] {
  return unitChanges.map((change) => ({ ...change, size: change.size * size }));
}
