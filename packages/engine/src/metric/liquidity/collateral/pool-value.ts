import { floatAt } from '../../../foundation/index.js';
import type { MeasureInput, ScenarioView } from '../../view.js';
import type { Collateral, CollateralPool, Pledge } from './input.js';

/** What one promise of a pool is worth in a scenario, USD million. */
export interface Promised {
  /** Id of the pledge, or of the pool for a sale. */
  readonly id: string;
  readonly marketValueUsdMillion: number;
  /** What the lender lends against it, or what the sale brings. */
  readonly lendableUsdMillion: number;
  readonly drawnUsdMillion: number;
  readonly kind: 'pledge' | 'public-funds' | 'sale';
  readonly hoursToCash: number;
}

/** Every pledge and sale of the register in a scenario, in its order (COLL-2, COLL-3). */
export function promisesIn(
  collateral: Collateral,
  program: MeasureInput['program'],
  view: ScenarioView,
): Promised[] {
  return collateral.pools.flatMap((pool) => {
    const price = pricePerCarrying(pool, program, view);
    const sale = saleOf(pool, price);
    return [...pool.pledges.map((pledge) => pledgeOf(pledge, price)), ...sale];
  });
}

/** What a lender or a buyer gives above what is drawn, never below zero. */
export function cashOf({ lendableUsdMillion, drawnUsdMillion }: Promised): number {
  return Math.max(0, lendableUsdMillion - drawnUsdMillion);
}

/** Market value of the scenario over the carrying amount, all positions of a pool together. */
function pricePerCarrying(
  pool: CollateralPool,
  { book }: MeasureInput['program'],
  view: ScenarioView,
): number {
  const inPool = new Set(pool.positions);
  let value = 0;
  let carrying = 0;
  book.id.forEach((id, row) => {
    if (!inPool.has(id)) return;
    value += floatAt(view.rowValues, row);
    carrying += floatAt(book.carryingUsdMillion, row);
  });
  return carrying === 0 ? 0 : value / carrying;
}

function pledgeOf(pledge: Pledge, price: number): Promised {
  const marketValueUsdMillion = price * pledge.carryingUsdMillion.value;
  return {
    id: pledge.id,
    kind: pledge.lender === 'public-funds' ? 'public-funds' : 'pledge',
    marketValueUsdMillion,
    lendableUsdMillion: marketValueUsdMillion * (1 - pledge.haircut.value),
    drawnUsdMillion: pledge.drawnUsdMillion.value,
    hoursToCash: pledge.hoursToCash.value,
  };
}

function saleOf({ id, sale }: CollateralPool, price: number): Promised[] {
  if (sale === null) return [];
  const marketValueUsdMillion = price * sale.carryingUsdMillion.value;
  return [
    {
      id,
      kind: 'sale',
      marketValueUsdMillion,
      lendableUsdMillion: marketValueUsdMillion * (1 - sale.bidOffer.value),
      drawnUsdMillion: 0,
      hoursToCash: sale.hoursToCash.value,
    },
  ];
}
