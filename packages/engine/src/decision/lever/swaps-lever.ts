import { itemAt, ok, type Result } from '../../foundation/index.js';
import { fairSwapRate, type Swap, strikeStructure, unitSwapDv01 } from '../../hedge/index.js';
import { baseDiscount, type Change, type Study } from '../../study/index.js';
import type { Lever } from '../problem.js';
import { fairValueRoom } from './eligibility.js';
import { type LeverInput, moneyLever, REASON } from './lever-terms.js';

/** The rate move against which margin for a new swap is held, basis points. */
const MARGIN_MOVE_BP = 200;

/**
 * Swaps of one structure struck at the fair rates of the Study's curve (PLAN-11). Beside NII they
 * cost half the bid-offer, the funding of margin for 200 bp, and the first-year carry taken out
 * (CASE-11). A fair value hedge is kept within the book it hedges.
 */
export function swapsLever({ study, template, terms }: LeverInput<'swaps'>): Result<Lever> {
  const { id, title, structure, model, hedgedGroup } = template;
  const { unitUsdMillion, pricing } = terms;
  const discount = baseDiscount(study);
  const struck = strikeStructure(structure, unitUsdMillion, {
    ...{ discount, model, hedgedGroup },
    swapSpread: study.market.swapSpread.value,
  });
  if (!struck.ok) return struck;
  const swaps = struck.value.map((swap, leg) => ({
    ...swap,
    id: struck.value.length === 1 ? id : `${id}-${leg + 1}`,
  }));
  const room =
    model === 'fair-value' ? fairValueRoom(study, hedgedGroup) : Number.POSITIVE_INFINITY;
  const most = Math.min(template.mostUsdMillion, room);
  const dv01 = swaps.reduce((sum, swap) => sum + swapDv01(discount, swap), 0);
  const margin = Math.abs(dv01) * MARGIN_MOVE_BP * pricing.marginFundingSpread;
  const dealing = (unitUsdMillion * pricing.halfBidOfferBp) / 10_000;
  const carry = swaps.reduce((sum, swap) => sum + swapCarry(study, discount, swap), 0);
  return ok({
    ...moneyLever({ ...template, mostUsdMillion: most }, unitUsdMillion),
    makeChanges: (size) => swaps.map((swap): Change => addSwap(swap, title, size)),
    addedCostUsdMillion: carry + dealing + margin,
    costNote:
      `swap spread, ${pricing.halfBidOfferBp} bp a year (half the bid-offer), margin for ` +
      `${MARGIN_MOVE_BP} bp ` +
      `funded at ${(10_000 * pricing.marginFundingSpread).toFixed(0)} bp; ` +
      'first-year carry not counted',
  });
}

function addSwap(swap: Swap, title: string, size: number): Change {
  return { ...REASON, kind: 'add-hedge', id: swap.id, title, size, swap };
}

function swapDv01(discount: Float64Array, swap: Swap): number {
  const { startMonth, maturityMonth, fixedRate } = swap;
  return swap.notionalUsdMillion * unitSwapDv01(discount, { startMonth, maturityMonth, fixedRate });
}

/** First-year carry of a swap, without the swap spread, which is a cost of its own. */
function swapCarry(study: Study, discount: Float64Array, swap: Swap): number {
  const { notionalUsdMillion, startMonth, maturityMonth } = swap;
  return notionalUsdMillion * unitCarry(study, startMonth, maturityMonth, discount);
}

/**
 * What paying the fair rate for floating on 1 of notional earns in the first year: its one-month
 * forwards minus the fair rate (CASE-11). Paid back later at those same forwards.
 */
export function unitCarry(
  study: Study,
  startMonth: number,
  maturityMonth: number,
  discount: Float64Array = baseDiscount(study),
): number {
  let forwards = 0;
  let months = 0;
  for (let month = startMonth + 1; month <= Math.min(12, maturityMonth); month += 1) {
    forwards += itemAt(discount, month - 1) / itemAt(discount, month) - 1;
    months += 1;
  }
  return forwards - fairSwapRate(discount, startMonth, maturityMonth) * (months / 12);
}
