import { CAPITAL } from './definition/capital.js';
import { CAPITAL_PATH } from './definition/capital-path.js';
import { CAPITAL_REGIME } from './definition/capital-regime.js';
import { COLLATERAL, CONTINGENCY } from './definition/contingency.js';
import { CREDIT_LOSS } from './definition/credit-loss.js';
import { DURATION } from './definition/duration.js';
import { ECONOMIC_VALUE } from './definition/economic-value.js';
import { GAP } from './definition/gap.js';
import { KEY_RATE } from './definition/key-rate.js';
import { LIQUIDITY } from './definition/liquidity.js';
import { LIQUIDITY_RULE } from './definition/liquidity-rule.js';
import { LADDER, LIQUIDITY_STRESS } from './definition/liquidity-stress.js';
import { MARKS } from './definition/marks.js';
import { MORTGAGE_BANKING } from './definition/mortgage-banking.js';
import { NET_INTEREST_INCOME } from './definition/net-interest-income.js';
import { OUTLIER } from './definition/outlier.js';
import { STANDARDISED } from './definition/standardised.js';
import { TRANSFER_PRICING } from './definition/transfer-pricing.js';
import { VALUE_WITHOUT_MARGIN } from './definition/value-without-margin.js';
import type { MeasureDefinition } from './measure.js';

/** Every measure an Outcome can hold (rule EVAL-5): one id from engine to evidence. */
export const MEASURES: readonly MeasureDefinition[] = [
  ...ECONOMIC_VALUE,
  ...VALUE_WITHOUT_MARGIN,
  ...NET_INTEREST_INCOME,
  ...TRANSFER_PRICING,
  ...DURATION,
  ...KEY_RATE,
  ...GAP,
  ...MARKS,
  ...CAPITAL,
  ...CAPITAL_REGIME,
  ...OUTLIER,
  ...STANDARDISED,
  ...CREDIT_LOSS,
  ...MORTGAGE_BANKING,
  ...CAPITAL_PATH,
  ...LIQUIDITY,
  ...LIQUIDITY_RULE,
  ...COLLATERAL,
  ...CONTINGENCY,
  ...LADDER,
  ...LIQUIDITY_STRESS,
];

const BY_ID: ReadonlyMap<string, MeasureDefinition> = new Map(
  MEASURES.map((definition) => [definition.id, definition]),
);

/**
 * The registry's entry of a measure id.
 * @throws when the id is not registered (a programmer's error).
 */
export function measureDefinition(id: string): MeasureDefinition {
  const found = BY_ID.get(id);
  if (found === undefined) throw new Error(`no measure ${id} in the registry`);
  return found;
}
