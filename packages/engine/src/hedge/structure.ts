import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Change, Study } from '../study/index.js';
import { fairSwapRate, unitSwapDv01 } from './fair-rate.js';

export type Swap = Study['hedges'][number];

/** One tenor of a structure; weights are relative. */
export interface HedgeLeg {
  readonly startMonth: number;
  readonly maturityMonth: number;
  readonly weight: number;
}

/** A hedge as data: pay-fixed legs whose weights are shares of notional or of DV01. */
export interface HedgeStructure {
  readonly id: string;
  readonly title: string;
  readonly weighting: 'notional' | 'dv01';
  readonly legs: readonly HedgeLeg[];
}

const spotLeg = (maturityMonth: number): HedgeLeg => ({ startMonth: 0, maturityMonth, weight: 1 });

/** The structures that are compared (HEDGE-1). Swaps a bank already had come as `keptSwaps`. */
export const HEDGE_STRUCTURES: readonly HedgeStructure[] = [
  {
    id: 'ladder-2-5-7',
    title: 'Pay-fixed ladder 2Y/5Y/7Y, equal notional',
    weighting: 'notional',
    legs: [spotLeg(24), spotLeg(60), spotLeg(84)],
  },
  {
    id: 'ladder-2-5-7-dv01',
    title: 'Pay-fixed ladder 2Y/5Y/7Y, equal DV01',
    weighting: 'dv01',
    legs: [spotLeg(24), spotLeg(60), spotLeg(84)],
  },
  {
    id: 'bullet-5',
    title: 'Pay-fixed bullet 5Y',
    weighting: 'notional',
    legs: [spotLeg(60)],
  },
];

export interface StrikeTerms {
  /** Discount factors at 0, 1, … months, from the curve of the Study. */
  readonly discount: Float64Array;
  /** Swap rate minus curve par rate, decimal; paid on the fixed leg (HEDGE-2). */
  readonly swapSpread: number;
  readonly model: Swap['model'];
  readonly hedgedGroup: Swap['hedgedGroup'];
}

/**
 * The structure as swaps struck at the fair rates of the curve, with `notionalUsdMillion` in all
 * (HEDGE-1, HEDGE-2). Issues: `hedge.structure` when a leg ends beyond the discount factors, or
 * the weights do not sum to something positive.
 */
export function strikeStructure(
  structure: HedgeStructure,
  notionalUsdMillion: number,
  terms: StrikeTerms,
): Result<readonly Swap[]> {
  const horizon = terms.discount.length - 1;
  const beyond = structure.legs.find(
    ({ startMonth, maturityMonth }) => maturityMonth > horizon || startMonth >= maturityMonth,
  );
  if (beyond !== undefined) {
    const got = `${beyond.startMonth} to ${beyond.maturityMonth}`;
    return fail(issue('hedge.structure', structure.id, `months within 0 to ${horizon}`, got));
  }
  const shares = notionalShares(structure, terms);
  if (shares === undefined) {
    return fail(issue('hedge.structure', structure.id, 'positive weights', 'none'));
  }
  return ok(
    structure.legs.map(({ startMonth, maturityMonth }, index) => ({
      id: `${structure.id}-${startMonth}-${maturityMonth}`,
      notionalUsdMillion: notionalUsdMillion * itemAt(shares, index),
      fixedRate: fairSwapRate(terms.discount, startMonth, maturityMonth) + terms.swapSpread,
      floatSpread: 0,
      startMonth,
      maturityMonth,
      model: terms.model,
      hedgedGroup: terms.hedgedGroup,
    })),
  );
}

/** Shares of the whole notional; with DV01 weights, weight / unit DV01, made to sum to 1. */
function notionalShares(
  structure: HedgeStructure,
  terms: StrikeTerms,
): readonly number[] | undefined {
  const raw = structure.legs.map(({ startMonth, maturityMonth, weight }) => {
    if (structure.weighting === 'notional') return weight;
    const fixedRate = fairSwapRate(terms.discount, startMonth, maturityMonth) + terms.swapSpread;
    return weight / unitSwapDv01(terms.discount, { startMonth, maturityMonth, fixedRate });
  });
  const sum = raw.reduce((total, share) => total + share, 0);
  return sum > 0 ? raw.map((share) => share / sum) : undefined;
}

/** One `add-hedge` Change a swap; `size` 1, so that a size of 2 doubles every notional. */
export function hedgeChanges(
  swaps: readonly Swap[],
  reason: { readonly rationale: string; readonly sources: readonly string[] },
): readonly Change[] {
  return swaps.map((swap) => ({
    kind: 'add-hedge',
    id: `add-${swap.id}`,
    title: `Pay ${(100 * swap.fixedRate).toFixed(2)}% to month ${swap.maturityMonth}`,
    rationale: reason.rationale,
    sources: reason.sources,
    size: 1,
    swap,
  }));
}

/**
 * Fair value hedges may not exceed the book they hedge: each swap is split so that the fair value
 * part is `capacityUsdMillion` in all, and the rest is undesignated (HEDGE-6). Swaps that fit are
 * returned as they are.
 */
export function splitDesignation(
  swaps: readonly Swap[],
  capacityUsdMillion: number,
): readonly Swap[] {
  const total = swaps.reduce((sum, swap) => sum + Math.abs(swap.notionalUsdMillion), 0);
  if (total <= capacityUsdMillion) return swaps;
  const share = Math.max(0, capacityUsdMillion) / total;
  return swaps.flatMap((swap): Swap[] => {
    const rest: Swap = {
      ...swap,
      id: `${swap.id}-undesignated`,
      notionalUsdMillion: swap.notionalUsdMillion * (1 - share),
      model: 'undesignated',
      hedgedGroup: 'none',
    };
    const designated = { ...swap, notionalUsdMillion: swap.notionalUsdMillion * share };
    return share > 0 ? [designated, rest] : [rest];
  });
}
