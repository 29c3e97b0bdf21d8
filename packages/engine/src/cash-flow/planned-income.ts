import { textAt } from '../balance-sheet/index.js';
import { itemAt } from '../foundation/index.js';
import { costOf, hasCashFlow } from './fixed-parts.js';
import { INCOME_MONTHS, type IncomeTable, type Program, type RowFlows } from './program.js';
import { emptyIncome, type NewBusiness, setRowIncome } from './row-income.js';
import { rowRates } from './row-rates.js';
import type { ScenarioRates } from './scenario-rates.js';

/** A product's plan in plain numbers: growth a year, tenor and spread of new business. */
export interface ProductPlan {
  readonly growthRate: number;
  readonly tenorMonths: number;
  readonly spread: number;
}

/** The income table of a planned balance sheet (rule NII-9); a product without plan is constant. */
export function plannedIncome(
  input: { readonly program: Program; readonly rates: ScenarioRates; readonly flows: RowFlows },
  plan: ReadonlyMap<string, ProductPlan>,
): IncomeTable {
  const { program, rates, flows } = input;
  const table = emptyIncome(program.book.id.length);
  program.book.id.forEach((_, row) => {
    if (!hasCashFlow(program.book, row)) return;
    const rowRate = rowRates(program, rates, row);
    const { principal } = itemAt(flows.byRow, row);
    const product = plan.get(textAt(program.book.product, row));
    const of = { program, rates, row, principal, rowRate, months: INCOME_MONTHS };
    setRowIncome(table, of, product === undefined ? undefined : newBusiness(program, row, product));
  });
  return table;
}

function newBusiness(program: Program, row: number, plan: ProductPlan): NewBusiness {
  const { growthRate, tenorMonths, spread } = plan;
  const growth = (costOf(program.book, row) * growthRate) / 12;
  return { tenorMonths, spread, growth, floorRate: 0 };
}
