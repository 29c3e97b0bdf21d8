import type { Confidence } from '../../../foundation/index.js';
import type { RuleFactor } from './factor.js';

/**
 * 12 CFR 249 subpart K. Read: 249.104(a) to (c), 249.105 and 249.106(a)(1) and (2) in the Federal
 * Reserve Regulatory Service; every other row with factor and paragraph in a copy of FR 2052a
 * Appendix VIII (NSFR mapping). Derivatives (249.107) are left out.
 */
type Row = readonly [string, string, number, string, Confidence];

const AVAILABLE: readonly Row[] = [
  ['capital', 'Regulatory capital elements', 1, '104(a)(1)', 'seen'],
  ['due-year', 'Wholesale, due in a year or more', 1, '104(a)(2)', 'seen'],
  ['retail-stable', 'Stable retail deposits', 0.95, '104(b)(1)', 'seen'],
  ['retail-other', 'Other retail deposits', 0.9, '104(c)(1)', 'seen'],
  ['reciprocal-insured', 'Reciprocal, insured', 0.9, '104(c)(2)', 'seen'],
  ['brokered-year', 'Brokered retail, a year or more', 0.9, '104(c)(4)', 'seen-secondary'],
  ['nonfinancial', 'Unsecured non-financial, under a year', 0.5, '104(d)(1)', 'seen-secondary'],
  ['nonfinancial-secured', 'Secured, same', 0.5, '104(d)(2)', 'seen-secondary'],
  ['financial-half-year', 'Financial, 6 to 12 months', 0.5, '104(d)(3)', 'seen-secondary'],
  ['secured-half-year', 'Secured financial, 6 to 12 months', 0.5, '104(d)(4)', 'seen-secondary'],
  ['debt-half-year', 'Securities issued, 6 to 12 months', 0.5, '104(d)(5)', 'seen-secondary'],
  ['operational', 'Operational deposits', 0.5, '104(d)(6)', 'seen-secondary'],
  ['brokered-open', 'Brokered retail, open or 6 to 12 months', 0.5, '104(d)(7)', 'seen-secondary'],
  ['sweep-unaffiliated', 'Non-affiliated retail sweep', 0.5, '104(d)(8)', 'seen-secondary'],
  ['brokered-short', 'Brokered retail, under 6 months', 0, '104(e)(2)', 'seen-secondary'],
  ['debt-short', 'Securities issued, under 6 months', 0, '104(e)(3)', 'seen-secondary'],
  ['financial-short', 'Financial, under 6 months', 0, '104(e)(4)', 'seen-secondary'],
  ['other', 'Everything else', 0, '104(e)(5)', 'seen-secondary'],
];

const REQUIRED: readonly Row[] = [
  ['cash', 'Currency and coin', 0, '106(a)(1)(i)', 'seen'],
  ['reserve-balance', 'Reserve Bank balances', 0, '106(a)(1)(iii)', 'seen'],
  ['level-1', 'Other level 1', 0, '106(a)(1)(vi)', 'seen'],
  ['lending-level-1', 'Financial, 6 months, level 1', 0, '106(a)(1)(vii)', 'seen'],
  ['undrawn', 'Undrawn committed facilities', 0.05, '106(a)(2)', 'seen'],
  ['level-2a', 'Level 2A', 0.15, '106(a)(3)(i)', 'seen-secondary'],
  ['financial-short', 'Financial, under 6 months', 0.15, '106(a)(3)(ii)', 'seen-secondary'],
  ['level-2b', 'Level 2B', 0.5, '106(a)(4)(i)', 'seen-secondary'],
  ['financial-half-year', 'Financial, 6 to 12 months', 0.5, '106(a)(4)(ii)', 'seen-secondary'],
  ['operational-placed', 'Operational deposits placed', 0.5, '106(a)(4)(iii)', 'seen-secondary'],
  ['other-short', 'Other, under a year', 0.5, '106(a)(4)(iv)', 'seen-secondary'],
  ['mortgage', 'Retail mortgages, weight to 50%', 0.65, '106(a)(5)(i)', 'seen-secondary'],
  ['loan-20', 'Other loans, weight to 20%', 0.65, '106(a)(5)(ii)', 'seen-secondary'],
  ['mortgage-above-50', 'Retail mortgages above 50%', 0.85, '106(a)(6)(i)', 'seen-secondary'],
  ['loan', 'Other loans above 20%', 0.85, '106(a)(6)(ii)', 'seen-secondary'],
  ['equity', 'Common equity that is not HQLA', 0.85, '106(a)(6)(iii)', 'seen-secondary'],
  ['security', 'Securities not HQLA, a year or more', 0.85, '106(a)(6)(iv)', 'seen-secondary'],
  ['other', 'All other assets', 1, '106(a)(7)', 'seen-secondary'],
  ['nonperforming', 'Nonperforming assets', 1, '106(b)', 'recalled'],
  ['encumbered-half-year', 'Encumbered 6 to 12 months', 0.5, '106(c)(1)(ii)', 'seen-secondary'],
  ['encumbered-year', 'Encumbered a year or more', 1, '106(c)(1)(iii)', 'recalled'],
];

function ruleFactor([id, title, factor, section, evidence]: Row): RuleFactor {
  return { id, title, factor, paragraph: `12 CFR 249.${section}`, evidence };
}

export const US_AVAILABLE_FUNDING: readonly RuleFactor[] = AVAILABLE.map(ruleFactor);
export const US_REQUIRED_FUNDING: readonly RuleFactor[] = REQUIRED.map(ruleFactor);
