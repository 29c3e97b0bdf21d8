import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Change, Study } from '../study/index.js';
import { fairSwapRate, unitSwapDv01 } from './fair-rate.js';

export type Swap = Study['hedges'][number];

/** One swap of a structure; weights are relative. */
export interface HedgeLeg {
  /** Pays fixed (gains when rates rise) or receives it. */
  readonly side: 'pay-fixed' | 'receive-fixed';
  readonly startMonth: number;
  readonly maturityMonth: number;
  readonly weight: number;
}

/** A hedge as data: legs whose weights are shares of notional or of DV01. */
export interface HedgeStructure {
  readonly id: string;
  readonly title: string;
  readonly weighting: 'notional' | 'dv01';
  readonly legs: readonly HedgeLeg[];
}

const pay = (startMonth: number, maturityMonth: number): HedgeLeg => ({
  side: 'pay-fixed',
  startMonth,
  maturityMonth,
  weight: 1,
});
const receive = (maturityMonth: number): HedgeLeg => ({
  side: 'receive-fixed',
  startMonth: 0,
  maturityMonth,
  weight: 1,
});
const structure = (
  id: string,
  title: string,
  legs: readonly HedgeLeg[],
  weighting: HedgeStructure['weighting'] = 'notional',
): HedgeStructure => ({ id, title, weighting, legs });

const LADDER_2_5_7 = [pay(0, 24), pay(0, 60), pay(0, 84)];

/** Plain swaps of the catalogue (HEDGE-1). Swaps a bank already had come as `keptSwaps`. */
export const HEDGE_STRUCTURES: readonly HedgeStructure[] = [
  structure('ladder-2-5-7', 'Pay-fixed ladder 2Y/5Y/7Y, equal notional', LADDER_2_5_7),
  structure('ladder-2-5-7-dv01', 'Pay-fixed ladder 2Y/5Y/7Y, equal DV01', LADDER_2_5_7, 'dv01'),
  structure('bullet-5', 'Pay-fixed bullet 5Y', [pay(0, 60)]),
  structure('bullet-10', 'Pay-fixed bullet 10Y', [pay(0, 120)]),
  structure('forward-1-5', 'Pay-fixed 5Y starting in a year', [pay(12, 72)]),
  structure('receive-5', 'Receive-fixed bullet 5Y', [receive(60)]),
];

/**
 * The structure of plain swaps of an id.
 * @throws when there is none (a programmer's error: ids of users are checked at the door).
 */
export function structureOf(id: string): HedgeStructure {
  const found = HEDGE_STRUCTURES.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no structure ${id} of plain swaps`);
  return found;
}

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
 * (HEDGE-1, HEDGE-2); a leg that receives fixed has a negative notional. Issues:
 * `hedge.structure` when a leg ends beyond the discount factors, or the weights do not sum to
 * something positive.
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
    structure.legs.map(({ side, startMonth, maturityMonth }, index) => ({
      id: `${structure.id}-${startMonth}-${maturityMonth}`,
      notionalUsdMillion: signOf(side) * notionalUsdMillion * itemAt(shares, index),
      fixedRate: fairSwapRate(terms.discount, startMonth, maturityMonth) + terms.swapSpread,
      floatSpread: 0,
      startMonth,
      maturityMonth,
      model: terms.model,
      hedgedGroup: terms.hedgedGroup,
    })),
  );
}

/** A swap that receives fixed has a negative notional. */
function signOf(side: HedgeLeg['side']): 1 | -1 {
  return side === 'pay-fixed' ? 1 : -1;
}

/** Shares of the whole notional; with DV01 weights, weight / unit DV01, made to sum to 1. */
export function notionalShares(
  structure: HedgeStructure,
  terms: Pick<StrikeTerms, 'discount' | 'swapSpread'>,
): readonly number[] | undefined {
  const raw = structure.legs.map(({ startMonth, maturityMonth, weight }) => {
    if (structure.weighting === 'notional') return weight;
    const fixedRate = fairSwapRate(terms.discount, startMonth, maturityMonth) + terms.swapSpread;
    return weight / unitSwapDv01(terms.discount, { startMonth, maturityMonth, fixedRate });
  });
  const sum = raw.reduce((total, share) => total + share, 0);
  return sum > 0 ? raw.map((share) => share / sum) : undefined;
}

/** `Pay 3.10% from month 12 to month 72`. */
export function titleOf({
  notionalUsdMillion,
  fixedRate,
  startMonth,
  maturityMonth,
}: Swap): string {
  const verb = notionalUsdMillion < 0 ? 'Receive' : 'Pay';
  const from = startMonth === 0 ? '' : ` from month ${startMonth}`;
  return `${verb} ${(100 * fixedRate).toFixed(2)}%${from} to month ${maturityMonth}`;
}

/** One `add-hedge` Change a swap; `size` 1, so that a size of 2 doubles every notional. */
export function hedgeChanges(
  swaps: readonly Swap[],
  reason: { readonly rationale: string; readonly sources: readonly string[] },
): readonly Change[] {
  return swaps.map((swap) => ({
    kind: 'add-hedge',
    id: `add-${swap.id}`,
    title: titleOf(swap),
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
