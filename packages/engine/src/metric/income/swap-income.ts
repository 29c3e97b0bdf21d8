import type { Swap } from '../../balance-sheet/index.js';
import { HORIZON_MONTHS } from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import { addIncome, type Income, noIncome } from './income-parts.js';

/**
 * Receipts of all swaps in the first `months` months in parts (rule NII-7): base at the one-month
 * rate of the date, market rate what it has moved since, both while a swap runs.
 */
export function swapIncome(
  { program }: Pick<MeasureInput, 'program'>,
  view: Pick<ScenarioView, 'flows'>,
  months: number,
): Income {
  const income = noIncome();
  for (const index of program.swaps.keys()) {
    addIncome(income, incomeOfSwap({ program }, view, index, months), 1);
  }
  return income;
}

/** One swap by itself, so that a swap and its mirror cancel to the last bit (EVAL-4). */
export function incomeOfSwap(
  { program }: Pick<MeasureInput, 'program'>,
  view: Pick<ScenarioView, 'flows'>,
  index: number,
  months: number,
): Income {
  const net = view.flows.swapNet.subarray(index * HORIZON_MONTHS, (index + 1) * HORIZON_MONTHS);
  return receipts(itemAt(program.swaps, index), net, program.oneMonthRateNow, months);
}

function receipts(swap: Swap, net: Float64Array, oneMonthNow: number, months: number): Income {
  const income = noIncome();
  const { notionalUsdMillion, floatSpread, fixedRate, startMonth, maturityMonth } = swap;
  const atNow = (notionalUsdMillion * (oneMonthNow + floatSpread - fixedRate)) / 12;
  for (let t = 0; t < months; t += 1) {
    const base = t >= startMonth && t < maturityMonth ? atNow : 0;
    income.parts.base += base;
    income.parts.marketRate += floatAt(net, t) - base;
    income.total += floatAt(net, t);
  }
  return income;
}
