import type { Confidence } from '../../../foundation/index.js';
import type { FlowFactor, LiquidAssetCaps, LiquidAssetFactor, LiquidAssetLevel } from './factor.js';

/**
 * Basel LCR30 and LCR40, factors as summarised in LCR99 (Annex 4 of bcbs238, January 2013). Read
 * in the rulebooks of Saudi Arabia (Annex 4 and paragraphs 145, 154), the United Arab Emirates
 * (facilities) and Bahrain, which copy them; what those excerpts did not show is recalled.
 */
type AssetRow = readonly [string, string, LiquidAssetLevel, number];

const ASSETS: readonly AssetRow[] = [
  ['cash', 'Coins and banknotes', 'level-1', 1],
  ['central-bank', 'Central bank reserves', 'level-1', 1],
  ['sovereign-zero', 'Sovereign, central bank, PSE, MDB, 0% weight', 'level-1', 1],
  ['sovereign-20', 'Sovereign, central bank, PSE, MDB, 20% weight', 'level-2a', 0.85],
  ['corporate-aa', 'Corporate debt and covered bonds, AA- or better', 'level-2a', 0.85],
  ['rmbs', 'Residential mortgage-backed securities', 'level-2b', 0.75],
  ['corporate-bbb', 'Corporate debt, A+ to BBB-', 'level-2b', 0.5],
  ['equity', 'Common equity shares', 'level-2b', 0.5],
];

export const BASEL_LIQUID_ASSETS: readonly LiquidAssetFactor[] = ASSETS.map(
  ([id, title, level, factor]) => ({
    id,
    title,
    level,
    factor,
    paragraph: 'LCR99; bcbs238 Annex 4',
    evidence: 'seen-secondary',
  }),
);

export const BASEL_CAPS: LiquidAssetCaps = {
  level2: 2 / 3,
  level2b: 15 / 85,
  asHeld: false,
  paragraph: 'LCR30; bcbs238 Annex 1',
  evidence: 'recalled',
};

type FlowRow = readonly [string, string, number, Confidence];

const OUTFLOWS: readonly FlowRow[] = [
  ['retail-stable-3', 'Stable retail, better insured', 0.03, 'seen-secondary'],
  ['retail-stable', 'Stable retail and small business', 0.05, 'seen-secondary'],
  ['retail-other', 'Less stable retail and small business', 0.1, 'seen-secondary'],
  ['operational-insured', 'Operational, insured part', 0.05, 'seen-secondary'],
  ['operational-other', 'Operational', 0.25, 'seen-secondary'],
  ['cooperative', 'Network of cooperative banks', 0.25, 'seen-secondary'],
  ['wholesale-insured', 'Non-financial, all insured', 0.2, 'seen-secondary'],
  ['wholesale-other', 'Non-financial', 0.4, 'seen-secondary'],
  ['wholesale-financial', 'Other legal entities', 1, 'seen-secondary'],
  ['secured-level-1', 'Secured by level 1, or central bank', 0, 'seen-secondary'],
  ['secured-level-2a', 'Secured by level 2A', 0.15, 'recalled'],
  ['secured-government', 'Domestic public lender, other collateral', 0.25, 'recalled'],
  ['secured-rmbs', 'Secured by level 2B RMBS', 0.25, 'recalled'],
  ['secured-level-2b', 'Secured by other level 2B', 0.5, 'recalled'],
  ['secured-other', 'All other secured funding', 1, 'recalled'],
  ['commitment-retail', 'Undrawn: retail and small business', 0.05, 'seen-secondary'],
  ['credit-nonfinancial', 'Undrawn credit: non-financial', 0.1, 'seen-secondary'],
  ['liquidity-nonfinancial', 'Undrawn liquidity: non-financial', 0.3, 'seen-secondary'],
  ['commitment-bank', 'Undrawn: supervised banks', 0.4, 'seen-secondary'],
  ['credit-financial', 'Undrawn credit: other financial', 0.4, 'seen-secondary'],
  ['liquidity-financial', 'Undrawn liquidity: other financial', 1, 'seen-secondary'],
  ['commitment-other', 'Undrawn: other legal entities', 1, 'seen-secondary'],
  ['contractual-other', 'Other contractual outflow', 1, 'recalled'],
];

const INFLOWS: readonly FlowRow[] = [
  ['lending-level-1', 'Lending against level 1', 0, 'seen-secondary'],
  ['lending-level-2a', 'Lending against level 2A', 0.15, 'seen-secondary'],
  ['lending-rmbs', 'Lending against level 2B RMBS', 0.25, 'seen-secondary'],
  ['lending-level-2b', 'Lending against other level 2B', 0.5, 'seen-secondary'],
  ['lending-other', 'Lending against anything else', 1, 'seen-secondary'],
  ['lending-margin', 'Margin lending against anything else', 0.5, 'recalled'],
  ['retail', 'Retail and small business', 0.5, 'recalled'],
  ['wholesale-other', 'Non-financial wholesale', 0.5, 'seen-secondary'],
  ['wholesale-financial', 'Financial institutions, central banks', 1, 'seen-secondary'],
  ['operational', 'Operational deposits placed', 0, 'recalled'],
  ['facility', 'Lines granted to the bank', 0, 'seen-secondary'],
];

/** The add-on for maturity mismatch is a US rule: no Basel row is part of it. */
function flowFactor([id, title, factor, evidence]: FlowRow): FlowFactor {
  return {
    id,
    title,
    factor,
    paragraph: 'LCR40, LCR99; bcbs238 Annex 4',
    evidence,
    counts: 'within 30 days',
    mismatch: false,
  };
}

export const BASEL_OUTFLOWS: readonly FlowFactor[] = OUTFLOWS.map(flowFactor);
export const BASEL_INFLOWS: readonly FlowFactor[] = INFLOWS.map(flowFactor);
