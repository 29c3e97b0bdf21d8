import { floatAt, itemAt } from '../foundation/index.js';
import { hasCashFlow, interestAt, openingOf, parOf, paysCoupon } from './fixed-parts.js';
import { copyIncome, type KnownRows, sameModels } from './known-rows.js';
import {
  type Flows,
  HORIZON_MONTHS,
  INCOME_MONTHS,
  type Program,
  type RowFlow,
  type RowFlows,
} from './program.js';
import { emptyIncome, setRowIncome } from './row-income.js';
import { rowPrincipal } from './row-principal.js';
import { rowRates } from './row-rates.js';
import type { ScenarioRates } from './scenario-rates.js';
import { projectSwaps } from './swap-flows.js';

/** Projects every row and swap month by month in one scenario (rule CF-1). */
export function project(program: Program, rates: ScenarioRates): Flows {
  return { ...projectRows(program, rates), swapNet: projectSwaps(program.swaps, rates) };
}

/**
 * The rows alone: they do not depend on the swaps. Income is filled for the first `incomeMonths`
 * of its 60 months; the rest stays zero. A row whose models are those of `known`, made on the same
 * rates for all 60 months, is taken from there.
 */
export function projectRows(
  program: Program,
  rates: ScenarioRates,
  terms: { readonly incomeMonths?: number; readonly known?: KnownRows | undefined } = {},
): RowFlows {
  const { incomeMonths = INCOME_MONTHS, known } = terms;
  const income = emptyIncome(program.book.id.length);
  const byRow = program.book.id.map((_, row): RowFlow => {
    if (!hasCashFlow(program.book, row)) return itemAt(NO_FLOW, 0);
    if (known !== undefined && sameModels(program, known.program, row)) {
      copyIncome(known.flows.income, income, row);
      return itemAt(known.flows.byRow, row);
    }
    const rowRate = itemAt(program.fixed, row).rate ?? rowRates(program, rates, row);
    const flow = projectRow(program, rates, row, rowRate);
    setRowIncome(income, {
      program,
      rates,
      row,
      principal: flow.principal,
      rowRate,
      months: incomeMonths,
    });
    return flow;
  });
  return { byRow, income };
}

const nothing = new Float64Array(HORIZON_MONTHS);
const NO_FLOW: readonly RowFlow[] = [{ principal: nothing, interest: nothing, servicing: nothing }];

function projectRow(
  program: Program,
  rates: ScenarioRates,
  row: number,
  rowRate: Float64Array,
): RowFlow {
  const { book } = program;
  const fixed = itemAt(program.fixed, row);
  const par = parOf(book, row);
  const opening = openingOf(book, row);
  const principal = fixed.principal ?? scaled(rowPrincipal(program, rates, row), par);
  const interest =
    fixed.interest ??
    (paysCoupon(program, row)
      ? interestAt(opening, principal, floatAt(book.couponRate, row))
      : interestOn(opening, principal, rowRate));
  const servicing =
    fixed.servicing ??
    interestAt(opening, principal, program.depositOf[row]?.servicingRate.value ?? 0);
  return { principal, interest, servicing };
}

function scaled(unit: Float64Array, par: number): Float64Array {
  const amounts = new Float64Array(HORIZON_MONTHS);
  for (let t = 0; t < HORIZON_MONTHS; t += 1) amounts[t] = par * floatAt(unit, t);
  return amounts;
}

/** Interest of each month at its rate on what is left of the `opening` balance (CF-3). */
function interestOn(opening: number, principal: Float64Array, rate: Float64Array): Float64Array {
  const interest = new Float64Array(HORIZON_MONTHS);
  let balance = opening;
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    interest[t] = (balance * floatAt(rate, t)) / 12;
    balance -= floatAt(principal, t);
  }
  return interest;
}
