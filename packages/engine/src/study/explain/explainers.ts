import { BLOCK_KEYS } from '../block-parameters.js';
import { CAPITAL_EXPLAINER } from './capital.js';
import {
  HEADROOM_EXPLAINER,
  PHASE_IN_EXPLAINER,
  SUPPLEMENTARY_LEVERAGE_EXPLAINER,
  WEIGHTED_ASSETS_EXPLAINER,
} from './capital-regime.js';
import type { Explainer } from './context.js';
import { BASIS_POINT_EXPLAINER, DURATION_EXPLAINER } from './duration.js';
import { CONVEXITY_EXPLAINER, DURATION_GAP_EXPLAINER } from './duration-gap.js';
import { ECONOMIC_CAPITAL_EXPLAINER } from './economic-capital.js';
import { ECONOMIC_VALUE_EXPLAINER } from './economic-value.js';
import { HEDGE_EXPLAINER, MARKED_CAPITAL_EXPLAINER } from './hedge.js';
import { INCOME_EXPLAINER } from './income.js';
import { INTEREST_RATE_CAPITAL_EXPLAINER } from './interest-rate-capital.js';
import { KEY_RATE_EXPLAINER } from './key-rate.js';
import { COVERAGE_EXPLAINER, RUN_THRESHOLD_EXPLAINER } from './liquidity.js';
import { LIQUIDITY_RULE_EXPLAINER } from './liquidity-rule.js';
import { FRANCHISE_EXPLAINER, UNREALISED_EXPLAINER } from './marks.js';
import { OUTLIER_EXPLAINER } from './outlier.js';

/** Families of measures: one more family is one more line (rule EXPL-5). */
const EXPLAINERS: readonly Explainer[] = [
  ECONOMIC_VALUE_EXPLAINER,
  INCOME_EXPLAINER,
  DURATION_EXPLAINER,
  BASIS_POINT_EXPLAINER,
  DURATION_GAP_EXPLAINER,
  CONVEXITY_EXPLAINER,
  KEY_RATE_EXPLAINER,
  UNREALISED_EXPLAINER,
  FRANCHISE_EXPLAINER,
  CAPITAL_EXPLAINER,
  HEADROOM_EXPLAINER,
  WEIGHTED_ASSETS_EXPLAINER,
  SUPPLEMENTARY_LEVERAGE_EXPLAINER,
  PHASE_IN_EXPLAINER,
  ECONOMIC_CAPITAL_EXPLAINER,
  INTEREST_RATE_CAPITAL_EXPLAINER,
  HEDGE_EXPLAINER,
  MARKED_CAPITAL_EXPLAINER,
  OUTLIER_EXPLAINER,
  COVERAGE_EXPLAINER,
  RUN_THRESHOLD_EXPLAINER,
  LIQUIDITY_RULE_EXPLAINER,
  { prefix: 'gap.', parts: ['market', 'behaviour'] },
  { prefix: 'creditLoss.', parts: ['creditLoss', 'market'] },
  { prefix: 'mortgageBanking.', parts: ['mortgageBanking', 'market', 'behaviour'] },
  { prefix: 'capital.afterSales.', parts: ['liquidity', 'capital', 'market', 'behaviour'] },
  { prefix: 'capital.path.', parts: ['capital', 'capitalPlan', 'capitalRegime', 'creditLoss'] },
  { prefix: 'eve.withoutMargin.', parts: ['market', 'behaviour'] },
  { prefix: 'ftp.', parts: ['transferPricing', 'market', 'behaviour'] },
  { prefix: 'standardised.', parts: ['market', 'behaviour'] },
  { prefix: 'standardised.rule.', parts: ['market', 'behaviour', 'automaticOptions', 'capital'] },
  { prefix: 'standardised.eve.addOn', parts: ['automaticOptions', 'market'] },
  { prefix: 'options.', parts: ['automaticOptions', 'market'] },
  { prefix: 'nev.', parts: ['creditUnion', 'market', 'behaviour'] },
  { prefix: 'liquidity.gap.', parts: ['market', 'behaviour'] },
  { prefix: 'liquidity.stress.', parts: ['liquidityStress', 'liquidity', 'market', 'behaviour'] },
  { prefix: 'liquidity.survivalDays', parts: ['liquidityStress', 'liquidity', 'market'] },
  { prefix: 'liquidity.intraday.', parts: ['liquidityStress', 'contingencyPlan', 'collateral'] },
  { prefix: 'collateral.', parts: ['collateral', 'market', 'behaviour'] },
  { prefix: 'contingency.', parts: ['contingencyPlan', 'collateral', 'market'] },
];

/** A family that nobody has written an explainer for: every part that may feed a measure. */
export const ANY: Explainer = {
  prefix: '',
  parts: ['market', 'behaviour', 'capital', 'liquidity', ...BLOCK_KEYS],
};

/** The explainer with the longest prefix of an id. */
export function explainerOf(id: string): Explainer {
  let best = ANY;
  for (const explainer of EXPLAINERS) {
    if (id.startsWith(explainer.prefix) && explainer.prefix.length > best.prefix.length) {
      best = explainer;
    }
  }
  return best;
}
