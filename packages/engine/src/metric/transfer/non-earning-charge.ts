import { costOf, hasCashFlow } from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import { type MeasureInput, type ScenarioView, type Split, sumByGroup } from '../view.js';
import type { TransferPricing } from './transfer-pricing.js';

/**
 * What the non-earning book pays treasury over the first `months` months by book, USD million,
 * negative where its liabilities are more (rule FTP-12): the one-month rate plus a spread on the
 * carrying amount of rows without cash flows, and on what carrying amounts of the others differ
 * from the amount on which interest runs.
 */
export function nonEarningCharge(
  { program }: MeasureInput,
  view: ScenarioView,
  { nonEarningSpread }: TransferPricing,
  months: number,
): Split {
  let rateSum = 0;
  for (let t = 0; t < months; t += 1) {
    rateSum += floatAt(view.rates.oneMonth, t) + nonEarningSpread.value;
  }
  const { book } = program;
  const charge = (row: number) => {
    const funded = hasCashFlow(book, row) ? costOf(book, row) : 0;
    return ((itemAt(book.carryingUsdMillion, row) - funded) * rateSum) / 12;
  };
  return sumByGroup(program, charge, 'by side');
}
