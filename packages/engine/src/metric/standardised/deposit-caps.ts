import {
  type CapCheck,
  type CoreCapCheck,
  type CoreCaps,
  checkAverageLife,
  checkCoreCaps,
  type DepositCategory,
  type DepositModel,
} from '../../behaviour/index.js';
import { fail, issue, ok, type Result } from '../../foundation/index.js';

/**
 * Caps on core deposits (rule STANDARD-9). Source: SRP31, Table 2. Evidence: shares seen in a copy
 * of (EU) 2024/857, Articles 8(6) and 25(3); years seen-secondary.
 */
export const DEPOSIT_CAPS: Readonly<Record<DepositCategory, CoreCaps>> = {
  'retail-transactional': { coreShare: 0.9, coreAverageLifeYears: 5 },
  'retail-non-transactional': { coreShare: 0.7, coreAverageLifeYears: 4.5 },
  wholesale: { coreShare: 0.5, coreAverageLifeYears: 4 },
};

/**
 * The EBA's cap on the average repricing maturity of core and non-core together, years
 * (EBA/GL/2022/14; seen in the EBA's announcement).
 */
export const EBA_AVERAGE_LIFE_YEARS = 5;

/** A deposit model against the caps of both supervisors. */
export interface DepositCapChecks {
  readonly basel: CoreCapCheck;
  readonly eba: CapCheck;
}

/**
 * A deposit model against the caps of its category (rule STANDARD-9). Issues
 * `deposit-caps.category` (the model states none) and `core.none`.
 */
export function checkDepositCaps(model: DepositModel): Result<DepositCapChecks> {
  const { id, category } = model;
  if (category === undefined) {
    const expected = `a category in deposit model "${id}": ${Object.keys(DEPOSIT_CAPS).join(', ')}`;
    return fail(issue('deposit-caps.category', 'category', expected, 'nothing'));
  }
  const basel = checkCoreCaps(model, DEPOSIT_CAPS[category]);
  if (!basel.ok) return basel;
  return ok({ basel: basel.value, eba: checkAverageLife(model, EBA_AVERAGE_LIFE_YEARS) });
}

/**
 * The core of a deposit as the rule lets it count (rule STANDARD-16): share and average life, each
 * at most its cap. Issues: those of `checkDepositCaps`.
 */
export function cappedCore(
  model: DepositModel,
): Result<{ readonly share: number; readonly averageLifeYears: number }> {
  const checks = checkDepositCaps(model);
  if (!checks.ok) return checks;
  const { coreShare, coreAverageLifeYears } = checks.value.basel;
  return ok({
    share: Math.min(coreShare.value, coreShare.cap),
    averageLifeYears: Math.min(coreAverageLifeYears.value, coreAverageLifeYears.cap),
  });
}
