import type { FundingState } from './funding-stress.js';

/** Minimum CET1 ratio after the forced sales: 12 CFR 217.10(a)(1)(i). */
const CET1_MINIMUM = 0.045;

/** Tangible equity to assets at or under which a US bank is critically undercapitalised (PCA). */
const TANGIBLE_EQUITY_MINIMUM = 0.02;

export type FundingLimit = 'liquidity' | 'cet1' | 'tce';

/** The three limits of a run (rule RUN-6), in the order in which they are named. */
export const FUNDING_LIMITS: readonly {
  readonly id: FundingLimit;
  readonly breached: (state: FundingState) => boolean;
}[] = [
  { id: 'liquidity', breached: (state) => state.unmet > 0 },
  { id: 'cet1', breached: (state) => state.cet1Ratio < CET1_MINIMUM },
  { id: 'tce', breached: (state) => state.tceRatio <= TANGIBLE_EQUITY_MINIMUM },
];
