import type { Change, Study } from '../../study/index.js';
import type { HedgeComparison } from '../compare.js';
import { addedHedges } from '../variant.js';

/** What over the counter and exchange-traded hedges differ in (HEDGE-26). */
export interface TradingTraits {
  /** Half of what a rise and an equal fall bring together: positive gains from moves. */
  readonly convexity: { readonly shockBp: number; readonly usdMillion: number } | null;
  /** Notional whose fixed rate is a swap rate: what a swap spread of a basis point costs. */
  readonly swapRateNotionalUsdMillion: number;
  readonly premiumUsdMillion: number;
  readonly rollCostAYearUsdMillion: number;
}

const BASIS_POINT = 0.0001;
const MONTHS_PER_YEAR = 12;

export function tradingTraits(
  study: Study,
  changes: readonly Change[],
  comparison: Pick<HedgeComparison, 'effects'>,
): TradingTraits {
  return {
    convexity: convexityOf(study, comparison),
    swapRateNotionalUsdMillion: swapRateNotional(changes),
    premiumUsdMillion: sumOf(changes, (change) =>
      change.kind === 'add-option' ? change.option.premiumUsdMillion * change.size : 0,
    ),
    rollCostAYearUsdMillion: sumOf(changes, rollCostAYear),
  };
}

/** The widest parallel rise of the Study that has an equal fall. */
function convexityOf(
  { scenarios }: Study,
  { effects }: Pick<HedgeComparison, 'effects'>,
): TradingTraits['convexity'] {
  const gainAt = (shockBp: number): number | undefined => {
    const found = scenarios.find(
      (scenario) =>
        scenario.kind === 'parallel' &&
        scenario.shockBp === shockBp &&
        scenario.rampMonths === undefined,
    );
    return effects.find(({ scenario }) => scenario === found?.id)?.swapValueChange;
  };
  let widest: TradingTraits['convexity'] = null;
  for (const scenario of scenarios) {
    if (scenario.kind !== 'parallel' || scenario.shockBp <= (widest?.shockBp ?? 0)) continue;
    const rise = gainAt(scenario.shockBp);
    const fall = gainAt(-scenario.shockBp);
    if (rise === undefined || fall === undefined) continue;
    widest = { shockBp: scenario.shockBp, usdMillion: (rise + fall) / 2 };
  }
  return widest;
}

/** Swaps as they are; a swap future that is sold pays fixed from delivery on. */
function swapRateNotional(changes: readonly Change[]): number {
  return sumOf(changes, (change) => {
    if (change.kind === 'add-hedge') return change.swap.notionalUsdMillion * change.size;
    if (change.kind !== 'add-future' || change.future.contract !== 'swap') return 0;
    return 0 - change.future.notionalUsdMillion * change.size;
  });
}

function rollCostAYear(change: Change): number {
  if (change.kind !== 'add-future' || change.future.roll === undefined) return 0;
  const { everyMonths, costBp } = change.future.roll;
  const [{ notionalUsdMillion = 0 } = {}] = addedHedges([change]);
  const rollsAYear = MONTHS_PER_YEAR / everyMonths;
  return Math.abs(notionalUsdMillion) * costBp.value * BASIS_POINT * rollsAYear;
}

function sumOf(changes: readonly Change[], amountOf: (change: Change) => number): number {
  return changes.reduce((sum, change) => sum + amountOf(change), 0);
}
