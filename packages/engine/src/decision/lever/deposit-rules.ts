import { itemAt } from '../../foundation/index.js';
import { positionsFromBook, type Study } from '../../study/index.js';
import type { FundingSource } from '../lever-template.js';

/**
 * What binds the deposits of a bank that is not well capitalised (PLAN-12). Brokered deposits: 12
 * U.S.C. 1831f, 12 CFR 337.6; rates: 12 CFR 337.7.
 */
export interface DepositRules {
  readonly category: 'well capitalised' | 'adequately capitalised' | 'undercapitalised';
  /** The FDIC lets an adequately capitalised bank take brokered deposits. */
  readonly brokeredWaiver: boolean;
  /** Mean of the last four quarter-ends before it ceased to be well capitalised. */
  readonly reciprocalHeldUsdMillion: number;
  /** Rate caps in force, decimal: for balances without maturity, and by tenor. */
  readonly nonMaturityRateCap: number;
  readonly termRateCaps: readonly { readonly maturityMonths: number; readonly rate: number }[];
}

const MOST_RECIPROCAL_USD_MILLION = 5000;
const MOST_RECIPROCAL_SHARE = 0.2;
const OVER_NATIONAL_RATE = 0.0075;
const TIMES_TREASURY = 1.2;

/**
 * National rate cap of a maturity: the higher of the national rate + 75 bp and 120% of the
 * Treasury yield + 75 bp (12 CFR 337.7, from April 2021; a secondary source seen).
 */
export function termRateCap(rates: {
  readonly nationalRate: number;
  readonly treasuryYield: number;
}): number {
  const { nationalRate, treasuryYield } = rates;
  return Math.max(nationalRate, TIMES_TREASURY * treasuryYield) + OVER_NATIONAL_RATE;
}

/** The same for balances without maturity, where the federal funds rate stands for Treasuries. */
export function nonMaturityRateCap(rates: {
  readonly nationalRate: number;
  readonly fedFundsRate: number;
}): number {
  return Math.max(rates.nationalRate, rates.fedFundsRate) + OVER_NATIONAL_RATE;
}

/** New money that a source may bring, USD million; infinity where no rule binds. */
export function mostFromSource(
  study: Study,
  source: FundingSource,
  rules: DepositRules | null,
): number {
  if (rules === null || rules.category === 'well capitalised') return Number.POSITIVE_INFINITY;
  if (source === 'brokered') {
    const allowed = rules.category === 'adequately capitalised' && rules.brokeredWaiver;
    return allowed ? Number.POSITIVE_INFINITY : 0;
  }
  if (source !== 'reciprocal') return Number.POSITIVE_INFINITY;
  return Math.min(generalReciprocalCap(study), rules.reciprocalHeldUsdMillion);
}

/** The lesser of 5 billion and a fifth of total liabilities (12 U.S.C. 1831f(i)). */
export function generalReciprocalCap(study: Study): number {
  const liabilities = positionsFromBook(study.book)
    .filter(({ side }) => side === 'liability')
    .reduce((sum, { carryingUsdMillion }) => sum + carryingUsdMillion, 0);
  return Math.min(MOST_RECIPROCAL_USD_MILLION, MOST_RECIPROCAL_SHARE * liabilities);
}

/** The cap on a deposit's rate; infinity where none binds. `null` months: without maturity. */
export function rateCapOf(rules: DepositRules | null, maturityMonths: number | null): number {
  if (rules === null || rules.category === 'well capitalised') return Number.POSITIVE_INFINITY;
  if (maturityMonths === null) return rules.nonMaturityRateCap;
  const distance = (cap: { readonly maturityMonths: number }): number =>
    Math.abs(cap.maturityMonths - maturityMonths);
  const nearest = rules.termRateCaps.reduce(
    (a, b) => (distance(b) < distance(a) ? b : a),
    itemAt(rules.termRateCaps, 0),
  );
  return nearest.rate;
}
