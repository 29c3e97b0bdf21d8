import { textAt } from '../../balance-sheet/index.js';
import { floatAt, type Issue, issue, itemAt } from '../../foundation/index.js';
import { groupOf, type MeasureInput, type ScenarioView } from '../view.js';
import type { CreditRates } from './allowance.js';
import type { SegmentBalance } from './credit-path.js';
import type { CreditLoss } from './segment.js';

const TEN_YEARS_MONTHS = 120;

/**
 * Carrying amount of the loans of each segment, or an issue that names the first loan whose product
 * no segment has (rule CREDIT-6): an allowance that left it out would look complete.
 */
export function segmentBalances(
  { program }: Pick<MeasureInput, 'program'>,
  { segments }: CreditLoss,
): SegmentBalance[] | Issue {
  const { book } = program;
  const balances = new Map(segments.map(({ product }) => [product, 0]));
  for (let row = 0; row < book.id.length; row += 1) {
    if (groupOf(program, row) !== 'loans') continue;
    const product = textAt(book.product, row);
    const known = balances.get(product);
    if (known === undefined) {
      const what = `a segment of product "${product}" (position ${book.id[row]})`;
      return issue('measure.no-input', '/creditLoss/segments', what, 'nothing');
    }
    balances.set(product, known + floatAt(book.carryingUsdMillion, row));
  }
  return segments.map((segment) => ({
    segment,
    balanceUsdMillion: balances.get(segment.product) ?? 0,
  }));
}

/** Rates that drive losses at the end of quarters 1 to `quarters` of a scenario. */
export function creditRates(
  { program, base }: Pick<MeasureInput, 'program' | 'base'>,
  { rates }: ScenarioView,
  quarters: number,
): CreditRates[] {
  const tenYear = rates.parPath(TEN_YEARS_MONTHS);
  const tenYearNow = itemAt(base.rates.parPath(TEN_YEARS_MONTHS), 0);
  return Array.from({ length: quarters }, (_, at) => ({
    oneMonth: floatAt(rates.oneMonth, 3 * (at + 1)),
    tenYear: floatAt(tenYear, 3 * (at + 1)),
    oneMonthNow: program.oneMonthRateNow,
    tenYearNow,
  }));
}
