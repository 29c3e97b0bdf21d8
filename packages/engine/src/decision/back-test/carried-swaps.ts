import { itemAt } from '../../foundation/index.js';
import type { Study } from '../../study/index.js';
import type { ReplayQuarter } from './replay-quarter.js';

type Swap = Study['hedges'][number];

/** A swap as it was struck, and the index of the quarter whose report it was decided on. */
export interface StruckSwap {
  readonly swap: Swap;
  readonly quarter: number;
}

/**
 * Reports are public about one month after the quarter: a swap decided on quarter j is two months
 * old at the end of quarter j + 1, and three more at each one after (BACKTEST-6).
 */
export function monthsAtMark(struck: StruckSwap, quarter: number): number {
  return 3 * (quarter - struck.quarter) - 1;
}

export function monthsAtDecision(struck: StruckSwap, quarter: number): number {
  return 3 * (quarter - struck.quarter);
}

/** The swaps that still run, as old as `ageOf` says. */
export function aged(
  swaps: readonly StruckSwap[],
  ageOf: (struck: StruckSwap) => number,
): readonly Swap[] {
  return swaps.flatMap((struck) => {
    const months = ageOf(struck);
    const { startMonth, maturityMonth } = struck.swap;
    if (maturityMonth <= months) return [];
    const aging = {
      startMonth: Math.max(0, startMonth - months),
      maturityMonth: maturityMonth - months,
    };
    return [{ ...struck.swap, ...aging }];
  });
}

/**
 * Net receipts of the swaps over the quarter that ends at `quarter`, USD million, at the one-month
 * rates that were set: all three months, or the last two of a swap struck in it (BACKTEST-6).
 */
export function carryOf(
  swaps: readonly StruckSwap[],
  quarters: readonly ReplayQuarter[],
  quarter: number,
): number {
  const { resets } = itemAt(quarters, quarter);
  if (resets === null) return 0;
  let carry = 0;
  for (const struck of swaps) {
    const { notionalUsdMillion, fixedRate, floatSpread, startMonth, maturityMonth } = struck.swap;
    const end = monthsAtMark(struck, quarter);
    for (const [index, { rate }] of resets.entries()) {
      const month = end - resets.length + index;
      if (month < startMonth || month < 0 || month >= maturityMonth) continue;
      carry += (notionalUsdMillion * (rate + floatSpread - fixedRate)) / 12;
    }
  }
  return carry;
}

/** Months of the quarter in which each swap runs, times its notional without sign. */
export function notionalMonths(swaps: readonly StruckSwap[], quarter: number): number {
  return swaps.reduce((sum, struck) => {
    const end = monthsAtMark(struck, quarter);
    const from = Math.max(end - 3, 0);
    const months = Math.max(0, Math.min(end, struck.swap.maturityMonth) - from);
    return sum + months * Math.abs(struck.swap.notionalUsdMillion);
  }, 0);
}
