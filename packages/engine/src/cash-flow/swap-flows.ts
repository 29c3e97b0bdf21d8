import type { Swap } from '../balance-sheet/index.js';
import { floatAt } from '../foundation/index.js';
import { HORIZON_MONTHS } from './program.js';
import type { ScenarioRates } from './scenario-rates.js';

/**
 * Net monthly receipts of each swap, USD million (rule CF-8): the one-month rate plus the float
 * spread received, the fixed rate paid, both on 30/360 months.
 */
export function projectSwaps(swaps: readonly Swap[], rates: ScenarioRates): Float64Array {
  const net = new Float64Array(swaps.length * HORIZON_MONTHS);
  swaps.forEach((swap, index) => {
    const last = Math.min(swap.maturityMonth, HORIZON_MONTHS);
    for (let t = swap.startMonth; t < last; t += 1) {
      const received = floatAt(rates.oneMonth, t) + rates.basis.sofr + swap.floatSpread;
      net[index * HORIZON_MONTHS + t] =
        (swap.notionalUsdMillion * (received - swap.fixedRate)) / 12;
    }
  });
  return net;
}
