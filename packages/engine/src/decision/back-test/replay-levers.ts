import { itemAt } from '../../foundation/index.js';
import { fairSwapRate, unitSwapDv01 } from '../../hedge/index.js';
import { baseDiscount, type Study } from '../../study/index.js';
import type { Lever, SizeRule } from '../problem.js';

type Swap = Study['hedges'][number];

export interface ReplayPricing {
  readonly halfBidOfferBp: number;
  readonly marginFundingSpread: number;
}

/** Tenors of the swaps that a replay may strike, months. */
export const REPLAY_TENORS_MONTHS = [24, 60, 84, 120] as const;

const UNIT_USD_MILLION = 1000;
/** The rate move against which margin for a new swap is held, basis points. */
const MARGIN_MOVE_BP = 200;

/** A swap at today's fair rate; a negative notional receives fixed. Swap spread on what is paid. */
export function fairSwap(study: Study, maturityMonth: number, notionalUsdMillion: number): Swap {
  const spread = notionalUsdMillion > 0 ? study.market.swapSpread.value : 0;
  return {
    id: `${notionalUsdMillion > 0 ? 'pay' : 'receive'}-${maturityMonth / 12}y`,
    notionalUsdMillion,
    fixedRate: fairSwapRate(baseDiscount(study), 0, maturityMonth) + spread,
    floatSpread: 0,
    startMonth: 0,
    maturityMonth,
    model: 'undesignated',
    hedgedGroup: 'none',
  };
}

/**
 * Swaps that pay fixed, in billions at the fair rates of the Study's curve, held until they end
 * (BACKTEST-6, BACKTEST-8). As in CASE-11 no cost counts the first-year carry: it is paid back at
 * forwards.
 */
export function replayLevers(study: Study, pricing: ReplayPricing): readonly Lever[] {
  return REPLAY_TENORS_MONTHS.map((months) =>
    leverOf(study, fairSwap(study, months, UNIT_USD_MILLION), pricing),
  );
}

/** A hedge and no position: all swaps together are no larger than the securities (BACKTEST-8). */
export function replayRules(study: Study): readonly SizeRule[] {
  const high = roomUsdMillion(study) / UNIT_USD_MILLION;
  const ids = REPLAY_TENORS_MONTHS.map((months) => fairSwap(study, months, 1).id);
  const weights = Object.fromEntries(ids.map((id) => [id, 1]));
  const title = 'Swaps no larger than the securities';
  return [{ kind: 'total', id: 'hedge-only', title, weights, low: null, high }];
}

function roomUsdMillion(study: Study): number {
  return Math.max(0, securitiesCost(study) - carriedNotional(study));
}

/** Pay-fixed notional of undesignated swaps, received off: what the strategy has struck. */
function carriedNotional({ hedges }: Study): number {
  return hedges.reduce(
    (sum, { model, notionalUsdMillion }) =>
      model === 'undesignated' ? sum + notionalUsdMillion : sum,
    0,
  );
}

/** Amortised cost of AFS and HTM, USD million. */
export function securitiesCost({ book }: Study): number {
  let cost = 0;
  for (let row = 0; row < book.id.length; row += 1) {
    const group = itemAt(book.group.names, itemAt(book.group.codes, row));
    if (group === 'afs' || group === 'htm') cost += itemAt(book.notionalUsdMillion, row);
  }
  return cost;
}

function leverOf(study: Study, swap: Swap, pricing: ReplayPricing): Lever {
  const title = `Pay fixed, ${swap.maturityMonth / 12} years`;
  const dealing = (UNIT_USD_MILLION * pricing.halfBidOfferBp) / 10_000;
  const dv01 = unitSwapDv01(baseDiscount(study), swap);
  const margin = UNIT_USD_MILLION * dv01 * MARGIN_MOVE_BP * pricing.marginFundingSpread;
  return {
    id: swap.id,
    title,
    makeChanges: (size) => [
      {
        ...{ kind: 'add-hedge', id: `new-${swap.id}`, title, rationale: 'replayed decision' },
        ...{ sources: [], size, swap: { ...swap, id: `new-${swap.id}` } },
      },
    ],
    low: 0,
    high: roomUsdMillion(study) / UNIT_USD_MILLION,
    unitSize: 1,
    unit: 'USD billion',
    addedCostUsdMillion: firstYearCarry(study, swap) + dealing + margin,
    costNote: `dealing and margin for ${MARGIN_MOVE_BP} bp; first-year carry not counted`,
  };
}

function firstYearCarry(study: Study, swap: Swap): number {
  const discount = baseDiscount(study);
  let forwards = 0;
  for (let month = 1; month <= 12; month += 1) {
    forwards += itemAt(discount, month - 1) / itemAt(discount, month) - 1;
  }
  const fair = fairSwapRate(discount, 0, swap.maturityMonth);
  return swap.notionalUsdMillion * (forwards - fair);
}
