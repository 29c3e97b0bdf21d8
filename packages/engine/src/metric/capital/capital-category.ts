import type { LimitedRatio } from './regime.js';

/** Categories of prompt corrective action, best first. */
export type CapitalCategory =
  | 'well capitalised'
  | 'adequately capitalised'
  | 'undercapitalised'
  | 'significantly undercapitalised'
  | 'critically undercapitalised';

type RiskBasedRatio = Exclude<LimitedRatio, 'supplementaryLeverage'>;

/** The ratios of the category, and tangible equity to total assets. */
export interface CategoryRatios extends Readonly<Record<RiskBasedRatio, number>> {
  readonly tangibleEquity: number;
}

/**
 * Least ratios of a category (12 CFR 6.4, 208.43, 324.403): a bank has the first category whose
 * four ratios it meets. Well capitalised read in Regulation H, the others in a secondary source.
 */
const LEAST: readonly (readonly [CapitalCategory, Readonly<Record<RiskBasedRatio, number>>])[] = [
  ['well capitalised', { total: 0.1, tier1: 0.08, cet1: 0.065, leverage: 0.05 }],
  ['adequately capitalised', { total: 0.08, tier1: 0.06, cet1: 0.045, leverage: 0.04 }],
  ['undercapitalised', { total: 0.06, tier1: 0.04, cet1: 0.03, leverage: 0.03 }],
];

/** At or below this share of total assets a bank is critically undercapitalised (12 CFR 6.4). */
const CRITICAL_TANGIBLE_EQUITY = 0.02;

const RATIOS = ['total', 'tier1', 'cet1', 'leverage'] as const;

/** Prompt corrective action category of a bank without a capital order (rule CAP-9). */
export function capitalCategory(ratios: CategoryRatios): CapitalCategory {
  if (ratios.tangibleEquity <= CRITICAL_TANGIBLE_EQUITY) return 'critically undercapitalised';
  const met = LEAST.find(([, least]) => RATIOS.every((name) => ratios[name] >= least[name]));
  return met === undefined ? 'significantly undercapitalised' : met[0];
}
