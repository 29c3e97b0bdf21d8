import {
  BASEL_CAPS,
  BASEL_INFLOWS,
  BASEL_LIQUID_ASSETS,
  BASEL_OUTFLOWS,
} from './basel-coverage.js';
import { BASEL_AVAILABLE_FUNDING, BASEL_REQUIRED_FUNDING } from './basel-stable-funding.js';
import type { RuleTable } from './factor.js';
import { US_CAPS, US_INFLOWS, US_LIQUID_ASSETS, US_OUTFLOWS } from './us-coverage.js';
import { US_AVAILABLE_FUNDING, US_REQUIRED_FUNDING } from './us-stable-funding.js';

export type RuleId = 'us' | 'basel';

/** The tables of both rules (LCR-1, NSFR-1). */
export const RULE_TABLES: Readonly<Record<RuleId, RuleTable>> = {
  us: {
    liquidAssets: US_LIQUID_ASSETS,
    caps: US_CAPS,
    outflows: US_OUTFLOWS,
    inflows: US_INFLOWS,
    availableFunding: US_AVAILABLE_FUNDING,
    requiredFunding: US_REQUIRED_FUNDING,
  },
  basel: {
    liquidAssets: BASEL_LIQUID_ASSETS,
    caps: BASEL_CAPS,
    outflows: BASEL_OUTFLOWS,
    inflows: BASEL_INFLOWS,
    availableFunding: BASEL_AVAILABLE_FUNDING,
    requiredFunding: BASEL_REQUIRED_FUNDING,
  },
};
