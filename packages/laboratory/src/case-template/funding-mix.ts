import type { Change, Study } from '@almfes/engine';
import type { IndustryShares } from './industry-shares.js';

const FREE = 'deposits-free';
const PAID = 'deposits-savings';
/** Below this share of deposits a shift of mix is left out. */
const LEAST_SHARE = 0.005;

/** The bank's mix moved to that of all banks, and back. */
export interface FundingMix {
  readonly toAverage: Change;
  readonly toOwn: Change;
}

export function balanceOf({ book }: Study, id: string): number {
  const row = book.id.indexOf(id);
  return row < 0 ? 0 : (book.carryingUsdMillion[row] ?? 0);
}

/** Free deposits beyond or below the share of all banks, against savings (rule FORM-22). */
export function fundingMix(
  study: Study,
  domestic: number,
  industry: IndustryShares,
): FundingMix | null {
  const free = balanceOf(study, FREE);
  const paid = balanceOf(study, PAID);
  const excess = free - industry.free * domestic;
  const fromId = excess > 0 ? FREE : PAID;
  const toId = excess > 0 ? PAID : FREE;
  const most = 0.95 * (excess > 0 ? free : paid);
  const amount = Math.round(Math.min(Math.abs(excess), most));
  if (paid <= 0 || free <= 0 || amount < LEAST_SHARE * domestic) return null;
  const percent = (100 * industry.free).toFixed(1);
  const words = {
    rationale: `non-interest-bearing share of domestic deposits: ${percent}% at all banks`,
    sources: ['industry.freeShare', 'cr.depositsDomesticNoninterestBearing', 'cr.depositsDomestic'],
    size: 1,
    amountUsdMillion: amount,
  };
  const base = { kind: 'move-funding', ...words } as const;
  return {
    toAverage: { ...base, id: 'average-mix', title: 'Funding mix of all banks', fromId, toId },
    toOwn: { ...base, id: 'own-mix', title: 'Own funding mix', fromId: toId, toId: fromId },
  };
}
