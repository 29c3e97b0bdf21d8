import { type Swap, swapNotionalAt } from '../../balance-sheet/index.js';
import { floatAt } from '../../foundation/index.js';
import { HORIZON_MONTHS } from '../program.js';
import type { ScenarioRates } from '../scenario-rates.js';

/**
 * Writes the net monthly receipts of a swap into `net`, USD million (rule CF-8): the one-month rate
 * plus the float spread received, the fixed rate paid, both on 30/360 months.
 */
export function projectSwap(swap: Swap, rates: ScenarioRates, net: Float64Array): void {
  const last = Math.min(swap.maturityMonth, HORIZON_MONTHS);
  for (let t = swap.startMonth; t < last; t += 1) {
    const received = floatAt(rates.oneMonth, t) + rates.basis.sofr + swap.floatSpread;
    net[t] = (swapNotionalAt(swap, t) * (received - swap.fixedRate)) / 12;
  }
}
