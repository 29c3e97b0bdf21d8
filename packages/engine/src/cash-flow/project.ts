import { textAt } from '../balance-sheet/index.js';
import { floatAt, itemAt } from '../foundation/index.js';
import {
  type Flows,
  HORIZON_MONTHS,
  INCOME_MONTHS,
  type Program,
  type RowFlows,
} from './program.js';
import { rowIncome } from './row-income.js';
import { rowPrincipal } from './row-principal.js';
import { rowRates } from './row-rates.js';
import type { ScenarioRates } from './scenario-rates.js';
import { projectSwaps } from './swap-flows.js';

/** Projects every row and swap month by month in one scenario (rule CF-1). */
export function project(program: Program, rates: ScenarioRates): Flows {
  return { ...projectRows(program, rates), swapNet: projectSwaps(program.swaps, rates) };
}

/** The rows alone: they do not depend on the swaps. */
export function projectRows(program: Program, rates: ScenarioRates): RowFlows {
  const rows = program.book.id.length;
  const principal = new Float64Array(rows * HORIZON_MONTHS);
  const interest = new Float64Array(rows * HORIZON_MONTHS);
  const servicing = new Float64Array(rows * HORIZON_MONTHS);
  const income = new Float64Array(rows * INCOME_MONTHS);
  const flows = { principal, interest, servicing, income };
  for (let row = 0; row < rows; row += 1) projectRow(program, rates, row, flows);
  return flows;
}

function projectRow(program: Program, rates: ScenarioRates, row: number, flows: RowFlows): void {
  const notional = floatAt(program.book.notionalUsdMillion, row);
  if (textAt(program.book.principal, row) === 'none' || notional === 0) return;
  const rowRate = rowRates(program, rates, row);
  const cashRate = cashRates(program, row, rowRate);
  const par = notional / (1 + floatAt(program.book.premium, row));
  const unitPrincipal = rowPrincipal(program, rates, row);
  const servicingRate = program.depositOf[row]?.servicingRate.value ?? 0;
  const start = row * HORIZON_MONTHS;
  let balance = par;
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    const repaid = par * floatAt(unitPrincipal, t);
    flows.principal[start + t] = repaid;
    flows.interest[start + t] = (balance * floatAt(cashRate, t)) / 12;
    flows.servicing[start + t] = (balance * servicingRate) / 12;
    balance -= repaid;
  }
  const unitIncome = rowIncome(program, rates, row, unitPrincipal, rowRate);
  for (let t = 0; t < INCOME_MONTHS; t += 1) {
    flows.income[row * INCOME_MONTHS + t] = notional * floatAt(unitIncome, t);
  }
}

/** Cash interest on par: the coupon of a fixed row, the rate path of every other (CF-3). */
function cashRates(program: Program, row: number, rowRate: Float64Array): Float64Array {
  const { book } = program;
  const fixed = itemAt(book.floats, row) === 0 && textAt(book.principal, row) !== 'decay';
  return fixed ? new Float64Array(HORIZON_MONTHS).fill(floatAt(book.couponRate, row)) : rowRate;
}
