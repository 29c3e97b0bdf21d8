import { bookTotals } from '../../balance-sheet/index.js';
import { floatAt } from '../../foundation/index.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import type { TransferPricing } from './transfer-pricing.js';

/**
 * What treasury pays on book equity over the first `months` months, USD million (rule FTP-11):
 * each tenor at the base curve's par rate of the date until it ends, then at the scenario's.
 */
export function equityCredit(
  { program, base }: MeasureInput,
  view: ScenarioView,
  { equityCredit: ladder }: TransferPricing,
  months: number,
): number {
  let rateSum = 0;
  for (const { tenorMonths, share } of ladder) {
    for (let t = 0; t < months; t += 1) {
      rateSum += share.value * investedRate(base, view, tenorMonths, t);
    }
  }
  return (bookTotals(program.book).equityUsdMillion * rateSum) / 12;
}

function investedRate(
  base: ScenarioView,
  view: ScenarioView,
  tenorMonths: number,
  month: number,
): number {
  if (tenorMonths === 0) return floatAt(view.rates.oneMonth, month);
  const placed = month - (month % tenorMonths);
  const { rates } = placed === 0 ? base : view;
  return floatAt(rates.parPath(tenorMonths), placed);
}
