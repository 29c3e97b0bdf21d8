import { fail, issue, ok, type Result } from '../foundation/index.js';
import { depositAverageLifeYears } from './deposit-balance.js';
import type { DepositModel } from './model.js';

/** Upper limits of a category of deposits: one row of a regulator's table. */
export interface CoreCaps {
  readonly coreShare: number;
  readonly coreAverageLifeYears: number;
}

/** One value against its cap; headroom is cap minus value, negative for a failure. */
export interface CapCheck {
  readonly value: number;
  readonly cap: number;
  readonly headroom: number;
  readonly passes: boolean;
}

export interface CoreCapCheck {
  readonly coreShare: CapCheck;
  readonly coreAverageLifeYears: CapCheck;
}

/**
 * Core share and average life of the core against the caps of its category (rule NMD-14).
 * Issue `core.none` when the model states no core part: a balance with one life has no core to
 * compare.
 */
export function checkCoreCaps(model: DepositModel, caps: CoreCaps): Result<CoreCapCheck> {
  const { id, core } = model;
  if (core === undefined) {
    const expected = `a core share and life in deposit model "${id}"`;
    return fail(issue('core.none', 'core', expected, 'a balance with one life'));
  }
  return ok({
    coreShare: against(core.share.value, caps.coreShare),
    coreAverageLifeYears: against(core.averageLifeYears.value, caps.coreAverageLifeYears),
  });
}

/** Average life of the whole balance, core and non-core, against a cap (rule NMD-15). */
export function checkAverageLife(model: DepositModel, capYears: number): CapCheck {
  return against(depositAverageLifeYears(model), capYears);
}

function against(value: number, cap: number): CapCheck {
  return { value, cap, headroom: cap - value, passes: value <= cap };
}
