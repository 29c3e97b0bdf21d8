import type { Confidence } from '../../../foundation/index.js';
import type { FlowFactor, LiquidAssetCaps, LiquidAssetFactor, LiquidAssetLevel } from './factor.js';

/**
 * 12 CFR 249 subparts C and D (Regulation WW), equal paragraph by paragraph to 12 CFR 50 and 329.
 * Read: 249.20(a), 249.30, 249.32(a) in the Federal Reserve Regulatory Service; 329.32(h) and the
 * paragraph numbers of 32(e) to (l) in copies of 12 CFR 329 and of FR 2052a Appendix VI. Factors
 * of 32(d), (e), (g), (j), (l) and of 249.33 are recalled.
 */
type AssetRow = readonly [string, string, LiquidAssetLevel, number, string, Confidence];

const ASSETS: readonly AssetRow[] = [
  ['reserve-balance', 'Reserve Bank balances', 'level-1', 1, '249.20(a)(1)', 'seen'],
  ['treasury', 'US Treasury securities', 'level-1', 1, '249.20(a)(3)', 'seen'],
  [
    'full-faith-agency',
    'Full faith and credit agency, Ginnie',
    'level-1',
    1,
    '249.20(a)(4)',
    'seen',
  ],
  ['sovereign-zero', 'Sovereign, 0% risk weight', 'level-1', 1, '249.20(a)(5)', 'seen'],
  ['gse', 'GSE debt and GSE pass-throughs', 'level-2a', 0.85, '249.20(b)(1); 21(b)(2)', 'recalled'],
  [
    'sovereign-20',
    'Sovereign, 20% risk weight',
    'level-2a',
    0.85,
    '249.20(b)(2); 21(b)(2)',
    'recalled',
  ],
  ['corporate-debt', 'Corporate debt', 'level-2b', 0.5, '249.20(c)(1); 21(b)(3)', 'recalled'],
  ['equity', 'Listed common equity', 'level-2b', 0.5, '249.20(c)(2); 21(b)(3)', 'recalled'],
];

export const US_LIQUID_ASSETS: readonly LiquidAssetFactor[] = ASSETS.map(
  ([id, title, level, factor, paragraph, evidence]) => ({
    id,
    title,
    level,
    factor,
    paragraph: `12 CFR ${paragraph}`,
    evidence,
  }),
);

/** The rule prints 2/3 and 15/85 to four digits. */
export const US_CAPS: LiquidAssetCaps = {
  level2: 0.6667,
  level2b: 0.1765,
  asHeld: true,
  paragraph: '12 CFR 249.21; FR 2052a Appendix VI',
  evidence: 'seen-secondary',
};

/** `mismatch` paragraphs: 249.32(g), (h)(1), (h)(2), (h)(5), (j), (k), (l). */
type FlowRow = readonly [string, string, number, string, Confidence, 'any' | '30', boolean?];

const OUTFLOWS: readonly FlowRow[] = [
  ['retail-stable', 'Stable retail deposits', 0.03, '32(a)(1)', 'seen', 'any'],
  ['retail-other', 'Other retail deposits', 0.1, '32(a)(2)', 'seen', 'any'],
  ['retail-placed-insured', 'Retail, placed, insured', 0.2, '32(a)(3)', 'seen', 'any'],
  ['retail-placed-other', 'Retail, placed, not all insured', 0.4, '32(a)(4)', 'seen', 'any'],
  ['retail-funding', 'Other funding from retail', 0.4, '32(a)(5)', 'seen', 'any'],
  ['mortgage-commitment', 'Mortgage commitments', 0.1, '32(d)', 'recalled', '30'],
  ['commitment-retail', 'Undrawn: retail', 0.05, '32(e)(1)(ii)', 'recalled', '30'],
  ['credit-nonfinancial', 'Undrawn credit: non-financial', 0.1, '32(e)(1)(iii)', 'recalled', '30'],
  ['liquidity-nonfinancial', 'Undrawn liquidity: same', 0.3, '32(e)(1)(iv)', 'recalled', '30'],
  ['commitment-bank', 'Undrawn: banks', 0.5, '32(e)(1)(v)', 'recalled', '30'],
  ['credit-financial', 'Undrawn credit: other financial', 0.4, '32(e)(1)(vi)', 'recalled', '30'],
  ['liquidity-financial', 'Undrawn liquidity: same', 1, '32(e)(1)(vii)', 'recalled', '30'],
  ['commitment-vehicle', 'Undrawn: special purpose', 1, '32(e)(1)(viii)', 'recalled', '30'],
  ['commitment-other', 'Undrawn: all other', 1, '32(e)(1)(ix)', 'recalled', '30'],
  ['brokered-due', 'Brokered retail, due in 30 days', 1, '32(g)(1)', 'recalled', '30', true],
  ['brokered-later', 'Brokered retail, due later', 0.1, '32(g)(2)', 'recalled', 'any', true],
  ['brokered-open-insured', 'Same, no maturity, insured', 0.2, '32(g)(3)', 'recalled', 'any', true],
  ['brokered-open-other', 'Same, not all insured', 0.4, '32(g)(4)', 'recalled', 'any', true],
  ['reciprocal-insured', 'Reciprocal, insured', 0.1, '32(g)(5)', 'recalled', 'any', true],
  ['reciprocal-other', 'Reciprocal, not all insured', 0.25, '32(g)(6)', 'recalled', 'any', true],
  ['sweep-affiliated', 'Affiliated sweep, insured', 0.1, '32(g)(7)', 'recalled', 'any', true],
  ['sweep-unaffiliated', 'Other sweep, insured', 0.25, '32(g)(8)', 'recalled', 'any', true],
  ['sweep-other', 'Sweep, not all insured', 0.4, '32(g)(9)', 'recalled', 'any', true],
  ['wholesale-insured', 'Non-financial, insured', 0.2, '32(h)(1)(i)', 'seen-secondary', '30', true],
  ['wholesale-other', 'Same, not all insured', 0.4, '32(h)(1)(ii)', 'seen-secondary', '30', true],
  ['wholesale-financial', 'Financial; debt issued', 1, '32(h)(2)', 'seen-secondary', '30', true],
  ['operational-insured', 'Operational, insured', 0.05, '32(h)(3)', 'seen-secondary', '30'],
  ['operational-other', 'Other operational', 0.25, '32(h)(4)', 'seen-secondary', '30'],
  ['unsecured-other', 'Other unsecured wholesale', 1, '32(h)(5)', 'seen-secondary', '30', true],
  ['secured-level-1', 'Secured by level 1', 0, '32(j)(1)(i)', 'recalled', '30', true],
  ['secured-level-2a', 'Secured by level 2A', 0.15, '32(j)(1)(ii)', 'recalled', '30', true],
  [
    'secured-government',
    'Same lender GSE, other collateral',
    0.25,
    '32(j)(1)(iii)',
    'recalled',
    '30',
    true,
  ],
  ['secured-level-2b', 'Secured by level 2B', 0.5, '32(j)(1)(iv)', 'recalled', '30', true],
  ['secured-other', 'Secured by anything else', 1, '32(j)(1)(vi)', 'recalled', '30', true],
  ['contractual-other', 'Other contractual outflow', 1, '32(l)', 'recalled', '30', true],
];

const INFLOWS: readonly FlowRow[] = [
  ['retail', 'Retail', 0.5, '33(c)', 'recalled', '30', true],
  ['wholesale-financial', 'Unsecured, financial', 1, '33(d)(1)', 'recalled', '30', true],
  ['wholesale-other', 'Unsecured, non-financial', 0.5, '33(d)(2)', 'recalled', '30', true],
  ['securities', 'Securities that are not HQLA', 1, '33(e)', 'recalled', '30', true],
  ['lending-level-1', 'Lending against level 1', 0, '33(f)(1)', 'recalled', '30', true],
  ['lending-level-2a', 'Lending against level 2A', 0.15, '33(f)(1)', 'recalled', '30', true],
  ['lending-level-2b', 'Lending against level 2B', 0.5, '33(f)(1)', 'recalled', '30', true],
  ['lending-other', 'Lending against anything else', 1, '33(f)(1)', 'recalled', '30', true],
];

function flowFactor([id, title, factor, section, evidence, counts, mismatch]: FlowRow): FlowFactor {
  return {
    id,
    title,
    factor,
    paragraph: `12 CFR 249.${section}`,
    evidence,
    counts: counts === 'any' ? 'any maturity' : 'within 30 days',
    mismatch: mismatch === true,
  };
}

export const US_OUTFLOWS: readonly FlowFactor[] = OUTFLOWS.map(flowFactor);
export const US_INFLOWS: readonly FlowFactor[] = INFLOWS.map(flowFactor);

/**
 * Share of the net outflow that a bank must cover: table 1 to 12 CFR 249.30(c), seen in a copy of
 * FR 2052a Appendix VI; the same shares scale required stable funding, 249.105(b), seen. `none`:
 * the whole, and the only choice under Basel.
 */
export const ADJUSTMENTS = {
  none: 1,
  'category-i-or-ii': 1,
  'category-iii-funding-75bn': 1,
  'category-iii': 0.85,
  'category-iv-funding-50bn': 0.7,
} as const;

export type Adjustment = keyof typeof ADJUSTMENTS;
