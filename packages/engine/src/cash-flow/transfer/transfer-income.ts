import { textAt } from '../../balance-sheet/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import { INCOME_MONTHS, type IncomeTable, type Program, type RowFlows } from '../program.js';
import { emptyIncome, type NewBusiness, setRowIncome } from '../row-income.js';
import type { ScenarioRates } from '../scenario-rates.js';
import { type TransferTerms, transferRatePath } from './transfer-rate.js';

/**
 * Balances of the constant balance sheet in a scenario beside the transfer rates at which they are
 * funded (rule FTP-5): the table of NII-2 to NII-4 with each row's transfer rate in place of its
 * own, and new business at the market rate of its tenor without spread and without floor. Rows
 * without terms stay zero.
 */
export function transferIncome(
  program: Program,
  scenario: { readonly rates: ScenarioRates; readonly flows: RowFlows },
  terms: readonly (TransferTerms | null)[],
): IncomeTable {
  const { rates, flows } = scenario;
  const table = emptyIncome(program.book.id.length);
  terms.forEach((ofRow, row) => {
    if (ofRow === null) return;
    const { principal } = itemAt(flows.byRow, row);
    const rowRate = transferRatePath(ofRow, rates.oneMonth);
    const input = { program, rates, row, principal, rowRate, months: INCOME_MONTHS };
    setRowIncome(table, input, marketTerms(program, row));
  });
  return table;
}

/** Undefined where a floating row is replaced by itself, and so by its own transfer rate. */
function marketTerms({ book }: Program, row: number): NewBusiness | undefined {
  const tenorMonths = floatAt(book.reinvestTenorMonths, row);
  const deposit = textAt(book.principal, row) === 'decay';
  if (!deposit && tenorMonths === 0 && itemAt(book.floats, row) === 1) return undefined;
  return { tenorMonths, spread: 0, growth: 0, floorRate: Number.NEGATIVE_INFINITY };
}
