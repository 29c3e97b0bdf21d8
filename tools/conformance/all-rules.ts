import type { ConformanceRule } from './conformance-rule.js';
import { BEHAVIOUR_RULES } from './rule/behaviour-rules.js';
import { FLOOR_RULES } from './rule/floor-rules.js';
import { SCENARIO_SET_RULES } from './rule/scenario-set-rules.js';
import { SHIFT_RULES } from './rule/shift-rules.js';
import { SHOCK_SIZE_RULES } from './rule/shock-size-rules.js';
import { SUPERVISORY_RULES } from './rule/supervisory-rules.js';
import { VALUE_RULES } from './rule/value-rules.js';

/** Every rule of the pack, in the order of the table. */
export const ALL_RULES: readonly ConformanceRule[] = [
  ...SCENARIO_SET_RULES,
  ...SHOCK_SIZE_RULES,
  ...SHIFT_RULES,
  ...FLOOR_RULES,
  ...VALUE_RULES,
  ...BEHAVIOUR_RULES,
  ...SUPERVISORY_RULES,
];
