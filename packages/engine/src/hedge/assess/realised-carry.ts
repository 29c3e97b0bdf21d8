import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import type { Swap } from '../structure.js';

/** The one-month rate on a day after the date, decimal a year. */
export interface LaterRate {
  /** Months from the valuation date. */
  readonly month: number;
  readonly oneMonthRate: number;
}

export interface RealisedCarry {
  /** Months from the date that the rates reach. */
  readonly months: number;
  /** Net interest received over them, USD million; a cost is negative. */
  readonly carry: number;
}

/**
 * Net interest that swaps brought at the rates that came (HEDGE-23): each month at the last rate
 * known by its start, on 30/360 months. The counterfactual is the same bank without these swaps.
 * What came later is shown beside a decision and never feeds it. Issues: `hedge.realised` without
 * a rate at the date, or none after it.
 */
export function realisedCarry(
  swaps: readonly Swap[],
  rates: readonly LaterRate[],
): Result<RealisedCarry> {
  const [first] = rates;
  const months = Math.floor(Math.max(0, ...rates.map(({ month }) => month)));
  if (first === undefined || first.month !== 0 || months < 1) {
    const got = `${rates.length} rates to month ${months}`;
    return fail(issue('hedge.realised', 'rates', 'a rate at the date and one after it', got));
  }
  let carry = 0;
  let at = 0;
  for (let month = 0; month < months; month += 1) {
    while (at + 1 < rates.length && itemAt(rates, at + 1).month <= month) at += 1;
    const { oneMonthRate } = itemAt(rates, at);
    for (const swap of swaps) {
      if (month < swap.startMonth || month >= swap.maturityMonth) continue;
      const net = oneMonthRate + swap.floatSpread - swap.fixedRate;
      carry += (swap.notionalUsdMillion * net) / 12;
    }
  }
  return ok({ months, carry });
}
