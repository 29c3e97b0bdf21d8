import { costOf, INCOME_MONTHS } from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import type { MeasureInput, ScenarioView } from '../view.js';

/**
 * What the growth of a plan costs or earns in the first `months` months (rule NII-9): assets that
 * grow more than liabilities are funded at the one-month rate plus the plan's spread, month by
 * month; what liabilities grow more is placed there. Negative = a cost.
 */
export function fundingOfGrowth(
  { program, blocks }: Pick<MeasureInput, 'program' | 'blocks'>,
  view: Pick<ScenarioView, 'planned' | 'rates'>,
  months: number,
): number {
  const { plan } = blocks;
  if (plan === undefined || view.planned === null) throw new Error('there is no plan');
  const { old, fresh } = view.planned;
  let income = 0;
  for (let t = 0; t < months; t += 1) {
    let growth = 0;
    for (let row = 0; row < program.book.id.length; row += 1) {
      const at = row * INCOME_MONTHS + t;
      const balance = floatAt(old, at) + floatAt(fresh, at);
      if (balance === 0) continue;
      const more = balance - costOf(program.book, row);
      growth += itemAt(program.book.side, row) * more;
    }
    const rate = Math.max(0, floatAt(view.rates.oneMonth, t) + plan.fundingSpread.value);
    income -= (growth * rate) / 12;
  }
  return income;
}
